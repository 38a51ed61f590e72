package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
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
 * the reference that a record holds; {@code nextAddress()}, the number itself. If it refers to its own kind of struct
 * there is also {@code nextChain()}, a {@link StructChain}.
 *
 * <p><b>Its memory.</b> A reference made by {@link #to}, or read from memory as part of a record or by {@code
 * nextRef()}, belongs to the {@link LinearMemory} that it was made for or read from, and keeps that object reachable.
 * In another memory its address would lead to unrelated bytes: writing a record that holds it, {@code
 * nextRef(reference)}, arrays, lists, columns and unions refuse it there, just as {@code next(view)} refuses a view of
 * another memory. {@link #none} may be stored anywhere. A reference made from a number by the constructor belongs to no
 * memory, and neither does one read from memory that is not part of a {@code LinearMemory}, or a number passed to
 * {@code nextAddress(number)}: these may be stored anywhere. Copies of bytes copy addresses unchanged.
 *
 * <p><b>What is checked.</b> The address of a reference is checked when it is followed and not before. A component is
 * followed in the memory of its struct, through {@link LinearMemory#whole()}. It is refused if its address lies outside
 * that memory or is not a multiple of the other struct's alignment, or if its struct is in memory that is not part of a
 * {@code LinearMemory}. Setting it from a view refuses a view of another memory, and one whose handle was freed.
 *
 * <p><b>What is not checked.</b> References to a block are not tracked: freeing it leaves them unchanged. Following one
 * then is not detected; it reads and writes whatever lies there now, as a raw address does. Nor is a view that was
 * reached through a reference revoked when its block is freed, since it reads through the whole memory. Such a view
 * cannot free its block; {@link #free} does, by the address.
 *
 * <p>Immutable. Equal to every reference with the same address, whatever its memory, so that records are equal exactly
 * if views of them are; the memory guards the address and is not part of the value.
 *
 * @param <T> the struct referred to
 */
public final class Ref<T> {
    private static final Ref<?> NONE = new Ref<>(0);

    private final long address;

    /** The handle of the whole memory that it belongs to; null if it belongs to none. */
    private final @Nullable Memory memory;

    /**
     * Makes a reference that is a plain number and belongs to no memory.
     *
     * @param address the address of the struct in its memory, in bytes; 0 for none
     */
    public Ref(long address) {
        this(address, null);
    }

    Ref(long address, @Nullable Memory memory) {
        this.address = address;
        this.memory = memory;
    }

    /** Returns the reference to nothing, whose address is 0. */
    @SuppressWarnings("unchecked") // it has no struct, so it has one of any type
    public static <T> Ref<T> none() {
        return (Ref<T>) NONE;
    }

    /**
     * Returns a reference to the struct that {@code view} shows. It belongs to the memory of the view.
     *
     * @throws IllegalArgumentException if the struct lies in memory that is not part of a {@link LinearMemory}, so that
     *     it has no address, or at address 0, which means none
     * @throws IllegalStateException if its handle is freed or its memory closed
     */
    public static <T> Ref<T> to(StructView<T> view) {
        Memory memory = view.memory();
        return new Ref<>(RefTarget.address(view, memory, view.byteOffset()), memory.whole());
    }

    /** The address of the struct in its memory, in bytes; 0 for none. */
    public long address() {
        return address;
    }

    /** The handle of the whole memory that it belongs to; null if it belongs to none. */
    @Nullable
    Memory memory() {
        return memory;
    }

    /** Returns whether it refers to nothing. */
    public boolean isNone() {
        return address == 0;
    }

    /**
     * Returns the struct that it refers to in {@code memory}, or {@code null} if it refers to nothing. Takes constant
     * time.
     *
     * @param type the description of the struct, from its view: {@code NodeView.type()}
     * @throws IllegalArgumentException if it belongs to another memory
     * @throws IndexOutOfBoundsException if a struct at its address does not lie inside the memory
     * @throws IllegalStateException if its address is not a multiple of the alignment of the struct, or the memory is
     *     closed
     */
    public <V extends StructView<T>> @Nullable V follow(LinearMemory memory, StructType<T, V> type) {
        return isNone() ? null : RefTarget.view(type.name(), wholeOf("followed", memory, type), address, type);
    }

    /**
     * Frees the block that holds the struct that it refers to, and nothing else. References to it do not change, and views
     * that were reached through them are not revoked: set such references to {@link #none()}, and forget the views. Handles
     * of the block are not revoked either. Takes the time of {@link Allocator#freeAddress(long, long)}, and follows the
     * thread rule of the allocator.
     *
     * <pre>{@code
     * Ref<Node> removed = first.nextRef();
     * first.nextRef(Ref.none());
     * removed.free(allocator, NodeView.type());
     * }</pre>
     *
     * @param allocator the allocator that the block came from
     * @param type the description of the struct, from its view: {@code NodeView.type()}
     * @throws IllegalArgumentException if it refers to nothing, or belongs to another memory than that of the allocator
     * @throws IndexOutOfBoundsException if a struct at its address does not lie inside the memory
     * @throws IllegalStateException if no live block of the allocator with exactly the size of the struct starts at its
     *     address, because it was freed before, or is an element of an array or a component of another struct; if the
     *     allocator frees no single blocks, the address is not a multiple of the alignment of the struct, or the memory is
     *     closed; nothing has changed in any of these cases
     * @throws UnsupportedOperationException if the allocator does not free blocks by address
     */
    public void free(Allocator allocator, StructType<T, ?> type) {
        if (isNone()) {
            throw new IllegalArgumentException("free of a reference to nothing: struct=" + type.name());
        }
        Memory whole = wholeOf("freed", allocator.memory(), type);
        StructView<T> struct = RefTarget.view(type.name(), whole, address, type);
        allocator.freeAddress(address, type.byteSizeAt(whole, struct.byteOffset()));
    }

    /** The handle of the whole of {@code memory}, in which an address is used; refuses another memory than its own. */
    private Memory wholeOf(String use, LinearMemory memory, StructType<T, ?> type) {
        Memory known = this.memory;
        if (known != null && known != memory.whole()) {
            throw new IllegalArgumentException("reference is " + use + " in another memory than its own: struct="
                    + type.name() + " address=" + address);
        }
        return memory.whole();
    }

    /** Returns whether {@code other} is a reference with the same address. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ref<?> that && address == that.address;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(address);
    }

    /** The address as text: {@code Ref[address=64]}. */
    @Override
    public String toString() {
        return "Ref[address=" + address + "]";
    }
}
