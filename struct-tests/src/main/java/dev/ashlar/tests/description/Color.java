package dev.ashlar.tests.description;

public enum Color {
    RED,
    GREEN
}
