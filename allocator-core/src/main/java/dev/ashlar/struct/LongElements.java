package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/** An array of {@code long} inside a struct, seen in place. */
public final class LongElements extends Elements<Long> {
    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     */
    public LongElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public long get(int index) {
        return isPlain(StorageType.I64) ? memory.loadI64(offset(index)) : number(index);
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if {@code value} does not fit its storage type
     */
    public void set(int index, long value) {
        if (isPlain(StorageType.I64)) {
            memory.storeI64(offset(index), value);
        } else {
            storeChecked(index, value);
        }
    }

    /** Copies all elements to the heap. */
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
