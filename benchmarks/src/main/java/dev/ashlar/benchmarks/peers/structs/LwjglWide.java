package dev.ashlar.benchmarks.peers.structs;

import static org.lwjgl.system.MemoryUtil.memGetDouble;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memGetLong;
import static org.lwjgl.system.MemoryUtil.memPutDouble;
import static org.lwjgl.system.MemoryUtil.memPutInt;
import static org.lwjgl.system.MemoryUtil.memPutLong;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.NativeResource;
import org.lwjgl.system.Struct;

/**
 * A {@link TwentyFour}, in the way that the generator of LWJGL writes structs, but without a buffer and without static
 * accessors between these and the memory; {@link LwjglPerson} has both.
 */
public final class LwjglWide extends Struct<LwjglWide> implements NativeResource {
    public static final int SIZEOF;
    public static final int ALIGNOF;
    public static final int C0;
    public static final int C1;
    public static final int C2;
    public static final int C3;
    public static final int C4;
    public static final int C5;
    public static final int C6;
    public static final int C7;
    public static final int C8;
    public static final int C9;
    public static final int C10;
    public static final int C11;
    public static final int C12;
    public static final int C13;
    public static final int C14;
    public static final int C15;
    public static final int C16;
    public static final int C17;
    public static final int C18;
    public static final int C19;
    public static final int C20;
    public static final int C21;
    public static final int C22;
    public static final int C23;

    static {
        Layout layout = __struct(
                __member(4),
                __member(4),
                __member(8),
                __member(8),
                __member(4),
                __member(4),
                __member(8),
                __member(8),
                __member(4),
                __member(4),
                __member(8),
                __member(8),
                __member(4),
                __member(4),
                __member(8),
                __member(8),
                __member(4),
                __member(4),
                __member(8),
                __member(8),
                __member(4),
                __member(4),
                __member(8),
                __member(8));
        SIZEOF = layout.getSize();
        ALIGNOF = layout.getAlignment();
        C0 = layout.offsetof(0);
        C1 = layout.offsetof(1);
        C2 = layout.offsetof(2);
        C3 = layout.offsetof(3);
        C4 = layout.offsetof(4);
        C5 = layout.offsetof(5);
        C6 = layout.offsetof(6);
        C7 = layout.offsetof(7);
        C8 = layout.offsetof(8);
        C9 = layout.offsetof(9);
        C10 = layout.offsetof(10);
        C11 = layout.offsetof(11);
        C12 = layout.offsetof(12);
        C13 = layout.offsetof(13);
        C14 = layout.offsetof(14);
        C15 = layout.offsetof(15);
        C16 = layout.offsetof(16);
        C17 = layout.offsetof(17);
        C18 = layout.offsetof(18);
        C19 = layout.offsetof(19);
        C20 = layout.offsetof(20);
        C21 = layout.offsetof(21);
        C22 = layout.offsetof(22);
        C23 = layout.offsetof(23);
    }

    private LwjglWide(long address, @Nullable ByteBuffer container) {
        super(address, container);
    }

    @Override
    protected LwjglWide create(long address, @Nullable ByteBuffer container) {
        return new LwjglWide(address, container);
    }

    @Override
    public int sizeof() {
        return SIZEOF;
    }

    public static LwjglWide create(long address) {
        return new LwjglWide(address, null);
    }

    public int c0() {
        return memGetInt(address() + C0);
    }

    public LwjglWide c0(int value) {
        memPutInt(address() + C0, value);
        return this;
    }

    public int c1() {
        return memGetInt(address() + C1);
    }

    public LwjglWide c1(int value) {
        memPutInt(address() + C1, value);
        return this;
    }

    public long c2() {
        return memGetLong(address() + C2);
    }

    public LwjglWide c2(long value) {
        memPutLong(address() + C2, value);
        return this;
    }

    public double c3() {
        return memGetDouble(address() + C3);
    }

    public LwjglWide c3(double value) {
        memPutDouble(address() + C3, value);
        return this;
    }

    public int c4() {
        return memGetInt(address() + C4);
    }

    public LwjglWide c4(int value) {
        memPutInt(address() + C4, value);
        return this;
    }

    public int c5() {
        return memGetInt(address() + C5);
    }

    public LwjglWide c5(int value) {
        memPutInt(address() + C5, value);
        return this;
    }

    public long c6() {
        return memGetLong(address() + C6);
    }

    public LwjglWide c6(long value) {
        memPutLong(address() + C6, value);
        return this;
    }

    public double c7() {
        return memGetDouble(address() + C7);
    }

    public LwjglWide c7(double value) {
        memPutDouble(address() + C7, value);
        return this;
    }

    public int c8() {
        return memGetInt(address() + C8);
    }

    public LwjglWide c8(int value) {
        memPutInt(address() + C8, value);
        return this;
    }

    public int c9() {
        return memGetInt(address() + C9);
    }

    public LwjglWide c9(int value) {
        memPutInt(address() + C9, value);
        return this;
    }

    public long c10() {
        return memGetLong(address() + C10);
    }

    public LwjglWide c10(long value) {
        memPutLong(address() + C10, value);
        return this;
    }

    public double c11() {
        return memGetDouble(address() + C11);
    }

    public LwjglWide c11(double value) {
        memPutDouble(address() + C11, value);
        return this;
    }

    public int c12() {
        return memGetInt(address() + C12);
    }

    public LwjglWide c12(int value) {
        memPutInt(address() + C12, value);
        return this;
    }

    public int c13() {
        return memGetInt(address() + C13);
    }

    public LwjglWide c13(int value) {
        memPutInt(address() + C13, value);
        return this;
    }

    public long c14() {
        return memGetLong(address() + C14);
    }

    public LwjglWide c14(long value) {
        memPutLong(address() + C14, value);
        return this;
    }

    public double c15() {
        return memGetDouble(address() + C15);
    }

    public LwjglWide c15(double value) {
        memPutDouble(address() + C15, value);
        return this;
    }

    public int c16() {
        return memGetInt(address() + C16);
    }

    public LwjglWide c16(int value) {
        memPutInt(address() + C16, value);
        return this;
    }

    public int c17() {
        return memGetInt(address() + C17);
    }

    public LwjglWide c17(int value) {
        memPutInt(address() + C17, value);
        return this;
    }

    public long c18() {
        return memGetLong(address() + C18);
    }

    public LwjglWide c18(long value) {
        memPutLong(address() + C18, value);
        return this;
    }

    public double c19() {
        return memGetDouble(address() + C19);
    }

    public LwjglWide c19(double value) {
        memPutDouble(address() + C19, value);
        return this;
    }

    public int c20() {
        return memGetInt(address() + C20);
    }

    public LwjglWide c20(int value) {
        memPutInt(address() + C20, value);
        return this;
    }

    public int c21() {
        return memGetInt(address() + C21);
    }

    public LwjglWide c21(int value) {
        memPutInt(address() + C21, value);
        return this;
    }

    public long c22() {
        return memGetLong(address() + C22);
    }

    public LwjglWide c22(long value) {
        memPutLong(address() + C22, value);
        return this;
    }

    public double c23() {
        return memGetDouble(address() + C23);
    }

    public LwjglWide c23(double value) {
        memPutDouble(address() + C23, value);
        return this;
    }
}
