package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.StructRange;

/**
 * A range of memory that holds one struct. Every generated view implements this.
 *
 * <p>A view is a pair of a {@link Memory} handle and an offset in it. It is immutable and value-based: it copies
 * nothing, two views of the same bytes are interchangeable, and its identity must not be relied on. Only a cursor, the
 * one subclass of each generated view, moves. The accessors of a view go straight to the memory; through a handle that was freed, or whose memory is closed, each of them throws {@link
 * IllegalStateException}.
 *
 * <p><b>Threads.</b> Values of the struct race between threads as plain Java fields do. A view must be safely published
 * to another thread. A thread that gets one through a data race may find that every access throws; it never reaches
 * other bytes.
 *
 * <p>{@code equals} and {@code hashCode} of a view use the contents at that moment, component by component as those of
 * a record do; padding is ignored. {@code toString} prints the contents and never throws.
 *
 * <p>Only generated classes should implement this. Their two fields are written only by the constructor, and by cursors, and yet are not
 * final: the barrier at the end of a constructor with final fields would remain after the JIT removes a view from a
 * branch of a loop, and keep the checks of its handle inside the loop. Through a data race a thread may see {@code
 * null} instead of the handle, and 0 instead of the offset with its sign bit flipped; neither is
 * valid.
 *
 * @param <R> the struct, a record or a sealed interface of records
 */
public interface StructView<R> {
    /**
     * Copies the contents to the heap: a new record, made by its canonical constructor. Exceptions of the constructor
     * are passed on unchanged.
     *
     * @throws IllegalStateException if the memory is freed or closed
     */
    R read();

    /**
     * Stores all components of {@code value}. The accessor of every component, those of nested structs included, is
     * called and its value checked before any is stored: if one is refused or its accessor throws, nothing has changed.
     * The accessor of a component of which every value fits is called again for the store.
     * Padding is left unchanged, except that of a union, between and after its tag and value and within the value,
     * which is zeroed.
     *
     * @throws IllegalArgumentException if a component does not fit its storage type, or a {@link Ref} is one of another
     *     memory; a {@link Tail} fits if it has the length of the one that is there
     * @throws NullPointerException if {@code value} or one of its components is {@code null}
     * @throws IllegalStateException if the memory is freed or closed
     */
    void write(R value);

    /**
     * Gives the block that holds the struct back to its allocator. All views made from the same handle are dead then. A
     * struct that was reached through a reference is read through the whole memory, and is freed by {@link Ref#free}.
     *
     * @throws IllegalStateException if the struct is not the whole content of its handle (but, for example, an element
     *     of an array), if it is already freed, if its memory is closed, or if it has no owner; nothing has changed
     *     then
     * @throws IndexOutOfBoundsException if it is a cursor before the first struct
     */
    void free();

    /** The handle through which the view reads and writes. */
    Memory memory();

    /** The offset of the struct in {@link #memory()}, in bytes. */
    long byteOffset();

    /**
     * The address of the struct in its {@link dev.ashlar.memory.LinearMemory}, in bytes: {@code memory().offset() +
     * byteOffset()}, where a {@link Ref} to it leads. It is that of a cursor's present struct. Takes constant time.
     *
     * @throws IllegalStateException if the memory is freed or closed, or is not part of a {@code LinearMemory} and so has
     *     no addresses
     * @throws IndexOutOfBoundsException if it is a cursor before the first struct
     */
    default long address() {
        return StructRange.address(memory(), byteOffset());
    }

    /** The description of the struct. */
    StructType<R, ?> structType();
}
