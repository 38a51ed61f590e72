package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;

/**
 * The values of a {@link StackAllocator}: its top, and pushing and popping by storage type.
 *
 * <p>The memory is touched before the top moves, so that a refused operation leaves the stack as it was.
 */
abstract sealed class StackValues extends BlockAllocator permits StackAllocator {
    private final LinearMemory memory;
    private final long base;
    private final long end;

    /** The address of the newest byte. */
    long top;

    /** The lowest address that {@link #top} has been. */
    long lowestTop;

    /** The address up to which values can be popped: the innermost frame's start or the newest block. */
    long floor;

    /**
     * Whether no value can be pushed at the moment: the stack is closed, or an operation that an error has cut off has
     * to be completed first. Then {@link #floor} keeps values from being popped.
     */
    boolean isHeld;

    StackValues(LinearMemory memory, long base, long byteSize) {
        super(memory, base, byteSize);
        this.memory = memory;
        this.base = base;
        this.end = base + byteSize;
        this.top = end;
        this.lowestTop = end;
        this.floor = end;
    }

    /** Pushes the low byte of {@code value}: I8 and U8. */
    public void pushI8(int value) {
        long address = roomFor(Byte.BYTES);
        memory.storeI8(address, value);
        pushed(address);
    }

    /** Pushes the low 2 bytes of {@code value}: I16 and U16. */
    public void pushI16(int value) {
        long address = roomFor(Short.BYTES);
        memory.storeI16(address, value);
        pushed(address);
    }

    /** Pushes 4 bytes: I32 and U32. */
    public void pushI32(int value) {
        long address = roomFor(Integer.BYTES);
        memory.storeI32(address, value);
        pushed(address);
    }

    /** Pushes 8 bytes. */
    public void pushI64(long value) {
        long address = roomFor(Long.BYTES);
        memory.storeI64(address, value);
        pushed(address);
    }

    /** Pushes 4 bytes, the payload of a NaN included. */
    public void pushF32(float value) {
        long address = roomFor(Float.BYTES);
        memory.storeF32(address, value);
        pushed(address);
    }

    /** Pushes 8 bytes, the payload of a NaN included. */
    public void pushF64(double value) {
        long address = roomFor(Double.BYTES);
        memory.storeF64(address, value);
        pushed(address);
    }

    /** Pops 1 byte, extended with its sign. */
    public int popI8() {
        int value = memory.loadI8(poppable(Byte.BYTES));
        popped(Byte.BYTES);
        return value;
    }

    /** Pops 1 byte, extended with zeros. */
    public int popU8() {
        int value = memory.loadU8(poppable(Byte.BYTES));
        popped(Byte.BYTES);
        return value;
    }

    /** Pops 2 bytes, extended with their sign. */
    public int popI16() {
        int value = memory.loadI16(poppable(Short.BYTES));
        popped(Short.BYTES);
        return value;
    }

    /** Pops 2 bytes, extended with zeros. */
    public int popU16() {
        int value = memory.loadU16(poppable(Short.BYTES));
        popped(Short.BYTES);
        return value;
    }

    /** Pops 4 bytes. */
    public int popI32() {
        int value = memory.loadI32(poppable(Integer.BYTES));
        popped(Integer.BYTES);
        return value;
    }

    /** Pops 4 bytes, extended with zeros. */
    public long popU32() {
        long value = memory.loadU32(poppable(Integer.BYTES));
        popped(Integer.BYTES);
        return value;
    }

    /** Pops 8 bytes. */
    public long popI64() {
        long value = memory.loadI64(poppable(Long.BYTES));
        popped(Long.BYTES);
        return value;
    }

    /** Pops 4 bytes as an IEEE 754 binary32 value. */
    public float popF32() {
        float value = memory.loadF32(poppable(Float.BYTES));
        popped(Float.BYTES);
        return value;
    }

    /** Pops 8 bytes as an IEEE 754 binary64 value. */
    public double popF64() {
        double value = memory.loadF64(poppable(Double.BYTES));
        popped(Double.BYTES);
        return value;
    }

    /** The address of the newest byte; the end of the range when the stack is empty. */
    public long topAddress() {
        completePending();
        return top;
    }

    /** Bytes on the stack, gaps for alignment included. */
    public long byteSize() {
        completePending();
        return end - top;
    }

    /** Completes or undoes what an error has cut off, if anything. */
    abstract void completePending();

    abstract boolean isClosed();

    final IllegalStateException closed() {
        return new IllegalStateException("stack or its memory is closed: base=" + base + " end=" + end);
    }

    /** The address for a new value of {@code byteSize} bytes. */
    private long roomFor(long byteSize) {
        if (isHeld) {
            completePending();
            if (isClosed()) {
                throw closed();
            }
        }
        if (byteSize > top - base) {
            throw noRoom(byteSize, 1);
        }
        return top - byteSize;
    }

    private void pushed(long address) {
        top = address;
        if (address < lowestTop) {
            lowestTop = address;
        }
    }

    /** The address of the newest value of {@code byteSize} bytes. */
    private long poppable(long byteSize) {
        if (byteSize > floor - top) {
            requirePoppable(byteSize);
        }
        return top;
    }

    private void popped(long byteSize) {
        top += byteSize;
    }

    private void requirePoppable(long byteSize) {
        completePending();
        if (isClosed()) {
            throw closed();
        }
        if (byteSize > floor - top) {
            throw new IllegalStateException(
                    "pop of more bytes than were pushed in this frame, or since the newest block: byteSize=" + byteSize
                            + " poppableByteSize=" + (floor - top) + " top=" + top);
        }
    }
}
