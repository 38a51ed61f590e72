package dev.ashlar.benchmarks.peers.structs;

/** The offsets of a {@link Person}, for code by hand. */
public final class PersonOffsets {
    public static final int ID = 0;
    public static final int HEIGHT = 8;
    public static final int AGE = 16;
    public static final int BYTE_SIZE = 24;

    private PersonOffsets() {}
}
