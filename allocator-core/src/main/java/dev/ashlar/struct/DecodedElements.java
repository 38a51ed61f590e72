package dev.ashlar.struct;

import java.util.Objects;

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
public abstract class DecodedElements<V> extends ComponentElements<V> {
    /**
     * Makes the elements; for generated code.
     *
     * @param component the component as a member of its struct, {@code p.Log#stamps}, for messages
     */
    protected DecodedElements(String component, int size) {
        super(Objects.requireNonNull(component, "component"), size);
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

    @Override
    final V element(int index) {
        return get(index);
    }
}
