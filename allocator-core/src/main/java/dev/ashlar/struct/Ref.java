package dev.ashlar.struct;

import dev.ashlar.memory.LinearMemory;
import org.jspecify.annotations.Nullable;

/**
 * A reference from one struct to another in the same memory: the address of the other, or 0 for none.
 *
 * <pre>{@code
 * @Struct
 * record Node(int value, Ref<Node> next) {}
 *
 * NodeView second = NodeView.allocate(allocator, new Node(2, Ref.none()));
 * NodeView first = NodeView.allocate(allocator, new Node(1, Ref.to(second)));
 * first.next().value();                                            // 2
 * }</pre>
 *
 * <p>As a component it takes 8 bytes, or 4 with {@code @Stored(StorageType.U32)} for memories of up to 4 GiB. The view
 * has three pairs of accessors for it: {@code next()}, the view of the other struct or {@code null}; {@code nextRef()},
 * what a record holds; {@code nextAddress()}, the number itself. Where it leads to its own kind of struct there is
 * {@code nextChain()} too, a {@link StructChain}.
 *
 * <p><b>What is checked.</b> A {@code Ref} is a plain number: it knows no memory, and is checked when it is followed and
 * not before. It is followed in the memory that its struct lies in, through {@link LinearMemory#whole()}. One that leads
 * out of that memory, to an address that is not a multiple of the other struct's alignment, or that stands in memory
 * which is part of no {@code LinearMemory}, is refused. Setting it from a view refuses a view of another memory, and one whose
 * handle was freed.
 *
 * <p><b>What is not checked.</b> Nobody knows of the references to a block: freeing it leaves them as they are. To
 * follow one then is no error; it reads and writes whatever lies there now, as a raw address does. Neither is a view that
 * was reached through a reference revoked when its block is freed, for it reads through the whole memory. Nor can such a
 * view free its block; {@link dev.ashlar.alloc.LinkedListAllocator#freeAddress} can, by the address.
 *
 * <p>Immutable; equal to every reference with the same address.
 *
 * @param address where the struct starts in its memory, in bytes; 0 for none
 * @param <T> the struct referred to
 */
public record Ref<T>(long address) {
    private static final Ref<?> NONE = new Ref<>(0);

    /** The reference to nothing, whose address is 0. */
    @SuppressWarnings("unchecked") // it has no struct, so it has one of any type
    public static <T> Ref<T> none() {
        return (Ref<T>) NONE;
    }

    /**
     * The reference to the struct that {@code view} shows.
     *
     * @throws IllegalArgumentException if it lies in memory that is part of no {@link LinearMemory}, so that it has no
     *     address, or at address 0, which means none
     * @throws IllegalStateException if its memory is freed or closed
     */
    public static <T> Ref<T> to(StructView<T> view) {
        return new Ref<>(RefTarget.address("Ref", view.memory(), view.byteOffset()));
    }

    /** Whether it refers to nothing. */
    public boolean isNone() {
        return address == 0;
    }

    /**
     * The struct that it refers to in {@code memory}, or {@code null} where it refers to nothing. Takes constant time.
     *
     * @param type the description of the struct, from its view: {@code NodeView.type()}
     * @throws IndexOutOfBoundsException if a struct at its address does not lie inside the memory
     * @throws IllegalStateException if its address is not a multiple of the alignment of the struct, or the memory is
     *     closed
     */
    public <V extends StructView<T>> @Nullable V follow(LinearMemory memory, StructType<T, V> type) {
        return isNone() ? null : RefTarget.view("Ref", memory.whole(), address, type);
    }
}
