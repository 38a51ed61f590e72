package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/**
 * A place in memory that holds a fixed number of structs column by column: first one component of all of them, then the
 * next. What {@link Struct#columns()} generates.
 *
 * <p>Columns are immutable and value-based as a {@link StructView} is, and live and die with their handle in the same
 * way. Each operation on one row takes constant time.
 *
 * <p>Columns of no rows take nothing from their allocator. Their handle has no bytes and works, until it is freed or its
 * memory closed; to free it gives nothing back, and is possible whatever the allocator.
 *
 * <p>Only generated classes are meant to implement this.
 *
 * @param <R> the struct, a record
 * @param <W> one row
 */
public interface StructColumns<R, W extends StructRow<R>> extends StructSequence<W>, AutoCloseable {
    /**
     * Copies one row to the heap, as {@link StructRow#read()} does.
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
     * Stores {@code value} in one row, as {@link StructRow#write} does.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if a component does not fit the way it is stored, or a {@link Ref} is one of another
     *     memory; nothing has changed then
     */
    default void set(long index, R value) {
        get(index).write(value);
    }

    /** As {@link #set(long, Object)}. */
    default void set(int index, R value) {
        get((long) index).write(value);
    }

    /** The handle that the columns are read and written through. */
    Memory memory();

    /**
     * Gives the block that holds the columns back to its allocator. Every row and view made from the same handle is dead
     * then.
     *
     * @throws IllegalStateException if the columns are not all there is in their handle, if it is freed already, if its
     *     memory is closed, or if nobody owns it; nothing has changed then
     */
    void free();

    /** Frees the block as {@link #free()} does where that is possible; does nothing where it would be refused. */
    @Override
    void close();
}
