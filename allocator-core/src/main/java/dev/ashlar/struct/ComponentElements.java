package dev.ashlar.struct;

import dev.ashlar.struct.support.ComponentPath;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An array inside a struct, seen in place.
 *
 * @param <T> the type of the elements
 */
abstract class ComponentElements<T> implements Iterable<T> {
    private final String component;
    private final int size;

    /**
     * @param component the component as a member of its struct, {@code p.Log#stamps}, for messages
     */
    ComponentElements(String component, int size) {
        this.component = component;
        this.size = size;
    }

    /** The number of elements. */
    public final int size() {
        return size;
    }

    /** One element as an object. */
    abstract T element(int index);

    /** Returns an iterator over the values of all elements, in order, each as it is when it is reached. */
    @Override
    public final Iterator<T> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public T next() {
                if (next >= size) {
                    throw new NoSuchElementException(
                            "no more elements: " + ComponentPath.facts(component) + " size=" + size);
                }
                return element(next++);
            }
        };
    }

    /** The elements as text: {@code [1, 2, 3]}. */
    @Override
    public final String toString() {
        return StreamSupport.stream(spliterator(), false)
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    final String component() {
        return component;
    }
}
