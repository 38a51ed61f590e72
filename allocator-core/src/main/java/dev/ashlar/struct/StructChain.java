package dev.ashlar.struct;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.StructIterator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A struct, the one that it refers to, the one that this refers to, and so on up to the reference to nothing: a linked
 * list, read from its first struct. What the generated {@code nextChain()} gives.
 *
 * <p>It goes from address to address and keeps no view, so that the JIT removes each view that a loop is given.
 *
 * <p>Every iterator starts anew. It reads where a struct leads to before it gives that struct out, which may then be freed or
 * linked elsewhere. Each address is checked as {@link Ref} says, by the {@code next()} that comes to it. Nothing tells a chain
 * that leads back into itself: it has no end.
 *
 * <p>Only generated code is meant to extend this.
 *
 * @param <V> the view of the struct
 */
public abstract class StructChain<V extends StructView<?>> implements Iterable<V> {
    private final String component;
    private final Memory memory;
    private final long byteOffset;
    private final long byteSize;
    private final long byteAlignment;

    /**
     * For generated code.
     *
     * @param component the name of the reference, for messages
     * @param memory the handle of the first struct
     * @param byteOffset where it lies there, in bytes
     * @param byteSize the size of the struct in bytes
     * @param byteAlignment the alignment of the struct in bytes
     */
    protected StructChain(String component, Memory memory, long byteOffset, long byteSize, long byteAlignment) {
        this.component = Objects.requireNonNull(component, "component");
        this.memory = Objects.requireNonNull(memory, "memory");
        this.byteOffset = byteOffset;
        this.byteSize = byteSize;
        this.byteAlignment = byteAlignment;
    }

    /**
     * The structs in order.
     *
     * @throws IllegalStateException if the memory of the first one is freed or closed
     * @throws IllegalArgumentException if it has no address: its memory is part of no {@link LinearMemory}, or it lies at
     *     address 0, which means none
     */
    @Override
    public abstract Iterator<V> iterator();

    /** As {@link #iterator()}; of unknown size, and hardly worth splitting. */
    @Override
    public Spliterator<V> spliterator() {
        return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL);
    }

    /** The structs in order. */
    public Stream<V> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * Goes from each struct to the next. For generated code, where each reference has a subclass of its own, as
     * {@link StructIterator} has it.
     */
    protected abstract class Links implements Iterator<V> {
        private final Memory whole;
        private long address;

        /** From the first struct on. */
        protected Links() {
            address = RefTarget.address(component, memory, byteOffset);
            whole = RefTarget.whole(component, memory);
        }

        /** The view of the struct at an address that was checked. */
        protected abstract V view(Memory memory, long address);

        /** The address of the struct after that of {@code view}, 0 for none. */
        protected abstract long addressAfter(V view);

        @Override
        public final boolean hasNext() {
            return address != 0;
        }

        @Override
        public final V next() {
            if (!holdsStruct()) {
                requireStruct();
            }
            V view = view(whole, address);
            address = addressAfter(view);
            return view;
        }

        /**
         * One comparison for all that can be wrong: low bits that alignment forbids become high ones, a negative address is
         * as great without a sign, and so is 0 when 1 is taken from it.
         */
        private boolean holdsStruct() {
            int shift = Long.numberOfTrailingZeros(byteAlignment);
            long last = (whole.length() - byteSize) >>> shift;
            return Long.compareUnsigned(Long.rotateRight(address, shift) - 1, last) < 0;
        }

        /** Says what is wrong; it is nothing when the memory has grown meanwhile. */
        private void requireStruct() {
            if (address == 0) {
                throw new NoSuchElementException("no more structs: component=" + component);
            }
            RefTarget.follow(component, whole, address, byteSize, byteAlignment);
        }
    }
}
