package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.EnumNumbers;

/**
 * An array of an enum inside a struct, seen in place.
 *
 * @param <E> the enum
 */
public final class EnumElements<E extends Enum<E>> extends Elements<E> {
    private final EnumNumbers<E> numbers;

    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     * @param numbers the numbers of the constants, all of which fit {@code storageType}
     */
    public EnumElements(
            String component,
            Memory memory,
            long byteOffset,
            int size,
            StorageType storageType,
            StructOrder order,
            EnumNumbers<E> numbers) {
        super(component, memory, byteOffset, size, storageType, order);
        this.numbers = numbers;
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalStateException if no constant has the number that is stored
     */
    public E get(int index) {
        return numbers.constant(component(), number(index));
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public void set(int index, E value) {
        storeNumber(index, numbers.number(component(), value));
    }

    @Override
    E element(int index) {
        return get(index);
    }
}
