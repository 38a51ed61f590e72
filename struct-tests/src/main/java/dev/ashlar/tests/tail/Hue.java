package dev.ashlar.tests.tail;

public enum Hue {
    RED,
    BLUE
}
