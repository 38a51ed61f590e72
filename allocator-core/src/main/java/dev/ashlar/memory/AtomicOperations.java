package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;

/**
 * The accesses of a {@link Memory} that give guarantees to other threads. The address must be a multiple of the size of
 * the value, in memory that guarantees that alignment; otherwise they throw {@link IllegalArgumentException}.
 *
 * <p>In a file that was cut short each of them ends in an {@link InternalError}, as loads and stores do. Left to
 * itself, the JVM would crash there in a compare-and-set that is not compiled, and in a compare-and-exchange that C2
 * has not compiled. A load of the same bytes earlier in the same method makes the JVM throw instead. Only files pay for that load.
 */
abstract sealed class AtomicOperations extends TypedAccess permits Memory {
    AtomicOperations(MemorySegment segment, boolean isInFile) {
        super(segment, isInFile);
    }

    /**
     * Checks once that atomic accesses at {@code offset} and at multiples of {@code byteAlignment} from it are
     * possible, as views do when they are made.
     *
     * @param offset bytes from the start of the handle, inside of it
     * @param byteAlignment the size of the largest access in bytes, 4 or 8
     * @throws IllegalArgumentException if the address there is not a multiple of it, or is on the Java heap in an array
     *     that does not guarantee it
     * @throws IndexOutOfBoundsException if {@code offset} lies outside the handle
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public void checkAtomic(long offset, long byteAlignment) {
        checkRange(offset, 0);
        if (!AccessFailure.isAligned(self(), offset, byteAlignment)) {
            throw AccessFailure.misaligned(self(), offset, byteAlignment, null);
        }
    }

    /** Loads 4 bytes at {@code offset} with volatile semantics. */
    public int loadI32Volatile(long offset) {
        try {
            return (int) AtomicAccess.I32.getVolatile(reach(), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Stores 4 bytes at {@code offset} with volatile semantics. */
    public void storeI32Volatile(long offset, int value) {
        try {
            AtomicAccess.I32.setVolatile(reach(), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Loads 4 bytes at {@code offset} with acquire semantics. */
    public int loadI32Acquire(long offset) {
        try {
            return (int) AtomicAccess.I32.getAcquire(reach(), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Stores 4 bytes at {@code offset} with release semantics. */
    public void storeI32Release(long offset, int value) {
        try {
            AtomicAccess.I32.setRelease(reach(), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Stores {@code value} if {@code expected} is there; returns whether it did. Volatile semantics. */
    public boolean compareAndSetI32(long offset, int expected, int value) {
        try {
            MemorySegment segment = reach();
            return (!isInFile || (int) AtomicAccess.I32.getVolatile(segment, offset) == expected)
                    && AtomicAccess.I32.compareAndSet(segment, offset, expected, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Stores {@code value} if {@code expected} is there; returns the previous value. Volatile semantics. */
    public int compareAndExchangeI32(long offset, int expected, int value) {
        try {
            return isInFile
                    ? exchangeInFile(reach(), offset, expected, value)
                    : (int) AtomicAccess.I32.compareAndExchange(reach(), offset, expected, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Exchanges by compare-and-set, which both compilers compile, and so keep next to the load. */
    private static int exchangeInFile(MemorySegment segment, long offset, int expected, int value) {
        while (true) {
            int found = (int) AtomicAccess.I32.getVolatile(segment, offset);
            if (found != expected || AtomicAccess.I32.compareAndSet(segment, offset, expected, value)) {
                return found;
            }
        }
    }

    /** Stores {@code value} and returns the previous value, in one atomic step. */
    public int getAndSetI32(long offset, int value) {
        try {
            return (int) AtomicAccess.I32.getAndSet(reach(), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Adds {@code delta}, wrapping, and returns the previous value, in one atomic step. */
    public int getAndAddI32(long offset, int delta) {
        try {
            return (int) AtomicAccess.I32.getAndAdd(reach(), offset, delta);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Combines with {@code mask} by bitwise AND and returns the previous value, in one atomic step. */
    public int getAndBitwiseAndI32(long offset, int mask) {
        try {
            return (int) AtomicAccess.I32.getAndBitwiseAnd(reach(), offset, mask);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Combines with {@code mask} by bitwise OR and returns the previous value, in one atomic step. */
    public int getAndBitwiseOrI32(long offset, int mask) {
        try {
            return (int) AtomicAccess.I32.getAndBitwiseOr(reach(), offset, mask);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Combines with {@code mask} by bitwise XOR and returns the previous value, in one atomic step. */
    public int getAndBitwiseXorI32(long offset, int mask) {
        try {
            return (int) AtomicAccess.I32.getAndBitwiseXor(reach(), offset, mask);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Loads 8 bytes at {@code offset} with volatile semantics. */
    public long loadI64Volatile(long offset) {
        try {
            return (long) AtomicAccess.I64.getVolatile(reach(), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Stores 8 bytes at {@code offset} with volatile semantics. */
    public void storeI64Volatile(long offset, long value) {
        try {
            AtomicAccess.I64.setVolatile(reach(), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Loads 8 bytes at {@code offset} with acquire semantics. */
    public long loadI64Acquire(long offset) {
        try {
            return (long) AtomicAccess.I64.getAcquire(reach(), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Stores 8 bytes at {@code offset} with release semantics. */
    public void storeI64Release(long offset, long value) {
        try {
            AtomicAccess.I64.setRelease(reach(), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Stores {@code value} if {@code expected} is there; returns whether it did. Volatile semantics. */
    public boolean compareAndSetI64(long offset, long expected, long value) {
        try {
            MemorySegment segment = reach();
            return (!isInFile || (long) AtomicAccess.I64.getVolatile(segment, offset) == expected)
                    && AtomicAccess.I64.compareAndSet(segment, offset, expected, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Stores {@code value} if {@code expected} is there; returns the previous value. Volatile semantics. */
    public long compareAndExchangeI64(long offset, long expected, long value) {
        try {
            return isInFile
                    ? exchangeInFile(reach(), offset, expected, value)
                    : (long) AtomicAccess.I64.compareAndExchange(reach(), offset, expected, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Exchanges by compare-and-set, which both compilers compile, and so keep next to the load. */
    private static long exchangeInFile(MemorySegment segment, long offset, long expected, long value) {
        while (true) {
            long found = (long) AtomicAccess.I64.getVolatile(segment, offset);
            if (found != expected || AtomicAccess.I64.compareAndSet(segment, offset, expected, value)) {
                return found;
            }
        }
    }

    /** Stores {@code value} and returns the previous value, in one atomic step. */
    public long getAndSetI64(long offset, long value) {
        try {
            return (long) AtomicAccess.I64.getAndSet(reach(), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Adds {@code delta}, wrapping, and returns the previous value, in one atomic step. */
    public long getAndAddI64(long offset, long delta) {
        try {
            return (long) AtomicAccess.I64.getAndAdd(reach(), offset, delta);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Combines with {@code mask} by bitwise AND and returns the previous value, in one atomic step. */
    public long getAndBitwiseAndI64(long offset, long mask) {
        try {
            return (long) AtomicAccess.I64.getAndBitwiseAnd(reach(), offset, mask);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Combines with {@code mask} by bitwise OR and returns the previous value, in one atomic step. */
    public long getAndBitwiseOrI64(long offset, long mask) {
        try {
            return (long) AtomicAccess.I64.getAndBitwiseOr(reach(), offset, mask);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }

    /** Combines with {@code mask} by bitwise XOR and returns the previous value, in one atomic step. */
    public long getAndBitwiseXorI64(long offset, long mask) {
        try {
            return (long) AtomicAccess.I64.getAndBitwiseXor(reach(), offset, mask);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofAtomic(self(), offset, Long.BYTES, cause);
        }
    }
}
