package dev.ashlar.tests.optional;

/** An enum. */
public enum Color {
    RED,
    GREEN,
    BLUE
}
