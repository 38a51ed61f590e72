package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import java.util.List;

/**
 * A range of memory that holds a fixed number of structs column by column: first one component of all of them, then the
 * next. {@link Struct#columns()} asks for them.
 *
 * <p>Columns are immutable and value-based as a {@link StructView} is, and are alive as long as their handle. Each
 * operation on one row takes constant time.
 *
 * <p>Columns of no rows take nothing from their allocator. Their handle has no bytes and is alive until it is freed or
 * its memory closed; freeing it gives nothing back, and is possible with every allocator.
 *
 * <p>Only generated classes should implement this.
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
     * Returns the rows from {@code from} up to and without {@code to} as columns of the same memory; nothing is copied. Takes
     * constant time for each column.
     *
     * <p>A slice is alive as long as the handle of these columns, and cannot be freed: its {@link #free()} refuses, and its
     * {@link #close()} does nothing, even if it has all rows.
     *
     * @param from the index of the first row
     * @param to the index after the last row
     * @throws IndexOutOfBoundsException unless {@code 0 <= from <= to <= size()}
     */
    StructColumns<R, W> slice(long from, long to);

    /**
     * The columns as an unmodifiable list, for code that works on any struct: one for each component, in the order of their
     * declaration, those of a nested struct in its place. Takes constant time for each column.
     *
     * @throws IllegalStateException if the memory is freed or closed
     */
    List<StructColumn> columns();

    /** The handle through which the columns are read and written. */
    Memory memory();

    /**
     * The address in their {@link dev.ashlar.memory.LinearMemory} at which the columns start, in bytes; 0 for allocated
     * columns of no rows, which have no block. Takes constant time.
     *
     * @throws IllegalStateException if the columns are a slice, which is not one range of memory; if the memory is freed or
     *     closed, or is not part of a {@code LinearMemory} and so has no addresses
     */
    long address();

    /**
     * Gives the block that holds the columns back to its allocator. All rows and views made from the same handle are
     * dead then.
     *
     * @throws IllegalStateException if the columns are a slice or not the whole content of their handle, if it is already
     *     freed, if its memory is closed, or if it has no owner; nothing has changed then
     */
    void free();

    /** Frees the block as {@link #free()} does if possible; does nothing if {@code free} would refuse. */
    @Override
    void close();
}
