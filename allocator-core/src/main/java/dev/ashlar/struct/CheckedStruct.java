package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/**
 * The contents of a record on their way into memory: each component was read once and can be stored. For generated
 * code, which makes one for every struct in a record that is written before it stores the first of them.
 */
public interface CheckedStruct {
    /**
     * Stores all components and leaves padding as it is; a union's is zeroed.
     *
     * @param byteOffset where the struct starts in {@code memory}
     * @throws IndexOutOfBoundsException if it does not fit there
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    void storeAt(Memory memory, long byteOffset);
}
