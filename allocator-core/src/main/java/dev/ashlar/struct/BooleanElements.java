package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/** An array of {@code boolean} inside a struct, seen in place. */
public final class BooleanElements extends Elements<Boolean> {
    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     */
    public BooleanElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public boolean get(int index) {
        return number(index) != 0;
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public void set(int index, boolean value) {
        storeNumber(index, value ? 1 : 0);
    }

    /** Copies all elements to the heap. */
    public boolean[] toArray() {
        boolean[] copy = new boolean[size()];
        for (int index = 0; index < copy.length; index++) {
            copy[index] = get(index);
        }
        return copy;
    }

    @Override
    Boolean element(int index) {
        return get(index);
    }
}
