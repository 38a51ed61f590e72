package dev.ashlar.examples.table;

/** Who took the price that the other one offered. */
public enum Side {
    BUY,
    SELL
}
