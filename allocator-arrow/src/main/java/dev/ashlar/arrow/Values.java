package dev.ashlar.arrow;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructComponent;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Some values of one component, at equal distances.
 *
 * @param segment starts with the first value
 * @param stride the bytes from one value to the next
 * @param count the number of values
 */
record Values(MemorySegment segment, long stride, long count) {
    /** The values of a component of the structs that these are. */
    Values of(StructComponent component) {
        return new Values(count == 0 ? segment : segment.asSlice(component.valueOffset()), stride, count);
    }

    /** The values of the elements of the arrays that these are; copied unless they lie without gaps. */
    Values elements(long length, long elementByteSize, Arena arena) {
        return new Values(packed(length * elementByteSize, arena), elementByteSize, count * length);
    }

    /**
     * The values without gaps, where they lie if that is possible: off the heap, at addresses that are multiples of {@code
     * byteAlignment}.
     */
    MemorySegment inPlaceOrCopy(long byteSize, long byteAlignment, Arena arena) {
        boolean isInPlace = stride == byteSize && segment.isNative() && segment.address() % byteAlignment == 0;
        return isInPlace ? segment.asSlice(0, count * byteSize) : copy(byteSize, arena);
    }

    private MemorySegment packed(long byteSize, Arena arena) {
        return stride == byteSize ? segment : copy(byteSize, arena);
    }

    private MemorySegment copy(long byteSize, Arena arena) {
        MemorySegment copy = arena.allocate(Math.max(1, count * byteSize), 64);
        for (long i = 0; i < count; i++) {
            MemorySegment.copy(segment, i * stride, copy, i * byteSize, byteSize);
        }
        return copy;
    }

    /** The values of a number with each one's bytes in reverse order. */
    MemorySegment reversed(int byteSize, Arena arena) {
        ValueLayout layout = switch (byteSize) {
            case Short.BYTES -> ValueLayout.JAVA_SHORT_UNALIGNED;
            case Integer.BYTES -> ValueLayout.JAVA_INT_UNALIGNED;
            default -> ValueLayout.JAVA_LONG_UNALIGNED;
        };
        ByteOrder other = layout.order() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        MemorySegment reversed = arena.allocate(Math.max(1, count * byteSize), 64);
        MemorySegment.copy(packed(byteSize, arena), layout.withOrder(other), 0, reversed, layout, 0, count);
        return reversed;
    }

    /** One value as an integer; of a floating-point number, its bits. */
    long number(long index, StorageType type, boolean isReversed) {
        long offset = index * stride;
        return switch (type.byteSize()) {
            case Byte.BYTES -> {
                byte value = segment.get(ValueLayout.JAVA_BYTE, offset);
                yield type.isUnsigned() ? Byte.toUnsignedLong(value) : value;
            }
            case Short.BYTES -> {
                short value = segment.get(ValueLayout.JAVA_SHORT_UNALIGNED, offset);
                short ordered = isReversed ? Short.reverseBytes(value) : value;
                yield type.isUnsigned() ? Short.toUnsignedLong(ordered) : ordered;
            }
            case Integer.BYTES -> {
                int value = segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
                int ordered = isReversed ? Integer.reverseBytes(value) : value;
                yield type.isUnsigned() ? Integer.toUnsignedLong(ordered) : ordered;
            }
            default -> {
                long value = segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
                yield isReversed ? Long.reverseBytes(value) : value;
            }
        };
    }
}
