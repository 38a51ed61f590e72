package dev.ashlar.memory;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A handle: a bounded, revocable span of memory.
 *
 * <p>Allocators return handles and generated views read through them. Offsets are in bytes from the start of the
 * handle; values are little-endian and need no alignment. Two promises hold for every access:
 *
 * <ul>
 *   <li><b>Space.</b> An access that does not fit inside the handle changes nothing and throws
 *       {@link IndexOutOfBoundsException}, even where the memory around it exists.
 *   <li><b>Time.</b> Once the handle is revoked, by {@link #free()} or by a {@link #reallocate(long)} that succeeded,
 *       or its memory is closed, every access throws {@link IllegalStateException}.
 * </ul>
 *
 * <p><b>Limits.</b> Revocation is for one handle. A second handle to the same bytes, a {@link LinearMemory#span span},
 * a raw address or a {@link #segment()} taken earlier is not revoked with it. Another thread is sure to see a
 * revocation only when it is ordered after the free.
 *
 * <p><b>Threads.</b> Loads and stores race as plain Java fields do. {@code free} and {@code reallocate} follow the
 * thread rule of the owner.
 */
public final class Memory implements AutoCloseable {
    /** What a revoked handle reads through: it has no bytes, so that the ordinary bounds check stops every access. */
    private static final MemorySegment REVOKED = MemorySegment.ofAddress(0);

    private MemorySegment segment;
    private final long offset;
    private final @Nullable Claim claim;

    Memory(MemorySegment segment, long offset, @Nullable Claim claim) {
        this.segment = segment;
        this.offset = offset;
        this.claim = claim;
    }

    /**
     * A handle over any segment: a C pointer with its size, a mapped file, a {@code byte[]}, another runtime's memory.
     *
     * <p>Nobody owns it: {@link #free()} refuses it. Its accesses also throw what the segment's own rules ask for, such
     * as {@link WrongThreadException} for one that is confined to a thread, or {@link UnsupportedOperationException}
     * for a store to one that is read-only.
     */
    public static Memory of(MemorySegment segment) {
        return new Memory(Objects.requireNonNull(segment, "segment"), 0, null);
    }

    /**
     * Where the handle starts: its address in its {@link LinearMemory}; 0 for a handle made by {@link #of}. Still
     * answered after the handle is revoked.
     */
    public long offset() {
        return offset;
    }

    /**
     * The handle's length in bytes: what was asked for, not what the allocator rounded it up to.
     *
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public long length() {
        requireAlive();
        return segment.byteSize();
    }

    /** Whether loads and stores are possible: neither revoked nor closed. */
    public boolean isAlive() {
        return !isRevoked() && segment.scope().isAlive();
    }

    /**
     * The handle's bytes as a segment of exactly {@link #length()} bytes, for code that works with
     * {@code java.lang.foreign}. The segment is not revoked by {@link #free()}; it ends with its memory.
     *
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public MemorySegment segment() {
        requireAlive();
        return segment;
    }

    /**
     * Checks once that a range lies inside the handle, as views do when they are placed.
     *
     * @param offset bytes from the start of the handle
     * @param byteSize bytes, not negative; 0 is fine up to and including the end
     * @throws IndexOutOfBoundsException if the range does not fit
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public void checkRange(long offset, long byteSize) {
        requireAlive();
        if ((offset | byteSize) < 0 || offset > segment.byteSize() - byteSize) {
            throw AccessFailure.outOfRange(this, offset, byteSize);
        }
    }

    /** Loads 1 byte at {@code offset}, extended with its sign. Throws as every load does, see {@link Memory}. */
    public int loadI8(long offset) {
        try {
            return segment.get(Access.I8, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Byte.BYTES, cause);
        }
    }

    /** Loads 1 byte at {@code offset}, extended with zeros. */
    public int loadU8(long offset) {
        return loadI8(offset) & 0xFF;
    }

    /** Loads 2 bytes at {@code offset}, extended with their sign. */
    public int loadI16(long offset) {
        try {
            return segment.get(Access.I16, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Short.BYTES, cause);
        }
    }

    /** Loads 2 bytes at {@code offset}, extended with zeros. */
    public int loadU16(long offset) {
        return loadI16(offset) & 0xFFFF;
    }

    /** Loads 4 bytes at {@code offset}. */
    public int loadI32(long offset) {
        try {
            return segment.get(Access.I32, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Integer.BYTES, cause);
        }
    }

    /** Loads 4 bytes at {@code offset}, extended with zeros. */
    public long loadU32(long offset) {
        return Integer.toUnsignedLong(loadI32(offset));
    }

    /** Loads 8 bytes at {@code offset}. */
    public long loadI64(long offset) {
        try {
            return segment.get(Access.I64, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Long.BYTES, cause);
        }
    }

    /** Loads 4 bytes at {@code offset} as an IEEE 754 binary32 value. */
    public float loadF32(long offset) {
        try {
            return segment.get(Access.F32, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Float.BYTES, cause);
        }
    }

    /** Loads 8 bytes at {@code offset} as an IEEE 754 binary64 value. */
    public double loadF64(long offset) {
        try {
            return segment.get(Access.F64, offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Double.BYTES, cause);
        }
    }

    /** Stores the low byte of {@code value} at {@code offset}. Throws as every store does, see {@link Memory}. */
    public void storeI8(long offset, int value) {
        try {
            segment.set(Access.I8, offset, (byte) value);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Byte.BYTES, cause);
        }
    }

    /** Stores the low 2 bytes of {@code value} at {@code offset}. */
    public void storeI16(long offset, int value) {
        try {
            segment.set(Access.I16, offset, (short) value);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Short.BYTES, cause);
        }
    }

    /** Stores 4 bytes at {@code offset}. */
    public void storeI32(long offset, int value) {
        try {
            segment.set(Access.I32, offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Integer.BYTES, cause);
        }
    }

    /** Stores 8 bytes at {@code offset}. */
    public void storeI64(long offset, long value) {
        try {
            segment.set(Access.I64, offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Long.BYTES, cause);
        }
    }

    /** Stores 4 bytes at {@code offset}: the IEEE 754 binary32 value, the payload of a NaN included. */
    public void storeF32(long offset, float value) {
        try {
            segment.set(Access.F32, offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Float.BYTES, cause);
        }
    }

    /** Stores 8 bytes at {@code offset}: the IEEE 754 binary64 value, the payload of a NaN included. */
    public void storeF64(long offset, double value) {
        try {
            segment.set(Access.F64, offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(this, offset, Double.BYTES, cause);
        }
    }

    /**
     * The handle's bytes in a new array.
     *
     * @throws IllegalArgumentException if there are more than a Java array holds
     */
    public byte[] loadBytes() {
        long byteSize = length();
        if (byteSize > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("too many bytes for one array: length=" + byteSize);
        }
        return loadBytes(0, (int) byteSize);
    }

    /** The {@code byteSize} bytes from {@code offset} on, in a new array. */
    public byte[] loadBytes(long offset, int byteSize) {
        checkRange(offset, byteSize);
        byte[] bytes = new byte[byteSize];
        MemorySegment.copy(segment, Access.I8, offset, bytes, 0, byteSize);
        return bytes;
    }

    /** Stores all of {@code bytes} at the start of the handle; nothing is stored when they do not fit. */
    public void storeBytes(byte[] bytes) {
        storeBytes(0, bytes);
    }

    /** Stores all of {@code bytes} from {@code offset} on; nothing is stored when they do not fit. */
    public void storeBytes(long offset, byte[] bytes) {
        checkRange(offset, bytes.length);
        MemorySegment.copy(bytes, 0, segment, Access.I8, offset, bytes.length);
    }

    /**
     * Copies {@code byteSize} bytes from {@code offset} in this handle to {@code targetOffset} in {@code target}, as if
     * through a temporary copy: the two ranges may overlap. Nothing is copied when either range does not fit.
     */
    public void copyTo(long offset, Memory target, long targetOffset, long byteSize) {
        checkRange(offset, byteSize);
        target.checkRange(targetOffset, byteSize);
        MemorySegment.copy(segment, offset, target.segment, targetOffset, byteSize);
    }

    /** Copies all of this handle to the start of {@code target}; nothing is copied when it does not fit. */
    public void copyTo(Memory target) {
        copyTo(0, target, 0, length());
    }

    /** Sets {@code byteSize} bytes from {@code offset} on to the low byte of {@code value}. */
    public void fill(long offset, int value, long byteSize) {
        checkRange(offset, byteSize);
        segment.asSlice(offset, byteSize).fill((byte) value);
    }

    /** Sets every byte of the handle to the low byte of {@code value}. */
    public void fill(int value) {
        fill(0, value, length());
    }

    /**
     * Gives the block back to its allocator and revokes this handle.
     *
     * @throws IllegalStateException if it is freed already, if its memory is closed, if nobody owns it, or if no live
     *     block starts here with this length; nothing has changed then
     */
    public void free() {
        owner("free").free(this);
    }

    /** Frees the block as {@link #free()} does; does nothing when there is nothing left to free, or nobody owns it. */
    @Override
    public void close() {
        if (claim != null && claim.owner() != null && isAlive()) {
            free();
        }
    }

    /** As {@link #reallocate(long, long)}, with the default alignment of the allocator. */
    public Memory reallocate(long newLength) {
        Owner owner = owner("reallocate");
        return owner.reallocate(this, newLength, owner.defaultByteAlignment());
    }

    /**
     * Gives the block another length, keeping its bytes up to the shorter of the two lengths; bytes gained are zero.
     *
     * <p>On success a new handle is returned and this one is revoked, whether the block moved or not. On failure this
     * handle and its block are as before.
     *
     * @param newLength bytes, positive
     * @param byteAlignment a positive power of two, in bytes
     * @throws IllegalArgumentException if an argument is not as described
     * @throws IllegalStateException as for {@link #free()}
     */
    public Memory reallocate(long newLength, long byteAlignment) {
        return owner("reallocate").reallocate(this, newLength, byteAlignment);
    }

    /** {@code Memory[offset=…, length=…]} in bytes, or {@code Memory[freed]} or {@code Memory[closed]}. */
    @Override
    public String toString() {
        if (isRevoked()) {
            return isClosed() ? "Memory[closed]" : "Memory[freed]";
        }
        return isAlive() ? "Memory[offset=" + offset + ", length=" + segment.byteSize() + "]" : "Memory[closed]";
    }

    /** Whether the end of the memory, and not a free, is why the handle no longer works. */
    boolean isClosed() {
        return (claim != null && claim.memory().isClosed()) || !segment.scope().isAlive();
    }

    @SuppressWarnings({"MemorySegmentReferenceEquality", "ReferenceEquality"
    }) // the sentinel is one object, not any empty segment
    boolean isRevoked() {
        return segment == REVOKED;
    }

    /** The bytes in reach of this handle, without a check: for messages and for {@link LinearMemory}. */
    MemorySegment reach() {
        return segment;
    }

    @Nullable
    Claim claim() {
        return claim;
    }

    /** Ends the handle: from now on every access through it fails. */
    void revoke() {
        segment = REVOKED;
    }

    /** Lets the memory-wide handle follow growth. */
    void extendTo(MemorySegment grown) {
        segment = grown;
    }

    private void requireAlive() {
        if (!isAlive()) {
            throw AccessFailure.dead(this);
        }
    }

    private Owner owner(String operation) {
        if (!isAlive()) {
            throw AccessFailure.refusedOperation(this, operation);
        }
        Owner owner = claim == null ? null : claim.owner();
        if (owner == null) {
            throw new IllegalStateException(
                    operation + " of memory that no allocator owns: offset=" + offset + " length=" + length());
        }
        return owner;
    }
}
