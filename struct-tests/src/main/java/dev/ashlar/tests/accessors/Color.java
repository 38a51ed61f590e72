package dev.ashlar.tests.accessors;

enum Color {
    RED,
    GREEN
}
