package dev.ashlar.benchmarks.peers.structs;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A {@link TwentyFour} as a flyweight over a buffer of Agrona, as one writes it by hand. */
public final class AgronaWide {
    private static final int C0 = 0;
    private static final int C1 = 4;
    private static final int C2 = 8;
    private static final int C3 = 16;
    private static final int C4 = 24;
    private static final int C5 = 28;
    private static final int C6 = 32;
    private static final int C7 = 40;
    private static final int C8 = 48;
    private static final int C9 = 52;
    private static final int C10 = 56;
    private static final int C11 = 64;
    private static final int C12 = 72;
    private static final int C13 = 76;
    private static final int C14 = 80;
    private static final int C15 = 88;
    private static final int C16 = 96;
    private static final int C17 = 100;
    private static final int C18 = 104;
    private static final int C19 = 112;
    private static final int C20 = 120;
    private static final int C21 = 124;
    private static final int C22 = 128;
    private static final int C23 = 136;

    public static final int BYTE_SIZE = 144;

    private MutableDirectBuffer buffer = new UnsafeBuffer();
    private int offset;

    public AgronaWide wrap(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public int c0() {
        return buffer.getInt(offset + C0);
    }

    public AgronaWide c0(int value) {
        buffer.putInt(offset + C0, value);
        return this;
    }

    public int c1() {
        return buffer.getInt(offset + C1);
    }

    public AgronaWide c1(int value) {
        buffer.putInt(offset + C1, value);
        return this;
    }

    public long c2() {
        return buffer.getLong(offset + C2);
    }

    public AgronaWide c2(long value) {
        buffer.putLong(offset + C2, value);
        return this;
    }

    public double c3() {
        return buffer.getDouble(offset + C3);
    }

    public AgronaWide c3(double value) {
        buffer.putDouble(offset + C3, value);
        return this;
    }

    public int c4() {
        return buffer.getInt(offset + C4);
    }

    public AgronaWide c4(int value) {
        buffer.putInt(offset + C4, value);
        return this;
    }

    public int c5() {
        return buffer.getInt(offset + C5);
    }

    public AgronaWide c5(int value) {
        buffer.putInt(offset + C5, value);
        return this;
    }

    public long c6() {
        return buffer.getLong(offset + C6);
    }

    public AgronaWide c6(long value) {
        buffer.putLong(offset + C6, value);
        return this;
    }

    public double c7() {
        return buffer.getDouble(offset + C7);
    }

    public AgronaWide c7(double value) {
        buffer.putDouble(offset + C7, value);
        return this;
    }

    public int c8() {
        return buffer.getInt(offset + C8);
    }

    public AgronaWide c8(int value) {
        buffer.putInt(offset + C8, value);
        return this;
    }

    public int c9() {
        return buffer.getInt(offset + C9);
    }

    public AgronaWide c9(int value) {
        buffer.putInt(offset + C9, value);
        return this;
    }

    public long c10() {
        return buffer.getLong(offset + C10);
    }

    public AgronaWide c10(long value) {
        buffer.putLong(offset + C10, value);
        return this;
    }

    public double c11() {
        return buffer.getDouble(offset + C11);
    }

    public AgronaWide c11(double value) {
        buffer.putDouble(offset + C11, value);
        return this;
    }

    public int c12() {
        return buffer.getInt(offset + C12);
    }

    public AgronaWide c12(int value) {
        buffer.putInt(offset + C12, value);
        return this;
    }

    public int c13() {
        return buffer.getInt(offset + C13);
    }

    public AgronaWide c13(int value) {
        buffer.putInt(offset + C13, value);
        return this;
    }

    public long c14() {
        return buffer.getLong(offset + C14);
    }

    public AgronaWide c14(long value) {
        buffer.putLong(offset + C14, value);
        return this;
    }

    public double c15() {
        return buffer.getDouble(offset + C15);
    }

    public AgronaWide c15(double value) {
        buffer.putDouble(offset + C15, value);
        return this;
    }

    public int c16() {
        return buffer.getInt(offset + C16);
    }

    public AgronaWide c16(int value) {
        buffer.putInt(offset + C16, value);
        return this;
    }

    public int c17() {
        return buffer.getInt(offset + C17);
    }

    public AgronaWide c17(int value) {
        buffer.putInt(offset + C17, value);
        return this;
    }

    public long c18() {
        return buffer.getLong(offset + C18);
    }

    public AgronaWide c18(long value) {
        buffer.putLong(offset + C18, value);
        return this;
    }

    public double c19() {
        return buffer.getDouble(offset + C19);
    }

    public AgronaWide c19(double value) {
        buffer.putDouble(offset + C19, value);
        return this;
    }

    public int c20() {
        return buffer.getInt(offset + C20);
    }

    public AgronaWide c20(int value) {
        buffer.putInt(offset + C20, value);
        return this;
    }

    public int c21() {
        return buffer.getInt(offset + C21);
    }

    public AgronaWide c21(int value) {
        buffer.putInt(offset + C21, value);
        return this;
    }

    public long c22() {
        return buffer.getLong(offset + C22);
    }

    public AgronaWide c22(long value) {
        buffer.putLong(offset + C22, value);
        return this;
    }

    public double c23() {
        return buffer.getDouble(offset + C23);
    }

    public AgronaWide c23(double value) {
        buffer.putDouble(offset + C23, value);
        return this;
    }
}
