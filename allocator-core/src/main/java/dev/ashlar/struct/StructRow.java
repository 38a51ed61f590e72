package dev.ashlar.struct;

/**
 * One struct whose components lie in columns: one value in each column of a {@link StructColumns}, at the same index.
 *
 * <p>A row is immutable and value-based as a {@link StructView} is: it copies nothing, and its identity must not be
 * relied on. Only a cursor, the one subclass of each generated row, moves. A row is not a view, because its bytes are not in one range of memory. {@code equals} and {@code hashCode}
 * use the contents at that moment; {@code toString} prints them and never throws.
 *
 * <p>Only generated classes should implement this.
 *
 * @param <R> the struct, a record
 */
public interface StructRow<R> {
    /** The index of the row, from 0; -1 of a cursor before the first. */
    long index();

    /**
     * Copies the contents to the heap: a new record, made by its canonical constructor. Exceptions of the constructor
     * are passed on unchanged.
     *
     * @throws IllegalStateException if the memory is freed or closed
     */
    R read();

    /**
     * Stores all components of {@code value}. Every component, those of nested structs included, is read from its
     * record once and checked before any is stored: if one is refused or its accessor throws, nothing has changed.
     *
     * @throws IllegalArgumentException if a component does not fit its storage type, or a {@link Ref} is one of another
     *     memory
     * @throws NullPointerException if {@code value} or one of its components is {@code null}
     * @throws IllegalStateException if the memory is freed or closed
     */
    void write(R value);
}
