package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.BigEndian;

/** An array of {@code double} inside a struct, seen in place. */
public final class DoubleElements extends Elements<Double> {
    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     */
    public DoubleElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public double get(int index) {
        return order.isBig() ? BigEndian.loadF64(memory, offset(index)) : memory.loadF64(offset(index));
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public void set(int index, double value) {
        long offset = offset(index);
        if (order.isBig()) {
            BigEndian.storeF64(memory, offset, value);
        } else {
            memory.storeF64(offset, value);
        }
    }

    /** Copies all elements to the heap. */
    public double[] toArray() {
        double[] copy = new double[size()];
        for (int index = 0; index < copy.length; index++) {
            copy[index] = get(index);
        }
        return copy;
    }

    @Override
    Double element(int index) {
        return get(index);
    }
}
