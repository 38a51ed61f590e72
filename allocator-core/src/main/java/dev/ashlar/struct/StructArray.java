package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/**
 * A range of memory that holds a fixed number of structs, one after the other without gaps. Every generated array
 * implements this.
 *
 * <p>An array is immutable and value-based as a {@link StructView} is, and is alive as long as its handle. Indexes
 * count elements from 0. Each operation on one element takes constant time.
 *
 * <p>An array of no structs takes nothing from its allocator. Its handle has no bytes and is alive until it is freed or
 * its memory closed; freeing it gives nothing back, and is possible with every allocator.
 *
 * <p>Only generated classes should implement this.
 *
 * @param <R> the struct, a record
 * @param <V> the view of one element
 */
public interface StructArray<R, V extends StructView<R>> extends StructSequence<V>, AutoCloseable {
    /**
     * Copies one element to the heap, as {@link StructView#read()} does.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    default R read(long index) {
        return get(index).read();
    }

    /** As {@link #read(long)}. */
    default R read(int index) {
        return get((long) index).read();
    }

    /**
     * Stores {@code value} in one element, as {@link StructView#write} does.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if a component does not fit its storage type, or a {@link Ref} is one of another
     *     memory; nothing has changed then
     */
    default void set(long index, R value) {
        get(index).write(value);
    }

    /** As {@link #set(long, Object)}. */
    default void set(int index, R value) {
        get((long) index).write(value);
    }

    /**
     * Copies the bytes of another struct, its padding included, into one element. The two may be the same or overlap.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     */
    void set(long index, V view);

    /** As {@link #set(long, StructView)}. */
    default void set(int index, V view) {
        set((long) index, view);
    }

    /**
     * Returns the elements from {@code from} up to and without {@code to} as an array of the same memory; nothing is copied.
     * Takes constant time.
     *
     * <p>A slice is alive as long as the handle of this array, and cannot be freed: its {@link #free()} refuses, and its
     * {@link #close()} does nothing, even if it has all elements.
     *
     * @param from the index of the first element
     * @param to the index after the last element
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
     */
    StructArray<R, V> slice(long from, long to);

    /** The handle through which the array reads and writes. */
    Memory memory();

    /**
     * The address of the first element in its {@link dev.ashlar.memory.LinearMemory}, in bytes; 0 for an allocated array of
     * no structs, which has no block. Takes constant time.
     *
     * @throws IllegalStateException if the memory is freed or closed, or is not part of a {@code LinearMemory} and so has
     *     no addresses
     */
    long address();

    /**
     * Gives the block that holds the array back to its allocator. All views made from the same handle are dead then.
     *
     * @throws IllegalStateException if the array is a slice or not the whole content of its handle, if it is already
     *     freed, if its memory is closed, or if it has no owner; nothing has changed then
     */
    void free();

    /** Frees the block as {@link #free()} does if possible; does nothing if {@code free} would refuse. */
    @Override
    void close();

    /**
     * The method {@code at} of a generated array, for code that makes arrays of any struct: {@code PersonArray::at}.
     *
     * @param <A> the array
     */
    @FunctionalInterface
    interface Factory<A extends StructArray<?, ?>> {
        /**
         * Returns the array of the {@code count} structs that lie in {@code memory} from {@code byteOffset} on. Nothing
         * is written.
         *
         * @throws IndexOutOfBoundsException if they do not fit there
         * @throws IllegalStateException if the handle is freed or its memory closed
         */
        A at(Memory memory, long byteOffset, long count);
    }
}
