package dev.ashlar.tests.fingerprint;

enum Colour {
    RED,
    GREEN
}
