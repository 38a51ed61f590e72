package dev.ashlar.benchmarks.peers.structs;

import static org.lwjgl.system.MemoryUtil.memGetDouble;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memGetLong;
import static org.lwjgl.system.MemoryUtil.memPutDouble;
import static org.lwjgl.system.MemoryUtil.memPutInt;
import static org.lwjgl.system.MemoryUtil.memPutLong;
import static org.lwjgl.system.MemoryUtil.nmemAllocChecked;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.NativeResource;
import org.lwjgl.system.Struct;
import org.lwjgl.system.StructBuffer;

/** A {@link TwentyFour}, in the way that the generator of LWJGL writes structs. */
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

    public static Buffer malloc(int capacity) {
        return new Buffer(nmemAllocChecked(__checkMalloc(capacity, SIZEOF)), capacity);
    }

    public int c0() {
        return nc0(address());
    }

    public LwjglWide c0(int value) {
        nc0(address(), value);
        return this;
    }

    public static int nc0(long struct) {
        return memGetInt(struct + LwjglWide.C0);
    }

    public static void nc0(long struct, int value) {
        memPutInt(struct + LwjglWide.C0, value);
    }

    public int c1() {
        return nc1(address());
    }

    public LwjglWide c1(int value) {
        nc1(address(), value);
        return this;
    }

    public static int nc1(long struct) {
        return memGetInt(struct + LwjglWide.C1);
    }

    public static void nc1(long struct, int value) {
        memPutInt(struct + LwjglWide.C1, value);
    }

    public long c2() {
        return nc2(address());
    }

    public LwjglWide c2(long value) {
        nc2(address(), value);
        return this;
    }

    public static long nc2(long struct) {
        return memGetLong(struct + LwjglWide.C2);
    }

    public static void nc2(long struct, long value) {
        memPutLong(struct + LwjglWide.C2, value);
    }

    public double c3() {
        return nc3(address());
    }

    public LwjglWide c3(double value) {
        nc3(address(), value);
        return this;
    }

    public static double nc3(long struct) {
        return memGetDouble(struct + LwjglWide.C3);
    }

    public static void nc3(long struct, double value) {
        memPutDouble(struct + LwjglWide.C3, value);
    }

    public int c4() {
        return nc4(address());
    }

    public LwjglWide c4(int value) {
        nc4(address(), value);
        return this;
    }

    public static int nc4(long struct) {
        return memGetInt(struct + LwjglWide.C4);
    }

    public static void nc4(long struct, int value) {
        memPutInt(struct + LwjglWide.C4, value);
    }

    public int c5() {
        return nc5(address());
    }

    public LwjglWide c5(int value) {
        nc5(address(), value);
        return this;
    }

    public static int nc5(long struct) {
        return memGetInt(struct + LwjglWide.C5);
    }

    public static void nc5(long struct, int value) {
        memPutInt(struct + LwjglWide.C5, value);
    }

    public long c6() {
        return nc6(address());
    }

    public LwjglWide c6(long value) {
        nc6(address(), value);
        return this;
    }

    public static long nc6(long struct) {
        return memGetLong(struct + LwjglWide.C6);
    }

    public static void nc6(long struct, long value) {
        memPutLong(struct + LwjglWide.C6, value);
    }

    public double c7() {
        return nc7(address());
    }

    public LwjglWide c7(double value) {
        nc7(address(), value);
        return this;
    }

    public static double nc7(long struct) {
        return memGetDouble(struct + LwjglWide.C7);
    }

    public static void nc7(long struct, double value) {
        memPutDouble(struct + LwjglWide.C7, value);
    }

    public int c8() {
        return nc8(address());
    }

    public LwjglWide c8(int value) {
        nc8(address(), value);
        return this;
    }

    public static int nc8(long struct) {
        return memGetInt(struct + LwjglWide.C8);
    }

    public static void nc8(long struct, int value) {
        memPutInt(struct + LwjglWide.C8, value);
    }

    public int c9() {
        return nc9(address());
    }

    public LwjglWide c9(int value) {
        nc9(address(), value);
        return this;
    }

    public static int nc9(long struct) {
        return memGetInt(struct + LwjglWide.C9);
    }

    public static void nc9(long struct, int value) {
        memPutInt(struct + LwjglWide.C9, value);
    }

    public long c10() {
        return nc10(address());
    }

    public LwjglWide c10(long value) {
        nc10(address(), value);
        return this;
    }

    public static long nc10(long struct) {
        return memGetLong(struct + LwjglWide.C10);
    }

    public static void nc10(long struct, long value) {
        memPutLong(struct + LwjglWide.C10, value);
    }

    public double c11() {
        return nc11(address());
    }

    public LwjglWide c11(double value) {
        nc11(address(), value);
        return this;
    }

    public static double nc11(long struct) {
        return memGetDouble(struct + LwjglWide.C11);
    }

    public static void nc11(long struct, double value) {
        memPutDouble(struct + LwjglWide.C11, value);
    }

    public int c12() {
        return nc12(address());
    }

    public LwjglWide c12(int value) {
        nc12(address(), value);
        return this;
    }

    public static int nc12(long struct) {
        return memGetInt(struct + LwjglWide.C12);
    }

    public static void nc12(long struct, int value) {
        memPutInt(struct + LwjglWide.C12, value);
    }

    public int c13() {
        return nc13(address());
    }

    public LwjglWide c13(int value) {
        nc13(address(), value);
        return this;
    }

    public static int nc13(long struct) {
        return memGetInt(struct + LwjglWide.C13);
    }

    public static void nc13(long struct, int value) {
        memPutInt(struct + LwjglWide.C13, value);
    }

    public long c14() {
        return nc14(address());
    }

    public LwjglWide c14(long value) {
        nc14(address(), value);
        return this;
    }

    public static long nc14(long struct) {
        return memGetLong(struct + LwjglWide.C14);
    }

    public static void nc14(long struct, long value) {
        memPutLong(struct + LwjglWide.C14, value);
    }

    public double c15() {
        return nc15(address());
    }

    public LwjglWide c15(double value) {
        nc15(address(), value);
        return this;
    }

    public static double nc15(long struct) {
        return memGetDouble(struct + LwjglWide.C15);
    }

    public static void nc15(long struct, double value) {
        memPutDouble(struct + LwjglWide.C15, value);
    }

    public int c16() {
        return nc16(address());
    }

    public LwjglWide c16(int value) {
        nc16(address(), value);
        return this;
    }

    public static int nc16(long struct) {
        return memGetInt(struct + LwjglWide.C16);
    }

    public static void nc16(long struct, int value) {
        memPutInt(struct + LwjglWide.C16, value);
    }

    public int c17() {
        return nc17(address());
    }

    public LwjglWide c17(int value) {
        nc17(address(), value);
        return this;
    }

    public static int nc17(long struct) {
        return memGetInt(struct + LwjglWide.C17);
    }

    public static void nc17(long struct, int value) {
        memPutInt(struct + LwjglWide.C17, value);
    }

    public long c18() {
        return nc18(address());
    }

    public LwjglWide c18(long value) {
        nc18(address(), value);
        return this;
    }

    public static long nc18(long struct) {
        return memGetLong(struct + LwjglWide.C18);
    }

    public static void nc18(long struct, long value) {
        memPutLong(struct + LwjglWide.C18, value);
    }

    public double c19() {
        return nc19(address());
    }

    public LwjglWide c19(double value) {
        nc19(address(), value);
        return this;
    }

    public static double nc19(long struct) {
        return memGetDouble(struct + LwjglWide.C19);
    }

    public static void nc19(long struct, double value) {
        memPutDouble(struct + LwjglWide.C19, value);
    }

    public int c20() {
        return nc20(address());
    }

    public LwjglWide c20(int value) {
        nc20(address(), value);
        return this;
    }

    public static int nc20(long struct) {
        return memGetInt(struct + LwjglWide.C20);
    }

    public static void nc20(long struct, int value) {
        memPutInt(struct + LwjglWide.C20, value);
    }

    public int c21() {
        return nc21(address());
    }

    public LwjglWide c21(int value) {
        nc21(address(), value);
        return this;
    }

    public static int nc21(long struct) {
        return memGetInt(struct + LwjglWide.C21);
    }

    public static void nc21(long struct, int value) {
        memPutInt(struct + LwjglWide.C21, value);
    }

    public long c22() {
        return nc22(address());
    }

    public LwjglWide c22(long value) {
        nc22(address(), value);
        return this;
    }

    public static long nc22(long struct) {
        return memGetLong(struct + LwjglWide.C22);
    }

    public static void nc22(long struct, long value) {
        memPutLong(struct + LwjglWide.C22, value);
    }

    public double c23() {
        return nc23(address());
    }

    public LwjglWide c23(double value) {
        nc23(address(), value);
        return this;
    }

    public static double nc23(long struct) {
        return memGetDouble(struct + LwjglWide.C23);
    }

    public static void nc23(long struct, double value) {
        memPutDouble(struct + LwjglWide.C23, value);
    }

    /** An array of them. */
    public static final class Buffer extends StructBuffer<LwjglWide, Buffer> implements NativeResource {
        private static final LwjglWide ELEMENT_FACTORY = LwjglWide.create(-1L);

        private Buffer(long address, int capacity) {
            super(address, null, -1, 0, capacity, capacity);
        }

        private Buffer(long address, @Nullable ByteBuffer container, int mark, int position, int limit, int capacity) {
            super(address, container, mark, position, limit, capacity);
        }

        @Override
        protected Buffer self() {
            return this;
        }

        @Override
        protected Buffer create(
                long address, @Nullable ByteBuffer container, int mark, int position, int limit, int capacity) {
            return new Buffer(address, container, mark, position, limit, capacity);
        }

        @Override
        protected LwjglWide getElementFactory() {
            return ELEMENT_FACTORY;
        }
    }
}
