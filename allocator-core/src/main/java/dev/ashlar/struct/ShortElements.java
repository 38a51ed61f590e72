package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/** An array of {@code short} inside a struct, seen in place. */
public final class ShortElements extends Elements<Short> {
    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     */
    public ShortElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public short get(int index) {
        return (short) (isPlain(StorageType.I16) ? memory.loadI16(offset(index)) : number(index));
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if {@code value} does not fit its storage type
     */
    public void set(int index, short value) {
        if (isPlain(StorageType.I16)) {
            memory.storeI16(offset(index), value);
        } else {
            storeChecked(index, value);
        }
    }

    /** Copies all elements to the heap. */
    public short[] toArray() {
        short[] copy = new short[size()];
        for (int index = 0; index < copy.length; index++) {
            copy[index] = get(index);
        }
        return copy;
    }

    @Override
    Short element(int index) {
        return get(index);
    }
}
