package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/** An array of {@code long} inside a struct, seen in place. */
public final class LongElements extends Elements<Long> {
    /**
     * For generated code, which knows that they lie in the handle.
     *
     * @param component the name of the component, for messages
     */
    public LongElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * The value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public long get(int index) {
        return isPlain(StorageType.I64) ? memory.loadI64(place(index)) : number(index);
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if {@code value} does not fit the way it is stored
     */
    public void set(int index, long value) {
        if (isPlain(StorageType.I64)) {
            memory.storeI64(place(index), value);
        } else {
            storeChecked(index, value);
        }
    }

    /** A copy of all elements on the heap. */
    public long[] toArray() {
        long[] copy = new long[size()];
        for (int index = 0; index < copy.length; index++) {
            copy[index] = get(index);
        }
        return copy;
    }

    @Override
    Long element(int index) {
        return get(index);
    }
}
