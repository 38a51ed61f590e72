package dev.ashlar.tests.bitfield;

/** An enum whose constants are numbered from 0. */
public enum Suit {
    CLUBS,
    DIAMONDS,
    HEARTS
}
