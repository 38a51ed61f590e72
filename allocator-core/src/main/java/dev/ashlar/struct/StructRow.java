package dev.ashlar.struct;

/**
 * One struct whose components lie in columns: a place in each column of a {@link StructColumns}, at one index.
 *
 * <p>A row is immutable and value-based as a {@link StructView} is: it copies nothing, and its identity must not be relied
 * on. It is no view, because there is no one place in memory where its bytes are. {@code equals} and {@code hashCode} go
 * by the contents it has at that moment; {@code toString} prints them and never throws.
 *
 * <p>Only generated classes are meant to implement this.
 *
 * @param <R> the struct, a record
 */
public interface StructRow<R> {
    /** The place of the row, from 0. */
    long index();

    /**
     * Copies the contents to the heap: a new record, made by its canonical constructor. What the constructor throws
     * passes unchanged.
     *
     * @throws IllegalStateException if the memory is freed or closed
     */
    R read();

    /**
     * Stores all components of {@code value}. Every component, those of nested structs included, is read from its record
     * once and checked before any is stored: when one is refused or its accessor throws, nothing has changed.
     *
     * @throws IllegalArgumentException if a component does not fit the way it is stored, or a {@link Ref} is one of
     *     another memory
     * @throws NullPointerException if {@code value} or one of its components is {@code null}
     * @throws IllegalStateException if the memory is freed or closed
     */
    void write(R value);
}
