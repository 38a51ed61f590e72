package dev.ashlar.benchmarks.loops;

/** Who trades. */
public enum Side {
    BUY,
    SELL
}
