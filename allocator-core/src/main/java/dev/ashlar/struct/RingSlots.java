package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.RingFormat;
import java.util.ConcurrentModificationException;

/**
 * The slots of a {@link StructRing}: how they go from producers to the consumer and back.
 *
 * <p>Everything that says so lies in the memory, and each step ends with the one store that the other side waits for: the
 * turn of a slot. The position that follows is stored after it, by the side that alone stores it; a process that was killed
 * between the two leaves a position that is one behind, which the next step of that side sees and completes.
 *
 * @param <R> the struct
 * @param <V> the view of one struct
 */
abstract sealed class RingSlots<R, V extends StructView<R>> permits StructRing {
    /** The position where there is no struct. */
    static final long NONE = -1;

    private final Memory memory;
    private final StructType<R, V> type;
    private final boolean isShared;
    private final long capacity;
    private final int capacityBits;
    private final long stride;
    private final long slotsOffset;
    private final long structOffset;

    /** The position of the struct that the consumer is at, or a negative number. Of the consumer alone. */
    private long held = NONE;

    /** The position that the producer of a ring of one producer has claimed, or a negative number. Of that producer alone. */
    private long claimed = NONE;

    /**
     * True while a record of the consumer is made, by code that may do anything. Of the consumer alone, and a field that is
     * stored without a call, which an error could cut off.
     */
    boolean isReading;

    RingSlots(Allocator allocator, StructType<R, V> type, long count, boolean isShared) {
        this(allocated(allocator, type, count), type, count, isShared);
    }

    private static Memory allocated(Allocator allocator, StructType<?, ?> type, long count) {
        RingFormat format = format(type);
        Memory block = allocator.allocate(format.byteSize(format.capacityFor(count)), format.byteAlignment());
        try {
            block.checkAtomic(0, Long.BYTES);
            return block;
        } catch (RuntimeException | Error refused) {
            block.close();
            throw refused;
        }
    }

    RingSlots(Memory memory, StructType<R, V> type, long count, boolean isShared) {
        this(created(memory, type, count, isShared), type);
    }

    private static Memory created(Memory memory, StructType<?, ?> type, long count, boolean isShared) {
        RingFormat format = format(type);
        long capacity = format.capacityFor(count);
        memory.checkRange(0, format.byteSize(capacity));
        memory.checkAtomic(0, Long.BYTES);
        format.create(memory, type.fingerprint(), capacity, isShared);
        return memory;
    }

    RingSlots(Memory memory, StructType<R, V> type) {
        RingFormat format = format(type);
        memory.checkAtomic(0, Long.BYTES);
        format.require(memory, type.fingerprint());
        this.memory = memory;
        this.type = type;
        this.isShared = RingFormat.isShared(memory);
        this.capacity = RingFormat.capacity(memory);
        this.capacityBits = Long.numberOfTrailingZeros(capacity);
        this.stride = format.stride();
        this.slotsOffset = format.slotsOffset();
        this.structOffset = slotsOffset + format.structOffset();
    }

    static RingFormat format(StructType<?, ?> type) {
        return new RingFormat(type.name(), type.byteSize(), type.byteAlignment());
    }

    /** The handle of the whole ring: its header and its slots. */
    public final Memory memory() {
        return memory;
    }

    /** The description of the struct. */
    public final StructType<R, V> structType() {
        return type;
    }

    /** The number of structs for which there is room: a power of two. */
    public final long capacity() {
        return capacity;
    }

    /** Returns whether it has many producers. */
    public final boolean isShared() {
        return isShared;
    }

    /**
     * The number of structs that are claimed or published, and not released: at one moment between the call and its return.
     * What a producer of a ring of one producer has claimed does not count.
     */
    public final long size() {
        long released = memory.loadI64Acquire(RingFormat.RELEASED_OFFSET);
        long claimed = memory.loadI64Acquire(RingFormat.CLAIMED_OFFSET);
        return Math.clamp(claimed - released, 0, capacity);
    }

    /** The offset of the struct of a position in {@link #memory()}; for generated code. */
    protected final long structOffset(long position) {
        return structOffset + (position & (capacity - 1)) * stride;
    }

    private long turnOffset(long position) {
        return slotsOffset + (position & (capacity - 1)) * stride;
    }

    /** The turn of the slot of a position that is free. */
    private long turn(long position) {
        return (position >>> capacityBits) * RingFormat.ROUND;
    }

    /** The state of the slot of a position: negative in an earlier round. */
    private long state(long position) {
        return memory.loadI64Acquire(turnOffset(position)) - turn(position);
    }

    /**
     * Claims the next slot that is free; for generated code.
     *
     * @return its position, or a negative number if the ring is full
     * @throws IllegalStateException if the ring is damaged
     */
    protected final long claim() {
        return isShared ? claimOfMany() : claimOfOne();
    }

    private long claimOfOne() {
        while (true) {
            long position = memory.loadI64(RingFormat.CLAIMED_OFFSET);
            long state = state(position);
            if (state == RingFormat.FREE) {
                claimed = position;
                return position;
            }
            if (state == RingFormat.PUBLISHED - RingFormat.ROUND) {
                return NONE;
            }
            if (state != RingFormat.PUBLISHED && state != RingFormat.ROUND) {
                throw damaged(position, state);
            }
            // Published, and perhaps released already, by a call that ended before it could say so.
            memory.storeI64Release(RingFormat.CLAIMED_OFFSET, position + 1);
        }
    }

    private long claimOfMany() {
        while (true) {
            long position = memory.loadI64Volatile(RingFormat.CLAIMED_OFFSET);
            long state = state(position);
            if (state == RingFormat.FREE) {
                if (memory.compareAndSetI64(RingFormat.CLAIMED_OFFSET, position, position + 1)) {
                    return position;
                }
            } else if (memory.loadI64Volatile(RingFormat.CLAIMED_OFFSET) == position) {
                // Nobody has claimed it meanwhile, so the slot is still of the round before.
                if (state >= RingFormat.FREE || state < -RingFormat.ROUND) {
                    throw damaged(position, state);
                }
                return NONE;
            }
        }
    }

    /**
     * Publishes a struct that was claimed; for generated code.
     *
     * @param source the handle of the cursor
     * @param position the index of the cursor
     * @throws IllegalStateException if it is not claimed
     */
    protected final void publish(Memory source, long position) {
        requireOwn(source, position);
        long turn = turn(position);
        if (isShared) {
            if (!memory.compareAndSetI64(turnOffset(position), turn, turn + RingFormat.PUBLISHED)) {
                throw notClaimed(position);
            }
            return;
        }
        if (position != claimed || state(position) != RingFormat.FREE) {
            throw notClaimed(position);
        }
        memory.storeI64Release(turnOffset(position), turn + RingFormat.PUBLISHED);
        memory.storeI64Release(RingFormat.CLAIMED_OFFSET, position + 1);
        claimed = NONE;
    }

    /**
     * Gives up a claim; for generated code.
     *
     * @param source the handle of the cursor
     * @param position the index of the cursor
     * @throws IllegalStateException if it is not claimed
     */
    protected final void cancel(Memory source, long position) {
        requireOwn(source, position);
        long turn = turn(position);
        if (isShared) {
            if (!memory.compareAndSetI64(turnOffset(position), turn, turn + RingFormat.CANCELLED)) {
                throw notClaimed(position);
            }
            return;
        }
        if (position != claimed) {
            throw notClaimed(position);
        }
        claimed = NONE;
    }

    @SuppressWarnings("ReferenceEquality") // a handle is one object
    private void requireOwn(Memory source, long position) {
        if (source != memory || position < 0) {
            throw notClaimed(position);
        }
    }

    /**
     * Releases the struct that is held, and finds the next one that is published; for generated code, which then {@link #hold
     * holds} it.
     *
     * @return its position, or a negative number if there is none
     * @throws IllegalStateException if the ring is damaged
     * @throws ConcurrentModificationException if a record of it is being made
     */
    protected final long next() {
        requireNotReading();
        release();
        while (true) {
            long position = memory.loadI64(RingFormat.RELEASED_OFFSET);
            long state = state(position);
            if (state == RingFormat.PUBLISHED) {
                return position;
            }
            if (state == RingFormat.FREE) {
                return NONE;
            }
            pass(position, state);
        }
    }

    /** Lets the consumer have the struct that {@link #next} found until it is released; for generated code. */
    protected final void hold(long position) {
        held = position;
    }

    /**
     * Gives the slot of the struct that was polled last back to the producers, as the next {@code poll} does. Does nothing if
     * there is none. For the consumer.
     *
     * @throws IllegalStateException if the ring is freed or its memory closed
     */
    public final void release() {
        if (held >= 0) {
            // After an error in the middle the slot may be released already, and be a producer's by now.
            if (held == memory.loadI64(RingFormat.RELEASED_OFFSET) && state(held) == RingFormat.PUBLISHED) {
                free(held);
            }
            held = NONE;
        }
    }

    /** Goes past a slot that is cancelled, or that was released by a process that was killed before it could say so. */
    private void pass(long position, long state) {
        if (state == RingFormat.CANCELLED) {
            free(position);
        } else if (state >= RingFormat.ROUND && state <= RingFormat.ROUND + RingFormat.CANCELLED) {
            memory.storeI64Release(RingFormat.RELEASED_OFFSET, position + 1);
        } else {
            throw damaged(position, state);
        }
    }

    /** Gives the slot of the next struct back to the producers. */
    final void free(long position) {
        memory.storeI64Release(turnOffset(position), turn(position) + RingFormat.ROUND);
        memory.storeI64Release(RingFormat.RELEASED_OFFSET, position + 1);
    }

    /**
     * Returns whether the next struct is claimed and not published, so that all that were claimed after it have to wait. In a
     * ring with many producers that is so for a moment while a producer writes, and for ever if it was killed meanwhile: then
     * {@link #skip} helps. For the consumer.
     *
     * @throws IllegalStateException if the ring is freed or its memory closed
     */
    public final boolean isStalled() {
        long released = memory.loadI64(RingFormat.RELEASED_OFFSET);
        long position = released == held ? released + 1 : released;
        return isShared
                && state(position) == RingFormat.FREE
                && memory.loadI64Volatile(RingFormat.CLAIMED_OFFSET) > position;
    }

    /**
     * Drops the next struct without reading it, whether it is published or only claimed, and releases the one that was polled
     * last. For the consumer.
     *
     * <p>A producer that publishes or cancels its claim afterwards is refused. But until then it may still write to the struct,
     * which another one may have claimed: so skip a claim only if its producer has ended.
     *
     * @return whether there was one
     * @throws IllegalStateException if the ring is damaged, or it is freed or its memory closed
     * @throws ConcurrentModificationException if it is called by what makes a record of the ring
     */
    public final boolean skip() {
        requireNotReading();
        release();
        while (true) {
            long position = memory.loadI64(RingFormat.RELEASED_OFFSET);
            long state = state(position);
            if (state == RingFormat.PUBLISHED) {
                free(position);
                return true;
            }
            if (state != RingFormat.FREE) {
                pass(position, state);
            } else if (!isStalled()) {
                return false;
            } else if (memory.compareAndSetI64(
                    turnOffset(position), turn(position), turn(position) + RingFormat.ROUND)) {
                memory.storeI64Release(RingFormat.RELEASED_OFFSET, position + 1);
                return true;
            }
        }
    }

    private void requireNotReading() {
        if (isReading) {
            throw new ConcurrentModificationException(
                    "ring is polled by what makes a record of it, a constructor or a codec: struct=" + type.name());
        }
    }

    private IllegalStateException notClaimed(long position) {
        return new IllegalStateException(
                "struct is not claimed; move a cursor to it with claim, and publish or cancel it" + " once: struct="
                        + type.name() + " position=" + position);
    }

    private IllegalStateException damaged(long position, long state) {
        return new IllegalStateException(
                "ring is damaged, or has more than one consumer or, if it is made for one, more than"
                        + " one producer: struct=" + type.name() + " position=" + position + " state=" + state
                        + " capacity="
                        + capacity);
    }
}
