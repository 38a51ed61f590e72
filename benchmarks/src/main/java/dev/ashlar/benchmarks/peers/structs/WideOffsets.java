package dev.ashlar.benchmarks.peers.structs;

/** The offsets of {@link Eight}, {@link Sixteen} and {@link TwentyFour}, which begin alike, for code by hand. */
public final class WideOffsets {
    public static final int C0 = 0;
    public static final int C1 = 4;
    public static final int C2 = 8;
    public static final int C3 = 16;
    public static final int C4 = 24;
    public static final int C5 = 28;
    public static final int C6 = 32;
    public static final int C7 = 40;
    public static final int C8 = 48;
    public static final int C9 = 52;
    public static final int C10 = 56;
    public static final int C11 = 64;
    public static final int C12 = 72;
    public static final int C13 = 76;
    public static final int C14 = 80;
    public static final int C15 = 88;
    public static final int C16 = 96;
    public static final int C17 = 100;
    public static final int C18 = 104;
    public static final int C19 = 112;
    public static final int C20 = 120;
    public static final int C21 = 124;
    public static final int C22 = 128;
    public static final int C23 = 136;

    public static final int BYTE_SIZE_8 = 48;
    public static final int BYTE_SIZE_16 = 96;
    public static final int BYTE_SIZE_24 = 144;

    private WideOffsets() {}
}
