package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.PresenceBits;
import dev.ashlar.struct.support.StructRange;

/**
 * Which optional components and elements of one struct in memory hold a value. The struct need not fit as a whole.
 *
 * @param byteOffset the offset of the struct in {@code memory}
 */
record StructPresence(StructType<?, ?> type, Memory memory, long byteOffset) {
    /** Returns whether a component of the struct holds a value: each that is not optional does. */
    boolean of(StructComponent component) {
        return !component.isOptional() || of(component, 0);
    }

    /** As {@link #of(StructComponent)}, of the element at an index, which there must be. */
    boolean of(StructComponent component, long index) {
        if (component.presenceBit() >= 0) {
            return PresenceBits.isSet(memory, byteOffset + bitsOffset(), component.presenceBit() + index);
        }
        Number sentinel = component.sentinel();
        return sentinel == null
                || !new StoredNumber(
                                component,
                                memory,
                                values(component) + index * component.kind().byteSize())
                        .is(sentinel);
    }

    private StoredTails tails() {
        return new StoredTails(type, memory, byteOffset);
    }

    private long values(StructComponent component) {
        return component.isTail() ? tails().start(component) : byteOffset + component.byteOffset();
    }

    private long bitsOffset() {
        for (StructComponent component : type.components()) {
            if (component.isPresence()) {
                return component.byteOffset();
            }
        }
        throw new IllegalStateException("no presence bits: struct=" + type.name());
    }

    /**
     * Checks that an array or tail of the struct has an element at an index.
     *
     * @throws IndexOutOfBoundsException if it has none
     * @throws IllegalStateException if the length of a tail is impossible
     */
    void checkIndex(StructComponent component, long index) {
        String member = type.name() + "#" + component.name();
        StructRange.checkIndex(member, index, component.isTail() ? tails().length(component) : component.length());
    }
}
