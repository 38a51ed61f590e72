package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import java.util.ConcurrentModificationException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of structs in memory, from producers to one consumer, between threads or processes: {@link Struct#ring}.
 *
 * <pre>{@code
 * @Struct(ring = true)
 * record Tick(long time, double price) {}
 *
 * TickRing ring = TickRing.create(allocator, 1024);
 *
 * TickView.Cursor slot = ring.cursor();             // the producer
 * if (ring.claim(slot)) {
 *     slot.time(1).price(10.5);                     // in place
 *     ring.publish(slot);
 * }
 *
 * TickView.Cursor tick = ring.cursor();             // the consumer
 * while (ring.poll(tick)) {
 *     sum += tick.price();
 * }
 * }</pre>
 *
 * <p><b>Producers.</b> One thread at a time may claim and publish in a ring that {@code create} made; any number in one of
 * {@code createShared}. A claimed struct has the bytes of an earlier one, or zeros: store all components. It is seen by the
 * consumer once it is published, with everything that its producer stored before. Structs come out in the order in which they
 * were claimed, and so one that is claimed and not yet published holds up those behind it.
 *
 * <p><b>One consumer.</b> One thread at a time may poll. The struct that it is at belongs to it until it polls again or
 * {@linkplain #release releases} it; then a producer may overwrite it.
 *
 * <p>Each method takes constant time and never waits: a full ring refuses a claim, and an empty one a poll. In a shared ring a
 * claim is repeated when another producer comes first. With cursors nothing is allocated.
 *
 * <p><b>Errors in the middle.</b> After a {@link StackOverflowError} or {@link OutOfMemoryError} the operation has either
 * happened or not; in a shared ring a slot may stay claimed, which the consumer can {@link #skip}. A call that was to release a
 * struct and find the next one may have done the first alone.
 *
 * <p><b>Processes.</b> A ring over a handle of a file that several processes have mapped connects them: one makes it, the
 * others open it, each with its own role. A process may be killed at any moment. What it published is there; a struct that its
 * consumer had not released is polled again; a claim of a killed producer of a shared ring is {@link #skip skipped}. A file
 * from a machine that was switched off may have lost stores in any order, as all mapped files may.
 *
 * <p>Only generated classes should extend this.
 *
 * @param <R> the struct, a record or a sealed interface of records
 * @param <V> the view of one struct
 */
public abstract non-sealed class StructRing<R, V extends StructView<R>> extends RingSlots<R, V>
        implements AutoCloseable {
    /** True while a record is written to a ring of one producer, by code that may do anything. Of that producer alone. */
    private boolean isWriting;

    /**
     * Allocates an empty ring; for generated code.
     *
     * @param count the number of structs for which there is to be room; the next power of two is the capacity
     * @param isShared whether it has many producers
     * @throws IllegalArgumentException if {@code count} is not positive, or the memory is on the Java heap in an array that
     *     guarantees no alignment
     * @throws OutOfLinearMemoryException if there is no room
     */
    protected StructRing(Allocator allocator, StructType<R, V> type, long count, boolean isShared) {
        super(allocator, type, count, isShared);
    }

    /**
     * Makes an empty ring at the start of a handle, whatever lies there; for generated code.
     *
     * @param count as above
     * @param isShared as above
     * @throws IllegalArgumentException if {@code count} is not positive, or the address is not a multiple of 8, or is on the
     *     Java heap in an array that guarantees no alignment; nothing has changed then
     * @throws IndexOutOfBoundsException if the ring does not fit into the handle; nothing has changed then
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    protected StructRing(Memory memory, StructType<R, V> type, long count, boolean isShared) {
        super(memory, type, count, isShared);
    }

    /**
     * Opens the ring that lies at the start of a handle; for generated code.
     *
     * @throws IllegalStateException if none lies there, it is one of another struct or layout, it is damaged, or the handle is
     *     freed or its memory closed
     * @throws IllegalArgumentException if the address is not a multiple of 8, or is on the Java heap in an array that guarantees
     *     no alignment
     */
    protected StructRing(Memory memory, StructType<R, V> type) {
        super(memory, type);
    }

    /**
     * The size of a ring in bytes; for generated code.
     *
     * @param count the number of structs for which there is to be room
     * @throws IllegalArgumentException if it is not positive, or the size does not fit in a {@code long}
     */
    protected static long byteSize(StructType<?, ?> type, long count) {
        return format(type).byteSize(format(type).capacityFor(count));
    }

    /** Writes a struct to where there is room for one. For generated code. */
    protected abstract void writeAt(Memory memory, long byteOffset, R value);

    /** Reads a struct. For generated code. */
    protected abstract R readAt(Memory memory, long byteOffset);

    /**
     * Publishes {@code value}, if there is room. For producers.
     *
     * <p>A record that is refused leaves the ring as it was. In a shared ring it takes up room all the same, until the consumer
     * passes over it, because others may have claimed what follows.
     *
     * @return whether there was room
     * @throws IllegalArgumentException if a component does not fit its storage type, or a {@link Ref} is one of another memory
     * @throws NullPointerException if {@code value} or one of its components is {@code null}
     * @throws IllegalStateException if the ring is damaged, or it is freed or its memory closed
     * @throws ConcurrentModificationException if an accessor of the record that is being stored in a ring of one producer
     *     offers another one
     */
    public final boolean offer(R value) {
        Objects.requireNonNull(value, "value");
        return isShared() ? offerOfMany(value) : offerOfOne(value);
    }

    private boolean offerOfOne(R value) {
        if (isWriting) {
            throw new ConcurrentModificationException(
                    "ring is changed by an accessor of the record that is being stored in it: struct="
                            + structType().name());
        }
        long position = claim();
        if (position < 0) {
            return false;
        }
        isWriting = true;
        try {
            writeAt(memory(), structOffset(position), value);
        } finally {
            isWriting = false;
        }
        publish(memory(), position);
        return true;
    }

    private boolean offerOfMany(R value) {
        long position = claim();
        if (position < 0) {
            return false;
        }
        try {
            writeAt(memory(), structOffset(position), value);
        } catch (RuntimeException | Error refused) {
            cancel(memory(), position);
            throw refused;
        }
        publish(memory(), position);
        return true;
    }

    /**
     * Takes the next struct out of the ring as a record. For the consumer.
     *
     * <p>If it cannot be read, for an enum number that no constant has, say, the exception is thrown, and the next poll goes on
     * behind it.
     *
     * @return the record, or {@code null} if there is none
     * @throws IllegalStateException if the ring is damaged, or it is freed or its memory closed
     * @throws ConcurrentModificationException if it is called by what makes a record of the ring, a constructor or a codec
     */
    public final @Nullable R poll() {
        long position = next();
        if (position < 0) {
            return null;
        }
        R value;
        isReading = true;
        try {
            value = readAt(memory(), structOffset(position));
        } catch (RuntimeException refused) {
            free(position);
            throw refused;
        } finally {
            isReading = false;
        }
        free(position);
        return value;
    }

    /** Returns whether no struct is claimed or published that is not released: {@code size() == 0}. */
    public final boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Frees the block of the ring. Then every use of it throws {@link IllegalStateException}, by whatever thread. Does nothing
     * if the block is already freed, or has no owner that frees single blocks.
     */
    @Override
    public final void close() {
        memory().close();
    }

    /** The struct, capacity, size and memory, for logs. */
    @Override
    public final String toString() {
        return "StructRing[" + structType().name() + ", capacity=" + capacity() + ", "
                + (memory().isAlive() ? "size=" + size() + ", " : "") + "memory=" + memory() + "]";
    }
}
