package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A handle of memory on the Java heap: the loads and stores of {@link TypedAccess} once more, for segments of arrays, of whatever
 * class.
 *
 * <p>So the JIT sees, at each call site of a load or store, which kind of handle is used there, and compiles only that one. In
 * shared code it would have to provide for all kinds, and nothing would be hoisted out of a loop (decision 0022).
 */
final class OnHeapMemory extends Memory {
    OnHeapMemory(MemorySegment segment, long offset, @Nullable Claim claim, boolean isWhole) {
        super(segment, offset, claim, isWhole, false);
    }

    @Override
    public void checkRange(long offset, long byteSize) {
        check(segment, offset, byteSize);
    }

    @Override
    public MemorySegment readable(long offset, long byteSize) {
        MemorySegment read = segment;
        check(read, offset, byteSize);
        return read;
    }

    @Override
    public MemorySegment writable(long offset, long byteSize) {
        MemorySegment written = segment;
        checkWritable(written, offset, byteSize);
        return written;
    }

    @Override
    public int loadI8(long offset) {
        try {
            return (byte) Access.I8.get(segment, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Byte.BYTES, cause);
        }
    }

    @Override
    public int loadI16(long offset) {
        try {
            return (short) Access.I16.get(segment, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Short.BYTES, cause);
        }
    }

    @Override
    public int loadI32(long offset) {
        try {
            return (int) Access.I32.get(segment, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Integer.BYTES, cause);
        }
    }

    @Override
    public long loadI64(long offset) {
        try {
            return (long) Access.I64.get(segment, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Long.BYTES, cause);
        }
    }

    @Override
    public float loadF32(long offset) {
        try {
            return (float) Access.F32.get(segment, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Float.BYTES, cause);
        }
    }

    @Override
    public double loadF64(long offset) {
        try {
            return (double) Access.F64.get(segment, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Double.BYTES, cause);
        }
    }

    @Override
    public void storeI8(long offset, int value) {
        try {
            Access.I8.set(segment, offset, (byte) value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Byte.BYTES, cause);
        }
    }

    @Override
    public void storeI16(long offset, int value) {
        try {
            Access.I16.set(segment, offset, (short) value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Short.BYTES, cause);
        }
    }

    @Override
    public void storeI32(long offset, int value) {
        try {
            Access.I32.set(segment, offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Integer.BYTES, cause);
        }
    }

    @Override
    public void storeI64(long offset, long value) {
        try {
            Access.I64.set(segment, offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Long.BYTES, cause);
        }
    }

    @Override
    public void storeF32(long offset, float value) {
        try {
            Access.F32.set(segment, offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Float.BYTES, cause);
        }
    }

    @Override
    public void storeF64(long offset, double value) {
        try {
            Access.F64.set(segment, offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Double.BYTES, cause);
        }
    }
}
