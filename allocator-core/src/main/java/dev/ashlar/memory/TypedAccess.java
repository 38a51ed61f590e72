package dev.ashlar.memory;

import dev.ashlar.text.StringBytes;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * The typed loads and stores of a {@link Memory}, over one segment that can be replaced.
 *
 * <p>Each access is a single access to the segment, whose own checks stop what does not fit; the catch block explains
 * the failure. So an access that succeeds pays nothing beyond the checks of {@code java.lang.foreign}.
 *
 * <p>The code here is for native segments; {@link MappedMemory} and {@link OnHeapMemory} repeat it for the other kinds
 * (decision 0022).
 */
abstract sealed class TypedAccess permits AtomicOperations {
    MemorySegment segment;

    /** True if the bytes lie in a file, which others may cut short. */
    final boolean isInFile;

    TypedAccess(MemorySegment segment, boolean isInFile) {
        this.segment = segment;
        this.isInFile = isInFile;
    }

    /**
     * Checks once that a range lies inside the handle, as views do when they are made.
     *
     * @param offset bytes from the start of the handle
     * @param byteSize bytes, not negative; 0 is fine up to and including the end
     * @throws IndexOutOfBoundsException if the range does not fit
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public void checkRange(long offset, long byteSize) {
        check(Access.ofNative(segment), offset, byteSize);
    }

    /**
     * Returns the segment of this handle for several loads in a row, after a check that a range lies inside the handle. The
     * segment has the offsets of the handle, and may be longer than the range. It is not revoked with the handle, so it must
     * not be kept longer than the loads take, and the handle must stay reachable until then:
     *
     * <pre>{@code
     * MemorySegment segment = memory.readable(offset, 16);
     * long sum = segment.get(JAVA_LONG_UNALIGNED, offset) + segment.get(JAVA_LONG_UNALIGNED, offset + 8);
     * Reference.reachabilityFence(memory);
     * }</pre>
     *
     * @param offset bytes from the start of the handle
     * @param byteSize bytes, not negative
     * @throws IndexOutOfBoundsException if the range does not fit
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public MemorySegment readable(long offset, long byteSize) {
        MemorySegment exact = Access.ofNative(segment);
        check(exact, offset, byteSize);
        return exact;
    }

    /**
     * Returns the segment of this handle for several stores in a row, with the rules of {@link #readable}.
     *
     * @throws IndexOutOfBoundsException if the range does not fit
     * @throws IllegalStateException if the handle is freed or its memory closed
     * @throws UnsupportedOperationException if the handle is read-only
     */
    public MemorySegment writable(long offset, long byteSize) {
        MemorySegment exact = Access.ofNative(segment);
        checkWritable(exact, offset, byteSize);
        return exact;
    }

    /** Checks a range of the segment, which is that of this handle, of a class that the caller knows. */
    final void check(MemorySegment exact, long offset, long byteSize) {
        boolean isInside = (offset | byteSize) >= 0 && offset <= exact.byteSize() - byteSize;
        // The segment of a revoked handle has no bytes: only an empty range can lie in it.
        if (!isInside || !exact.scope().isAlive() || (byteSize == 0 && !self().isAlive())) {
            throw AccessFailure.ofRange(self(), offset, byteSize);
        }
    }

    /** Checks a range that is to be stored to, as {@link #check} does. */
    final void checkWritable(MemorySegment exact, long offset, long byteSize) {
        check(exact, offset, byteSize);
        if (exact.isReadOnly()) {
            throw AccessFailure.readOnly(self(), offset, byteSize);
        }
    }

    /** Loads 1 byte at {@code offset}, extended with its sign. Throws as every load does, see {@link Memory}. */
    public int loadI8(long offset) {
        try {
            return (byte) Access.I8.get(Access.ofNative(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, Byte.BYTES, cause);
        }
    }

    /** Loads 1 byte at {@code offset}, extended with zeros. */
    public int loadU8(long offset) {
        return loadI8(offset) & 0xFF;
    }

    /** Loads 2 bytes at {@code offset}, extended with their sign. */
    public int loadI16(long offset) {
        try {
            return (short) Access.I16.get(Access.ofNative(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, Short.BYTES, cause);
        }
    }

    /** Loads 2 bytes at {@code offset}, extended with zeros. */
    public int loadU16(long offset) {
        return loadI16(offset) & 0xFFFF;
    }

    /** Loads 4 bytes at {@code offset}. */
    public int loadI32(long offset) {
        try {
            return (int) Access.I32.get(Access.ofNative(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Loads 4 bytes at {@code offset}, extended with zeros. */
    public long loadU32(long offset) {
        return Integer.toUnsignedLong(loadI32(offset));
    }

    /** Loads 8 bytes at {@code offset}. */
    public long loadI64(long offset) {
        try {
            return (long) Access.I64.get(Access.ofNative(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, Long.BYTES, cause);
        }
    }

    /** Loads 4 bytes at {@code offset} as an IEEE 754 binary32 value. */
    public float loadF32(long offset) {
        try {
            return (float) Access.F32.get(Access.ofNative(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, Float.BYTES, cause);
        }
    }

    /** Loads 8 bytes at {@code offset} as an IEEE 754 binary64 value. */
    public double loadF64(long offset) {
        try {
            return (double) Access.F64.get(Access.ofNative(segment), offset);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, Double.BYTES, cause);
        }
    }

    /** Stores the low byte of {@code value} at {@code offset}. Throws as every store does, see {@link Memory}. */
    public void storeI8(long offset, int value) {
        try {
            Access.I8.set(Access.ofNative(segment), offset, (byte) value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(self(), offset, Byte.BYTES, cause);
        }
    }

    /** Stores the low 2 bytes of {@code value} at {@code offset}. */
    public void storeI16(long offset, int value) {
        try {
            Access.I16.set(Access.ofNative(segment), offset, (short) value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(self(), offset, Short.BYTES, cause);
        }
    }

    /** Stores 4 bytes at {@code offset}. */
    public void storeI32(long offset, int value) {
        try {
            Access.I32.set(Access.ofNative(segment), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(self(), offset, Integer.BYTES, cause);
        }
    }

    /** Stores 8 bytes at {@code offset}. */
    public void storeI64(long offset, long value) {
        try {
            Access.I64.set(Access.ofNative(segment), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(self(), offset, Long.BYTES, cause);
        }
    }

    /** Stores 4 bytes at {@code offset}: the IEEE 754 binary32 value, the payload of a NaN included. */
    public void storeF32(long offset, float value) {
        try {
            Access.F32.set(Access.ofNative(segment), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(self(), offset, Float.BYTES, cause);
        }
    }

    /** Stores 8 bytes at {@code offset}: the IEEE 754 binary64 value, the payload of a NaN included. */
    public void storeF64(long offset, double value) {
        try {
            Access.F64.set(Access.ofNative(segment), offset, value);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.of(self(), offset, Double.BYTES, cause);
        }
    }

    /**
     * The handle's bytes in a new array.
     *
     * @throws IllegalArgumentException if there are more than a Java array can hold
     */
    public byte[] loadBytes() {
        long byteSize = self().length();
        if (byteSize > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("too many bytes for one array: length=" + byteSize);
        }
        return loadBytes(0, (int) byteSize);
    }

    /** The {@code byteSize} bytes from {@code offset} on, in a new array. */
    public byte[] loadBytes(long offset, int byteSize) {
        checkRange(offset, byteSize);
        byte[] bytes = new byte[byteSize];
        try {
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, bytes, 0, byteSize);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, byteSize, cause);
        }
        return bytes;
    }

    /**
     * Loads the string in UTF-8 that starts at {@code offset} and ends before the first NUL, as in C. Malformed bytes are
     * read as U+FFFD. Time in proportion to its length.
     *
     * @param offset bytes from the start of the handle
     * @throws IndexOutOfBoundsException if {@code offset} lies outside the handle, or no NUL follows inside of it
     * @throws IllegalArgumentException if the string has too many bytes for one array
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public String loadString(long offset) {
        long end = StringEnd.of(self(), offset);
        if (end < 0) {
            throw AccessFailure.noNul(self(), offset);
        }
        if (end - offset > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("too many bytes for one string: byteSize=" + (end - offset));
        }
        return StringBytes.decode(loadBytes(offset, (int) (end - offset)));
    }

    /**
     * Loads the string in UTF-8 in a field of {@code byteSize} bytes: its bytes up to the first NUL, or all if there is
     * none, as for a component with {@code @Length}. Malformed bytes are read as U+FFFD. O(byteSize).
     *
     * @param offset bytes from the start of the handle
     * @param byteSize bytes, not negative
     * @throws IndexOutOfBoundsException if the field does not fit
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public String loadString(long offset, int byteSize) {
        return StringBytes.decode(loadBytes(offset, byteSize));
    }

    /**
     * Stores a string in UTF-8 and a NUL after it, as in C, for {@link #loadString(long)}. Time in proportion to its
     * length. If it is refused, nothing is stored.
     *
     * @param offset bytes from the start of the handle
     * @return the number of bytes stored, the NUL included
     * @throws IllegalArgumentException if the string holds a NUL or a lone surrogate, because it could not be read back
     *     unchanged
     * @throws IndexOutOfBoundsException if it does not fit
     * @throws IllegalStateException if the handle is freed or its memory closed
     * @throws UnsupportedOperationException if the handle is read-only
     */
    public int storeString(long offset, String value) {
        byte[] utf8 = StringBytes.encode(value);
        byte[] field = Arrays.copyOf(utf8, Math.addExact(utf8.length, 1));
        storeBytes(offset, field);
        return field.length;
    }

    /**
     * Stores a string in UTF-8 in a field of {@code byteSize} bytes and fills the rest with NULs; one that fills the field
     * has no NUL at its end. For {@link #loadString(long, int)}. O(byteSize). If it is refused, nothing is stored.
     *
     * @param offset bytes from the start of the handle
     * @param byteSize bytes, not negative
     * @throws IllegalArgumentException if the string needs more bytes, or holds a NUL or a lone surrogate, because it could
     *     not be read back unchanged
     * @throws IndexOutOfBoundsException if the field does not fit
     * @throws IllegalStateException if the handle is freed or its memory closed
     * @throws UnsupportedOperationException if the handle is read-only
     */
    public void storeString(long offset, String value, int byteSize) {
        byte[] utf8 = StringBytes.encode(value);
        checkStore(offset, byteSize);
        if (utf8.length > byteSize) {
            throw new IllegalArgumentException("string does not fit its field: offset=" + offset + " utf8ByteSize="
                    + utf8.length + " fieldByteSize=" + byteSize);
        }
        storeBytes(offset, Arrays.copyOf(utf8, byteSize));
    }

    /** Stores all of {@code bytes} at the start of the handle; nothing is stored if they do not fit. */
    public void storeBytes(byte[] bytes) {
        storeBytes(0, bytes);
    }

    /** Stores all of {@code bytes} from {@code offset} on; nothing is stored if they do not fit. */
    public void storeBytes(long offset, byte[] bytes) {
        storeBytes(offset, bytes, 0, bytes.length);
    }

    /**
     * Stores {@code byteSize} of {@code bytes}, from index {@code from} on, at {@code offset}; nothing is stored if
     * either range does not fit.
     */
    public void storeBytes(long offset, byte[] bytes, int from, int byteSize) {
        checkStore(offset, byteSize);
        if (from < 0 || byteSize > bytes.length - from) {
            throw AccessFailure.outsideArray(from, byteSize, bytes.length);
        }
        try {
            MemorySegment.copy(bytes, from, segment, ValueLayout.JAVA_BYTE, offset, byteSize);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, byteSize, cause);
        }
    }

    /**
     * Copies {@code byteSize} bytes from {@code offset} in this handle to {@code targetOffset} in {@code target}, as if
     * through a temporary copy: the two ranges may overlap. Nothing is copied when either range does not fit.
     */
    public void copyTo(long offset, Memory target, long targetOffset, long byteSize) {
        checkRange(offset, byteSize);
        target.checkStore(targetOffset, byteSize);
        try {
            MemorySegment.copy(segment, offset, target.reach(), targetOffset, byteSize);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw target.isAlive()
                    ? AccessFailure.of(self(), offset, byteSize, cause)
                    : AccessFailure.of(target, targetOffset, byteSize, cause);
        }
    }

    /** Copies all of this handle to the start of {@code target}; nothing is copied when it does not fit. */
    public void copyTo(Memory target) {
        copyTo(0, target, 0, self().length());
    }

    /**
     * Copies {@code length} elements from {@code offset} on into an array, from {@code index} on. Nothing is copied
     * when either range does not fit.
     *
     * @param elementLayout the layout of the elements here: its carrier is the component type of the array; unaligned
     *     layouts fit everywhere
     * @param array of a primitive type
     */
    public void copyTo(long offset, ValueLayout elementLayout, Object array, int index, int length) {
        checkRange(offset, length * elementLayout.byteSize());
        try {
            MemorySegment.copy(segment, elementLayout, offset, array, index, length);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofArrayCopy(self(), offset, elementLayout, array, index, length, cause);
        }
    }

    /**
     * Copies {@code length} elements of an array, from {@code index} on, to {@code offset}: {@link #copyTo} the other
     * way.
     */
    public void copyFrom(long offset, ValueLayout elementLayout, Object array, int index, int length) {
        checkStore(offset, length * elementLayout.byteSize());
        try {
            MemorySegment.copy(array, index, segment, elementLayout, offset, length);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException cause) {
            throw AccessFailure.ofArrayCopy(self(), offset, elementLayout, array, index, length, cause);
        }
    }

    /**
     * Compares {@code byteSize} bytes from {@code offset} on with as many from {@code otherOffset} on in {@code other}.
     *
     * @return the distance in bytes from there to the first bytes that differ, or -1 if none do
     */
    public long mismatch(long offset, Memory other, long otherOffset, long byteSize) {
        checkRange(offset, byteSize);
        other.checkRange(otherOffset, byteSize);
        if (isInFile || other.isInFile) {
            return mismatchByLoads(offset, other, otherOffset, byteSize);
        }
        try {
            return MemorySegment.mismatch(
                    segment, offset, offset + byteSize, other.reach(), otherOffset, otherOffset + byteSize);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw other.isAlive()
                    ? AccessFailure.of(self(), offset, byteSize, cause)
                    : AccessFailure.of(other, otherOffset, byteSize, cause);
        }
    }

    /** Compares by loads: in a file that was cut short the JVM crashes in its own comparison, but throws in loads. */
    private long mismatchByLoads(long offset, Memory other, long otherOffset, long byteSize) {
        long at = 0;
        for (; at <= byteSize - Long.BYTES; at += Long.BYTES) {
            long difference = self().loadI64(offset + at) ^ other.loadI64(otherOffset + at);
            if (difference != 0) {
                return at + Long.numberOfTrailingZeros(difference) / Byte.SIZE;
            }
        }
        for (; at < byteSize; at++) {
            if (self().loadI8(offset + at) != other.loadI8(otherOffset + at)) {
                return at;
            }
        }
        return -1;
    }

    /** Sets {@code byteSize} bytes from {@code offset} on to the low byte of {@code value}. */
    public void fill(long offset, int value, long byteSize) {
        checkStore(offset, byteSize);
        try {
            segment.asSlice(offset, byteSize).fill((byte) value);
        } catch (IndexOutOfBoundsException | IllegalStateException cause) {
            throw AccessFailure.of(self(), offset, byteSize, cause);
        }
    }

    /** Sets every byte of the handle to the low byte of {@code value}. */
    public void fill(int value) {
        fill(0, value, self().length());
    }

    /** As {@link #checkRange}, for a bulk operation that stores. */
    final void checkStore(long offset, long byteSize) {
        checkRange(offset, byteSize);
        if (segment.isReadOnly()) {
            throw AccessFailure.readOnly(self(), offset, byteSize);
        }
    }

    /** The bytes in reach, without a check. */
    final MemorySegment reach() {
        return segment;
    }

    /** Lets all later accesses go through another segment. */
    final void redirect(MemorySegment other) {
        segment = other;
    }

    /** The handle, for explanations. */
    abstract Memory self();
}
