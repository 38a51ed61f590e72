package dev.ashlar.tests.elements;

enum Color {
    RED,
    GREEN
}
