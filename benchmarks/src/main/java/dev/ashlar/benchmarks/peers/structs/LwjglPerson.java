package dev.ashlar.benchmarks.peers.structs;

import static org.lwjgl.system.MemoryUtil.memGetDouble;
import static org.lwjgl.system.MemoryUtil.memGetInt;
import static org.lwjgl.system.MemoryUtil.memPutDouble;
import static org.lwjgl.system.MemoryUtil.memPutInt;
import static org.lwjgl.system.MemoryUtil.nmemAllocChecked;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.NativeResource;
import org.lwjgl.system.Struct;
import org.lwjgl.system.StructBuffer;

/** A {@link Person}, in the way that the generator of LWJGL writes structs. */
public final class LwjglPerson extends Struct<LwjglPerson> implements NativeResource {
    public static final int SIZEOF;
    public static final int ALIGNOF;
    public static final int ID;
    public static final int HEIGHT;
    public static final int AGE;

    static {
        Layout layout = __struct(__member(4), __member(8), __member(4));
        SIZEOF = layout.getSize();
        ALIGNOF = layout.getAlignment();
        ID = layout.offsetof(0);
        HEIGHT = layout.offsetof(1);
        AGE = layout.offsetof(2);
    }

    private LwjglPerson(long address, @Nullable ByteBuffer container) {
        super(address, container);
    }

    @Override
    protected LwjglPerson create(long address, @Nullable ByteBuffer container) {
        return new LwjglPerson(address, container);
    }

    @Override
    public int sizeof() {
        return SIZEOF;
    }

    public static LwjglPerson create(long address) {
        return new LwjglPerson(address, null);
    }

    public static Buffer malloc(int capacity) {
        return new Buffer(nmemAllocChecked(__checkMalloc(capacity, SIZEOF)), capacity);
    }

    public int id() {
        return nid(address());
    }

    public LwjglPerson id(int value) {
        nid(address(), value);
        return this;
    }

    public static int nid(long struct) {
        return memGetInt(struct + LwjglPerson.ID);
    }

    public static void nid(long struct, int value) {
        memPutInt(struct + LwjglPerson.ID, value);
    }

    public double height() {
        return nheight(address());
    }

    public LwjglPerson height(double value) {
        nheight(address(), value);
        return this;
    }

    public static double nheight(long struct) {
        return memGetDouble(struct + LwjglPerson.HEIGHT);
    }

    public static void nheight(long struct, double value) {
        memPutDouble(struct + LwjglPerson.HEIGHT, value);
    }

    public int age() {
        return nage(address());
    }

    public LwjglPerson age(int value) {
        nage(address(), value);
        return this;
    }

    public static int nage(long struct) {
        return memGetInt(struct + LwjglPerson.AGE);
    }

    public static void nage(long struct, int value) {
        memPutInt(struct + LwjglPerson.AGE, value);
    }

    /** An array of them. */
    public static final class Buffer extends StructBuffer<LwjglPerson, Buffer> implements NativeResource {
        private static final LwjglPerson ELEMENT_FACTORY = LwjglPerson.create(-1L);

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
        protected LwjglPerson getElementFactory() {
            return ELEMENT_FACTORY;
        }
    }
}
