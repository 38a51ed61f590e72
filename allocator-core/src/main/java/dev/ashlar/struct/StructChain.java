package dev.ashlar.struct;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.ComponentPath;
import dev.ashlar.struct.support.StructIterator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A linked list of structs, from its first struct on: that struct, the one that it refers to, and so on up to the
 * reference to nothing. The generated {@code nextChain()} returns one.
 *
 * <p>It goes from address to address and stores no view, so that the JIT removes each view that a loop receives.
 *
 * <p>Every iterator starts at the first struct. It reads the next reference of a struct before it returns that struct,
 * which may then be freed or linked elsewhere. Each address is checked as {@link Ref} describes, by the {@code next()}
 * that reaches it. Cycles are not detected: such a chain has no end.
 *
 * <p>Only generated code should extend this.
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
     * Makes a chain; for generated code.
     *
     * @param component the reference as a member of its struct, {@code p.Node#next}, for messages
     * @param memory the handle of the first struct
     * @param byteOffset its offset there, in bytes
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
     * Returns an iterator over the structs in order.
     *
     * @throws IllegalStateException if the memory of the first one is freed or closed
     * @throws IllegalArgumentException if the first one has no address: its memory is not part of a {@link
     *     LinearMemory}, or it lies at address 0, which means none
     */
    @Override
    public abstract Iterator<V> iterator();

    /** As {@link #iterator()}; of unknown size, and scarcely worth splitting. */
    @Override
    public Spliterator<V> spliterator() {
        return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL);
    }

    /** Returns a stream of the structs in order. */
    public Stream<V> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /**
     * An iterator from each struct to the next. For generated code, where each reference has its own subclass, see
     * {@link StructIterator}.
     */
    protected abstract class Links implements Iterator<V> {
        private final Memory whole;
        private long address;

        /** Makes an iterator that starts at the first struct. */
        protected Links() {
            address = RefTarget.address(component, memory, byteOffset);
            whole = RefTarget.whole(component, memory);
        }

        /** Returns the view of the struct at a checked address. */
        protected abstract V view(Memory memory, long address);

        /** Returns the address of the struct after that of {@code view}, 0 for none. */
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
         * Checks the address with one comparison: low bits that alignment forbids become high bits, a negative address
         * is large as an unsigned number, and so is 0 minus 1.
         */
        private boolean holdsStruct() {
            int shift = Long.numberOfTrailingZeros(byteAlignment);
            long last = (whole.length() - byteSize) >>> shift;
            return Long.compareUnsigned(Long.rotateRight(address, shift) - 1, last) < 0;
        }

        /** Throws the exception for a wrong address; returns if the memory has grown meanwhile so that it is valid. */
        private void requireStruct() {
            if (address == 0) {
                throw new NoSuchElementException("no more structs: " + ComponentPath.facts(component));
            }
            RefTarget.follow(component, whole, address, byteSize, byteAlignment);
        }
    }
}
