package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.PrimitiveElements;

/** An array of {@code byte} inside a struct, seen in place. */
public final class ByteElements extends Elements<Byte> {
    /**
     * Makes the elements; for generated code, which knows that they lie in the handle.
     *
     * @param component the component as a member of its struct, {@code p.Line#xs}, for messages
     */
    public ByteElements(
            String component, Memory memory, long byteOffset, int size, StorageType storageType, StructOrder order) {
        super(component, memory, byteOffset, size, storageType, order);
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public byte get(int index) {
        return (byte) memory.loadI8(offset(index));
    }

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    public void set(int index, byte value) {
        memory.storeI8(offset(index), value);
    }

    /** Copies all elements to the heap. */
    public byte[] toArray() {
        return memory.loadBytes(byteOffset(), size());
    }

    /**
     * Returns whether the elements are those of {@code bytes}, and as many. Makes no objects; time in proportion to their
     * number.
     *
     * @throws IllegalStateException if the memory is freed or closed
     */
    public boolean contentEquals(byte[] bytes) {
        return PrimitiveElements.equal(memory, byteOffset(), size(), bytes);
    }

    @Override
    Byte element(int index) {
        return get(index);
    }
}
