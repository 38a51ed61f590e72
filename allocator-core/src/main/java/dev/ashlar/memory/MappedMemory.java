package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A handle of a mapped file: the loads and stores of {@link TypedAccess} once more, for the class of mapped segments. */
final class MappedMemory extends Memory {
    private static final Class<? extends MemorySegment> MAPPED = Access.mappedClass();

    MappedMemory(MemorySegment segment, long offset, @Nullable Claim claim, boolean isWhole, boolean isInFile) {
        super(segment, offset, claim, isWhole, isInFile);
    }

    /** A mapped segment, as {@link Access#ofNative} does it. */
    private static MemorySegment exact(MemorySegment segment) {
        return segment.getClass() == MAPPED ? segment : Access.offHeap(segment);
    }

    @Override
    public void checkRange(long offset, long byteSize) {
        check(exact(segment), offset, byteSize);
    }

    @Override
    public MemorySegment readable(long offset, long byteSize) {
        MemorySegment exact = exact(segment);
        check(exact, offset, byteSize);
        return exact;
    }

    @Override
    public MemorySegment writable(long offset, long byteSize) {
        MemorySegment exact = exact(segment);
        checkWritable(exact, offset, byteSize);
        return exact;
    }

    @Override
    public int loadI8(long offset) {
        try {
            return (byte) Access.I8.get(exact(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Byte.BYTES, cause);
        }
    }

    @Override
    public int loadI16(long offset) {
        try {
            return (short) Access.I16.get(exact(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Short.BYTES, cause);
        }
    }

    @Override
    public int loadI32(long offset) {
        try {
            return (int) Access.I32.get(exact(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Integer.BYTES, cause);
        }
    }

    @Override
    public long loadI64(long offset) {
        try {
            return (long) Access.I64.get(exact(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Long.BYTES, cause);
        }
    }

    @Override
    public float loadF32(long offset) {
        try {
            return (float) Access.F32.get(exact(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Float.BYTES, cause);
        }
    }

    @Override
    public double loadF64(long offset) {
        try {
            return (double) Access.F64.get(exact(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Double.BYTES, cause);
        }
    }

    @Override
    public void storeI8(long offset, int value) {
        try {
            Access.I8.set(exact(segment), offset, (byte) value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Byte.BYTES, cause);
        }
    }

    @Override
    public void storeI16(long offset, int value) {
        try {
            Access.I16.set(exact(segment), offset, (short) value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Short.BYTES, cause);
        }
    }

    @Override
    public void storeI32(long offset, int value) {
        try {
            Access.I32.set(exact(segment), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Integer.BYTES, cause);
        }
    }

    @Override
    public void storeI64(long offset, long value) {
        try {
            Access.I64.set(exact(segment), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Long.BYTES, cause);
        }
    }

    @Override
    public void storeF32(long offset, float value) {
        try {
            Access.F32.set(exact(segment), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Float.BYTES, cause);
        }
    }

    @Override
    public void storeF64(long offset, double value) {
        try {
            Access.F64.set(exact(segment), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(this, offset, Double.BYTES, cause);
        }
    }
}
