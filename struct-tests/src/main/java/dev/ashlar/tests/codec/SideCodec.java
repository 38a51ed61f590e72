package dev.ashlar.tests.codec;

/** Stores a primitive value as an enum. */
final class SideCodec {
    private SideCodec() {}

    public static Side encode(boolean isBuy) {
        return isBuy ? Side.BUY : Side.SELL;
    }

    public static boolean decode(Side side) {
        return side == Side.BUY;
    }
}
