package dev.ashlar.struct.support;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Memory;

/**
 * The block of a ring of structs: its header, and the places of its slots, in bytes.
 *
 * <pre>
 * | magic, struct, capacity, producers | … | claimed | … | released | … | turn, struct | turn, struct | …
 * </pre>
 *
 * <p>The positions {@code claimed} and {@code released}, which different threads store, and the first slot are 128 bytes
 * apart, so that no two of them are in one cache line, or in two that a processor fetches together. The struct of position
 * {@code p} lies in slot {@code p % capacity}. Its turn, a word in front of it, is {@code 4 * (p / capacity)} plus its state:
 * {@link #FREE}, {@link #PUBLISHED} or {@link #CANCELLED}; that of the next round, plus {@code FREE}, is stored when it is
 * released. So a block of zeros is an empty ring, whatever was written to its structs.
 *
 * <p>All words are little-endian.
 */
public final class RingFormat {
    /** The state of a slot that a producer may claim, or has claimed. */
    public static final long FREE = 0;
    /** The state of a slot whose struct the consumer may read. */
    public static final long PUBLISHED = 1;
    /** The state of a slot that the consumer passes over. */
    public static final long CANCELLED = 2;
    /** The difference of the turns of a slot in two rounds. */
    public static final long ROUND = 4;

    /** The place of the position that is claimed next; of a ring of one producer, published next. */
    public static final long CLAIMED_OFFSET = 128;
    /** The place of the position that is released next. */
    public static final long RELEASED_OFFSET = 256;

    /** The alignment of the block, at least: that of a cache line. */
    public static final long LEAST_ALIGNMENT = 64;

    /** The letters {@code ashring}, and the version of the format. */
    private static final long MAGIC = 0x0167_6E69_7268_7361L;

    private static final long MAGIC_OFFSET = 0;
    private static final long STRUCT_OFFSET = 8;
    private static final long CAPACITY_OFFSET = 16;
    private static final long PRODUCERS_OFFSET = 24;
    private static final long SLOTS_OFFSET = 384;

    private static final long ONE_PRODUCER = 1;
    private static final long MANY_PRODUCERS = 2;

    private static final long MOST_CAPACITY = 1L << 48;

    private final String struct;
    private final long structOffset;
    private final long stride;

    /**
     * The places in rings of a struct.
     *
     * @param struct its name, for messages
     */
    public RingFormat(String struct, long structByteSize, long structByteAlignment) {
        this.struct = struct;
        this.structOffset = Math.max(Long.BYTES, structByteAlignment);
        this.stride = Alignment.alignUp(structOffset + structByteSize, structOffset);
    }

    /** The distance between two slots. */
    public long stride() {
        return stride;
    }

    /** The place of the turn of the first slot. */
    public long slotsOffset() {
        return Alignment.alignUp(SLOTS_OFFSET, structOffset);
    }

    /** The place of a struct behind its turn. */
    public long structOffset() {
        return structOffset;
    }

    /** The alignment of a block that is allocated. */
    public long byteAlignment() {
        return Math.max(LEAST_ALIGNMENT, structOffset);
    }

    /**
     * The capacity of a ring with room for at least {@code count} structs: the next power of two.
     *
     * @throws IllegalArgumentException if {@code count} is not positive, or more than any memory could hold
     */
    public long capacityFor(long count) {
        if (count <= 0 || count > MOST_CAPACITY) {
            throw StructRange.impossible(struct, count, "slotByteSize", stride);
        }
        return count == 1 ? 1 : Long.highestOneBit(count - 1) << 1;
    }

    /**
     * The size of a ring.
     *
     * @param capacity its capacity, a power of two
     * @throws IllegalArgumentException if it does not fit in a {@code long}
     */
    public long byteSize(long capacity) {
        long size = slotsOffset() + StructRange.ofArray(struct, capacity, stride);
        if (size < 0) {
            throw StructRange.impossible(struct, capacity, "slotByteSize", stride);
        }
        return size;
    }

    /**
     * Makes an empty ring of a block, whatever lies there. Whoever opens it meanwhile is refused.
     *
     * @param isShared whether it has many producers
     */
    public void create(Memory memory, long structFingerprint, long capacity, boolean isShared) {
        memory.storeI64Volatile(MAGIC_OFFSET, 0);
        memory.fill(Long.BYTES, 0, byteSize(capacity) - Long.BYTES);
        memory.storeI64(STRUCT_OFFSET, structFingerprint);
        memory.storeI64(CAPACITY_OFFSET, capacity);
        memory.storeI64(PRODUCERS_OFFSET, isShared ? MANY_PRODUCERS : ONE_PRODUCER);
        memory.storeI64Release(MAGIC_OFFSET, MAGIC);
    }

    /**
     * Checks that a ring of this struct lies in a block.
     *
     * @throws IllegalStateException if none lies there, it is one of another struct or layout, or its header is damaged
     */
    public void require(Memory memory, long structFingerprint) {
        long magic = memory.length() < slotsOffset() ? 0 : memory.loadI64Acquire(MAGIC_OFFSET);
        if (magic != MAGIC) {
            throw refused("no ring lies there", "magic=0x" + Long.toHexString(magic), memory);
        }
        long found = memory.loadI64(STRUCT_OFFSET);
        if (found != structFingerprint) {
            throw refused(
                    "ring is of another struct, or of another layout",
                    "expected=0x" + Long.toHexString(structFingerprint) + " found=0x" + Long.toHexString(found),
                    memory);
        }
        long capacity = capacity(memory);
        long producers = memory.loadI64(PRODUCERS_OFFSET);
        if (capacity <= 0
                || Long.bitCount(capacity) != 1
                || capacity > (memory.length() - slotsOffset()) / stride
                || (producers != ONE_PRODUCER && producers != MANY_PRODUCERS)) {
            throw refused("ring is damaged, or cut short", "capacity=" + capacity + " producers=" + producers, memory);
        }
    }

    private IllegalStateException refused(String refusal, String facts, Memory memory) {
        return new IllegalStateException(refusal + ": struct=" + struct + " " + facts + " memory=" + memory);
    }

    /** The capacity that a header says. */
    public static long capacity(Memory memory) {
        return memory.loadI64(CAPACITY_OFFSET);
    }

    /** Returns whether a header says that the ring has many producers. */
    public static boolean isShared(Memory memory) {
        return memory.loadI64(PRODUCERS_OFFSET) == MANY_PRODUCERS;
    }
}
