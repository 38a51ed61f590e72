package dev.ashlar.struct;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.ToLongFunction;
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
 * @param <V> the view of the struct
 */
public final class StructChain<V extends StructView<?>> implements Iterable<V> {
    private final String component;
    private final V first;
    private final StructType<?, V> type;
    private final ToLongFunction<V> nextAddress;

    /**
     * For generated code.
     *
     * @param component the name of the reference, for messages
     * @param nextAddress the address that the reference in a struct holds
     */
    public StructChain(String component, V first, StructType<?, V> type, ToLongFunction<V> nextAddress) {
        this.component = Objects.requireNonNull(component, "component");
        this.first = Objects.requireNonNull(first, "first");
        this.type = Objects.requireNonNull(type, "type");
        this.nextAddress = Objects.requireNonNull(nextAddress, "nextAddress");
    }

    /**
     * The structs in order.
     *
     * @throws IllegalStateException if the memory of the first one is freed or closed
     * @throws IllegalArgumentException if it has no address: its memory is part of no {@link LinearMemory}, or it lies at
     *     address 0, which means none
     */
    @Override
    public Iterator<V> iterator() {
        long address = RefTarget.address(component, first);
        return new Links<>(component, RefTarget.whole(component, first.memory()), type, nextAddress, address);
    }

    /** As {@link #iterator()}; of unknown size, and hardly worth splitting. */
    @Override
    public Spliterator<V> spliterator() {
        return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL);
    }

    /** The structs in order. */
    public Stream<V> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    private static final class Links<V extends StructView<?>> implements Iterator<V> {
        private final String component;
        private final Memory whole;
        private final StructType<?, V> type;
        private final ToLongFunction<V> nextAddress;
        private long address;

        Links(String component, Memory whole, StructType<?, V> type, ToLongFunction<V> nextAddress, long address) {
            this.component = component;
            this.whole = whole;
            this.type = type;
            this.nextAddress = nextAddress;
            this.address = address;
        }

        @Override
        public boolean hasNext() {
            return address != 0;
        }

        @Override
        public V next() {
            if (address == 0) {
                throw new NoSuchElementException("no more structs: component=" + component);
            }
            V view = RefTarget.view(component, whole, address, type);
            address = nextAddress.applyAsLong(view);
            return view;
        }
    }
}
