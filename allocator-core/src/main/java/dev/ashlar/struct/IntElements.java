package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/** An array of {@code int} inside a struct, seen in place. */
public final class IntElements extends Elements<Integer> {
    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     */
    public IntElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public int get(int index) {
        return isPlain(StorageType.I32) ? memory.loadI32(offset(index)) : (int) number(index);
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if {@code value} does not fit its storage type
     */
    public void set(int index, int value) {
        if (isPlain(StorageType.I32)) {
            memory.storeI32(offset(index), value);
        } else {
            storeChecked(index, value);
        }
    }

    /** Copies all elements to the heap. */
    public int[] toArray() {
        int[] copy = new int[size()];
        for (int index = 0; index < copy.length; index++) {
            copy[index] = get(index);
        }
        return copy;
    }

    @Override
    Integer element(int index) {
        return get(index);
    }
}
