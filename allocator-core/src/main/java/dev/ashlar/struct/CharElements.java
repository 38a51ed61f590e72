package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/** An array of {@code char} inside a struct, seen in place. */
public final class CharElements extends Elements<Character> {
    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     */
    public CharElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public char get(int index) {
        return (char) (isPlain(StorageType.U16) ? memory.loadU16(offset(index)) : number(index));
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if {@code value} does not fit its storage type
     */
    public void set(int index, char value) {
        if (isPlain(StorageType.U16)) {
            memory.storeI16(offset(index), value);
        } else {
            storeChecked(index, value);
        }
    }

    /** Copies all elements to the heap. */
    public char[] toArray() {
        char[] copy = new char[size()];
        for (int index = 0; index < copy.length; index++) {
            copy[index] = get(index);
        }
        return copy;
    }

    @Override
    Character element(int index) {
        return get(index);
    }
}
