package dev.ashlar.examples.wasm;

import dev.ashlar.memory.DataSegment;
import dev.ashlar.memory.LinearMemory;
import java.util.function.Supplier;
import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.Instance;
import run.endive.runtime.TrapException;
import run.endive.wasm.UninstantiableException;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.PassiveDataSegment;

/**
 * A {@link LinearMemory} as the memory of a Wasm engine: what a user writes to run guests on it.
 *
 * <p>The engine's addresses are unsigned 32-bit numbers, and what does not fit must be its trap.
 *
 * <p>It keeps the data segments of one instance. Instances that share a memory get one {@code EngineMemory} each, all over
 * the same {@code LinearMemory}.
 */
@SuppressWarnings("removal") // the engine will drop four methods for waiting on shared memory, but still asks for them
final class EngineMemory implements run.endive.runtime.Memory {
    private final LinearMemory memory;
    private final int initialPages;
    private run.endive.wasm.types.DataSegment[] engineSegments = {};
    private DataSegment[] segments = {};

    EngineMemory(LinearMemory memory) {
        this.memory = memory;
        this.initialPages = (int) memory.pages();
    }

    @Override
    public int pages() {
        return (int) memory.pages();
    }

    @Override
    public int grow(int morePages) {
        return (int) memory.grow(Integer.toUnsignedLong(morePages));
    }

    @Override
    public int initialPages() {
        return initialPages;
    }

    @Override
    public int maximumPages() {
        return (int) memory.maxPages();
    }

    @Override
    public void initialize(Instance instance, run.endive.wasm.types.DataSegment[] data) {
        initialize(instance, data, 0);
    }

    /**
     * Instantiation copies an active segment to the memory that it names and drops it (core specification,
     * "Instantiation"). The engine gives every memory of the instance all segments, and its index, one memory after the
     * other: those that the module defines first, then those that it imports. So the segments of one memory are copied in
     * the order of the module, but one that does not fit stops only those of the memories that follow.
     */
    @Override
    public void initialize(Instance instance, run.endive.wasm.types.DataSegment[] data, int memoryIndex) {
        engineSegments = data;
        segments = new DataSegment[data.length];
        for (int i = 0; i < data.length; i++) {
            segments[i] = DataSegment.passive(data[i].bytes());
            if (data[i] instanceof ActiveDataSegment active) {
                if (active.index() == memoryIndex) {
                    long[] address = ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions());
                    write(segments[i], Integer.toUnsignedLong((int) address[0]));
                }
                segments[i].drop();
            }
        }
    }

    private void write(DataSegment segment, long address) {
        try {
            memory.init(segment, address, 0, segment.byteSize());
        } catch (IndexOutOfBoundsException outside) {
            throw new UninstantiableException("out of bounds memory access: " + outside.getMessage(), outside);
        }
    }

    /** The engine tells nobody of a {@code data.drop}: it puts its empty segment in the place of the dropped one. */
    @Override
    public void initPassiveSegment(int segment, int to, int from, int byteSize) {
        if (engineSegments[segment].equals(PassiveDataSegment.EMPTY)) {
            drop(segment);
        }
        trapping(() -> memory.init(
                segments[segment],
                Integer.toUnsignedLong(to),
                Integer.toUnsignedLong(from),
                Integer.toUnsignedLong(byteSize)));
    }

    @Override
    public void drop(int segment) {
        segments[segment].drop();
    }

    @Override
    public void copy(int to, int from, int byteSize) {
        trapping(() -> memory.copy(
                Integer.toUnsignedLong(to), Integer.toUnsignedLong(from), Integer.toUnsignedLong(byteSize)));
    }

    /** The engine gives the end of the range, not its length. */
    @Override
    public void fill(byte value, int from, int to) {
        trapping(() -> memory.fill(
                Integer.toUnsignedLong(from), value, Integer.toUnsignedLong(to) - Integer.toUnsignedLong(from)));
    }

    @Override
    public void zero() {
        memory.fill(0, 0, memory.byteSize());
    }

    @Override
    public void write(int address, byte[] bytes, int from, int byteSize) {
        trapping(() -> memory.whole().storeBytes(Integer.toUnsignedLong(address), bytes, from, byteSize));
    }

    @Override
    public byte[] readBytes(int address, int byteSize) {
        return trapping(() -> memory.whole().loadBytes(Integer.toUnsignedLong(address), byteSize));
    }

    @Override
    public byte read(int address) {
        return trapping(() -> (byte) memory.loadI8(Integer.toUnsignedLong(address)));
    }

    @Override
    public void writeByte(int address, byte value) {
        trapping(() -> memory.storeI8(Integer.toUnsignedLong(address), value));
    }

    @Override
    public short readShort(int address) {
        return trapping(() -> (short) memory.loadI16(Integer.toUnsignedLong(address)));
    }

    @Override
    public long readU16(int address) {
        return trapping(() -> (long) memory.loadU16(Integer.toUnsignedLong(address)));
    }

    @Override
    public void writeShort(int address, short value) {
        trapping(() -> memory.storeI16(Integer.toUnsignedLong(address), value));
    }

    @Override
    public int readInt(int address) {
        return trapping(() -> memory.loadI32(Integer.toUnsignedLong(address)));
    }

    @Override
    public void writeI32(int address, int value) {
        trapping(() -> memory.storeI32(Integer.toUnsignedLong(address), value));
    }

    @Override
    public long readLong(int address) {
        return trapping(() -> memory.loadI64(Integer.toUnsignedLong(address)));
    }

    @Override
    public void writeLong(int address, long value) {
        trapping(() -> memory.storeI64(Integer.toUnsignedLong(address), value));
    }

    /** The bits: this is how the engine wants them. */
    @Override
    public long readF32(int address) {
        return readInt(address);
    }

    @Override
    public float readFloat(int address) {
        return trapping(() -> memory.loadF32(Integer.toUnsignedLong(address)));
    }

    @Override
    public void writeF32(int address, float value) {
        trapping(() -> memory.storeF32(Integer.toUnsignedLong(address), value));
    }

    @Override
    public long readF64(int address) {
        return readLong(address);
    }

    @Override
    public double readDouble(int address) {
        return trapping(() -> memory.loadF64(Integer.toUnsignedLong(address)));
    }

    @Override
    public void writeF64(int address, double value) {
        trapping(() -> memory.storeF64(Integer.toUnsignedLong(address), value));
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public Object lock(int address) {
        return memory;
    }

    @Override
    public int waitOn(int address, int expected, long timeout) {
        throw new TrapException("expected shared memory");
    }

    @Override
    public int waitOn(int address, long expected, long timeout) {
        throw new TrapException("expected shared memory");
    }

    /** Nobody can wait on a memory that is not shared. */
    @Override
    public int notify(int address, int count) {
        return 0;
    }

    private static <T> T trapping(Supplier<T> access) {
        try {
            return access.get();
        } catch (IndexOutOfBoundsException outside) {
            throw trap(outside);
        }
    }

    private static void trapping(Runnable access) {
        try {
            access.run();
        } catch (IndexOutOfBoundsException outside) {
            throw trap(outside);
        }
    }

    private static TrapException trap(IndexOutOfBoundsException outside) {
        TrapException trap = new TrapException("out of bounds memory access: " + outside.getMessage());
        trap.initCause(outside);
        return trap;
    }
}
