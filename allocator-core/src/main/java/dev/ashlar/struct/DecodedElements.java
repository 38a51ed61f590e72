package dev.ashlar.struct;

import dev.ashlar.struct.support.ComponentPath;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * An array inside a struct whose elements are stored by a codec, seen in place: setting an element changes the memory.
 * Each {@link #get} makes an object of what is stored. {@link Elements} are the same for numbers.
 *
 * <pre>{@code
 * log.stamps[0] = Instant.now()              // Kotlin; the struct has @Length(4) val stamps: Array<Instant>
 * for (stamp in log.stamps) { ... }
 * }</pre>
 *
 * @param <V> the type of the values
 */
public abstract class DecodedElements<V> implements Iterable<V> {
    private final String component;
    private final int size;

    /**
     * Makes the elements; for generated code.
     *
     * @param component the component as a member of its struct, {@code p.Log#stamps}, for messages
     */
    protected DecodedElements(String component, int size) {
        this.component = Objects.requireNonNull(component, "component");
        this.size = size;
    }

    /** The number of elements. */
    public final int size() {
        return size;
    }

    /**
     * Returns the value of one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalStateException if the codec makes no value of what is stored
     */
    public abstract V get(int index);

    /**
     * Sets one element.
     *
     * @throws IndexOutOfBoundsException if {@code index} is negative or not below {@link #size()}
     * @throws IllegalArgumentException if the codec refuses the value, or what it makes of it does not fit
     */
    public abstract void set(int index, V value);

    /** Returns an iterator over the values of all elements, in order, each as it is when it is reached. */
    @Override
    public final Iterator<V> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public V next() {
                if (next >= size) {
                    throw new NoSuchElementException(
                            "no more elements: " + ComponentPath.facts(component) + " size=" + size);
                }
                return get(next++);
            }
        };
    }

    /** The values as text: {@code [2023-11-14T22:13:20Z, 2024-01-01T00:00:00Z]}. */
    @Override
    public final String toString() {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (V value : this) {
            text.add(String.valueOf(value));
        }
        return text.toString();
    }
}
