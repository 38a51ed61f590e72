package dev.ashlar.tests.enums;

enum Side {
    BUY,
    SELL
}
