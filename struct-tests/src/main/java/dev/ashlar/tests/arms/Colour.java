package dev.ashlar.tests.arms;

/** An enum. */
public enum Colour {
    RED,
    GREEN
}
