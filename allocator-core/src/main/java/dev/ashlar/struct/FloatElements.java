package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.BigEndian;

/** An array of {@code float} inside a struct, seen in place. */
public final class FloatElements extends Elements<Float> {
    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     */
    public FloatElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public float get(int index) {
        return order.isBig() ? BigEndian.loadF32(memory, offset(index)) : memory.loadF32(offset(index));
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public void set(int index, float value) {
        long offset = offset(index);
        if (order.isBig()) {
            BigEndian.storeF32(memory, offset, value);
        } else {
            memory.storeF32(offset, value);
        }
    }

    /** Copies all elements to the heap. */
    public float[] toArray() {
        float[] copy = new float[size()];
        for (int index = 0; index < copy.length; index++) {
            copy[index] = get(index);
        }
        return copy;
    }

    @Override
    Float element(int index) {
        return get(index);
    }
}
