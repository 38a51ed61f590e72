package dev.ashlar.tests.counted;

public enum Colour {
    RED,
    GREEN
}
