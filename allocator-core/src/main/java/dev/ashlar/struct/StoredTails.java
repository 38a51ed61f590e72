package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.StructTail;

/**
 * The tails of one struct in memory: their lengths, and where their elements start. The struct need not fit as a whole.
 *
 * @param byteOffset the offset of the struct in {@code memory}
 */
record StoredTails(StructType<?, ?> type, Memory memory, long byteOffset) {
    private static final ComponentKind.Scalar LENGTH = new ComponentKind.Numeric(StorageType.I32);

    /**
     * Returns the number of elements of a tail.
     *
     * @throws IllegalStateException if it is impossible, or that of a tail before it
     */
    int length(StructComponent tail) {
        return length(tail, start(tail));
    }

    /** As {@link #length(StructComponent)}, of a tail whose elements start at an offset of the handle. */
    int length(StructComponent tail, long start) {
        String member = type.name() + "#" + tail.name();
        long elementByteSize = tail.kind().byteSize();
        if (tail.isToEnd()) {
            return StructTail.toEnd(member, memory, start, elementByteSize);
        }
        String count = tail.count();
        if (count == null) {
            return StructTail.length(member, memory, (int) lengthBefore(tail), start, elementByteSize);
        }
        long number = count(type.component(count));
        return tail.unit() == TailUnit.BYTES
                ? StructTail.countedInBytes(member, memory, number, start, elementByteSize)
                : StructTail.counted(member, memory, number, start, elementByteSize);
    }

    /** The number before the elements of a tail that has no count. */
    long lengthBefore(StructComponent tail) {
        return new DumpedValue(memory).number(byteOffset + tail.byteOffset(), LENGTH, tail.order());
    }

    private long count(StructComponent component) {
        DumpedValue values = new DumpedValue(memory);
        long offset = byteOffset + component.byteOffset();
        return component.kind() instanceof ComponentKind.Bits bits
                ? values.bitField(offset, bits, component.order())
                : values.number(offset, (ComponentKind.Scalar) component.kind(), component.order());
    }

    /**
     * Returns where the elements of a tail start, in bytes from the start of the handle.
     *
     * @throws IllegalStateException if the length of a tail before it is impossible
     */
    long start(StructComponent tail) {
        long start = byteOffset;
        for (StructComponent each : type.components()) {
            if (each.isTail()) {
                start = Math.max(start, byteOffset + each.tailOffset());
                if (each == tail) {
                    return start;
                }
                start = after(each, start);
            }
        }
        throw new IllegalArgumentException(
                "no tail of the struct: struct=" + type.name() + " component=" + tail.name());
    }

    /** Returns where a tail whose elements start at an offset of the handle ends, in bytes from the start of the handle. */
    long after(StructComponent tail, long start) {
        return byteOffset
                + StructTail.end(
                        start - byteOffset, length(tail, start), tail.kind().byteSize(), tail.pad());
    }
}
