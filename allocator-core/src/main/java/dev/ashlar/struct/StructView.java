package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/**
 * A place in memory that holds one struct: what every generated view is.
 *
 * <p>A view is a pair of a {@link Memory} handle and an offset in it. It is immutable and value-based: it copies
 * nothing, two views of the same place are interchangeable, and its identity must not be relied on. Its accessors go
 * straight to the memory; through a handle that was freed, or whose memory is closed, each of them throws
 * {@link IllegalStateException}.
 *
 * <p><b>Threads.</b> Values of the struct race between threads as plain Java fields do. A view is passed to another thread
 * through something that orders memory. A thread that gets one through a data race may find that every access throws; it
 * reaches no other bytes.
 *
 * <p>{@code equals} and {@code hashCode} of a view go by the contents it has at that moment, component by component as
 * those of a record do; padding is ignored. {@code toString} prints the contents and never throws.
 *
 * <p>Only generated classes are meant to implement this. Their two fields are written by the constructor alone and yet not
 * final: the barrier at the end of a constructor of final fields outlives a view that the JIT removes from a branch of a loop,
 * and keeps the checks of its handle inside the loop. What a thread may see instead of a value is {@code null}, which is no
 * handle, and 0, which is no place: a place is an offset with its sign bit flipped.
 *
 * @param <R> the struct, a record or a sealed interface of records
 */
public interface StructView<R> {
    /**
     * Copies the contents to the heap: a new record, made by its canonical constructor. What the constructor throws
     * passes unchanged.
     *
     * @throws IllegalStateException if the memory is freed or closed
     */
    R read();

    /**
     * Stores all components of {@code value}. Every component, those of nested structs included, is read from its record
     * once and checked before any is stored: when one is refused or its accessor throws, nothing has changed. Padding is
     * left as it is; that of a union, between and behind its tag and value and within the value, is zeroed.
     *
     * @throws IllegalArgumentException if a component does not fit the way it is stored, or a {@link Ref} is one of another
     *     memory; a {@link Tail} fits where it has the length of the one that is there
     * @throws NullPointerException if {@code value} or one of its components is {@code null}
     * @throws IllegalStateException if the memory is freed or closed
     */
    void write(R value);

    /**
     * Gives the block that holds the struct back to its allocator. Every view made from the same handle is dead then.
     *
     * @throws IllegalStateException if the struct is not all there is in its handle (an element of an array, say), if
     *     it is freed already, if its memory is closed, or if nobody owns it; nothing has changed then
     */
    void free();

    /** The handle that the view reads and writes through. */
    Memory memory();

    /** Where the struct starts in {@link #memory()}, in bytes. */
    long byteOffset();

    /** The description of the struct. */
    StructType<R, ?> structType();
}
