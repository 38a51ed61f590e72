package dev.ashlar.tests.codec;

/** The stored form of a boolean. */
enum Side {
    BUY,
    SELL
}
