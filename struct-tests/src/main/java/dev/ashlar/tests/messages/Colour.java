package dev.ashlar.tests.messages;

enum Colour {
    RED,
    GREEN
}
