package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.MapFormat;
import dev.ashlar.struct.support.MapGroup;
import dev.ashlar.struct.support.MapHash;
import dev.ashlar.struct.support.MapHeader;
import dev.ashlar.struct.support.StructRange;
import java.lang.invoke.VarHandle;
import java.util.ConcurrentModificationException;
import org.jspecify.annotations.Nullable;

/**
 * The two blocks of a {@link StructMap}, its header and its table. {@link MapFormat} has the places in the table.
 *
 * <p>The control words of the table, and the header's word {@code active}, decide what the map holds; each change is made by
 * one store to one of them, and what comes before and after that store may be cut off:
 *
 * <ul>
 *   <li>I1. A slot whose tag is 0 may contain anything.
 *   <li>I2. A group says that at least as many entries have passed it as have: of those that lie behind it in the order in
 *       which a search for their key goes on. After an error or a kill it may say more.
 *   <li>I3. No two entries have equal keys.
 *   <li>I4. A table that is not active contains nothing that is not in the active one; while the header has its address, it is
 *       a live block.
 * </ul>
 *
 * <p>{@code isSettled} is false from the first of the stores of a change to the last; the next change finds it so after an
 * error, and settles the map: it counts the entries, and gives back the table that is not active (decision 0024).
 *
 * @param <R> the struct
 * @param <V> the view of one entry
 */
abstract sealed class MapBlock<R, V extends StructView<R>> permits MapGrowth {
    final Allocator allocator;
    final StructType<R, V> type;
    final long byteSize;
    final MapHeader header;
    private final long seed;
    private final long multiplier;

    // Accessible to MapGrowth, which stores to them without a call.

    Memory table;
    long groupMask;
    long entries;

    /** The number of the table, 0 or 1, in the header. */
    long active;

    /** The table that is not active, while there is one. */
    @Nullable
    Memory other;

    /** The number of entries, where the map is settled. Accessible to {@link MapEntries}, which stores without a call. */
    long count;

    /** True unless a change was cut off. */
    boolean isSettled = true;

    /** The number of changes that iterators must notice; it may wrap. */
    int changes;

    /** The number of entries that were staged, and of removals and growths, which end a staging too; it may wrap. */
    int stagings;

    MapBlock(Allocator allocator, StructType<R, V> type, long expected, long seed) {
        if (type.hasTail()) {
            throw type.withTail("map");
        }
        this.allocator = allocator;
        this.type = type;
        this.byteSize = type.byteSize();
        this.seed = seed;
        this.multiplier = MapHash.multiplier(seed);
        long groups = MapFormat.groupsFor(type.name(), expected, byteSize);
        long tableByteSize = tableByteSize(groups);
        this.header = MapHeader.allocate(allocator, type.fingerprint(), key(), seed);
        try {
            this.table = allocator.allocate(tableByteSize, tableAlignment());
        } catch (RuntimeException | Error refused) {
            header.memory().close();
            throw refused;
        }
        this.groupMask = groups - 1;
        this.entries = MapFormat.entriesOffset(groups, type.byteAlignment());
        header.note(0, table.offset(), groups);
        header.activate(0);
    }

    /** Opens the map whose header lies at an address of a heap. */
    MapBlock(LinkedListAllocator heap, StructType<R, V> type, long address) {
        if (type.hasTail()) {
            throw type.withTail("map");
        }
        this.allocator = heap;
        this.type = type;
        this.byteSize = type.byteSize();
        this.header = MapHeader.open(heap, address, type.name(), type.fingerprint(), key());
        this.seed = header.seed();
        this.multiplier = MapHash.multiplier(seed);
        this.active = header.active();
        long groups = header.groups(active);
        this.table = heap.make(header.address(active), tableByteSize(groups));
        this.groupMask = groups - 1;
        this.entries = MapFormat.entriesOffset(groups, type.byteAlignment());
        this.count = counted();
    }

    /** The names of the components of the key, joined by commas. For generated code. */
    protected abstract String key();

    /** Returns the hash of the key of the struct that lies in {@code memory} at {@code byteOffset}. For generated code. */
    protected abstract long hashAt(Memory memory, long byteOffset);

    /** Copies the bytes of a struct. For generated code. */
    protected void copyAt(Memory source, long sourceOffset, Memory memory, long byteOffset) {
        source.copyTo(sourceOffset, memory, byteOffset, byteSize);
    }

    final long tableByteSize(long groups) {
        return MapFormat.byteSize(type.name(), groups, byteSize, type.byteAlignment());
    }

    final long tableAlignment() {
        return Math.max(Long.BYTES, type.byteAlignment());
    }

    /**
     * The number of entries. Takes constant time, except after an error that has cut off a change, until the next one.
     *
     * @throws IllegalStateException if an error has cut off a change, and the map is freed or its memory closed
     */
    public final long size() {
        return isSettled ? count : counted();
    }

    /** Returns whether the map has no entries. */
    public final boolean isEmpty() {
        return size() == 0;
    }

    /** The number of entries for which there is room without growth. */
    public final long capacity() {
        return groups() * MapFormat.ENTRIES_PER_GROUP;
    }

    /** The number of groups. */
    final long groups() {
        return groupMask + 1;
    }

    /** One less than the number of groups, which is a power of two; for generated code. */
    protected final long groupMask() {
        return groupMask;
    }

    /** The place of the first entry in the table, in bytes; for generated code. */
    protected final long entriesOffset() {
        return entries;
    }

    /** The seed of the hash: another one, and entries come in another order. */
    public final long seed() {
        return seed;
    }

    /** The number by which each part of a key is multiplied; for generated code. */
    protected final long multiplier() {
        return multiplier;
    }

    /** The description of the struct. */
    public final StructType<R, V> structType() {
        return type;
    }

    /**
     * The handle through which the map reads and writes its entries; growth replaces it. Only the map may free it.
     */
    public final Memory memory() {
        return table;
    }

    /**
     * The address of the map in its {@link dev.ashlar.memory.LinearMemory}, in bytes, as long as it lives: growth does not
     * change it. A map in a heap that outlives its process is opened again by it.
     *
     * @throws IllegalStateException if the map is freed or its memory closed
     */
    public final long address() {
        return StructRange.address(header.memory(), 0);
    }

    /** The place of the entry at an index in the table, in bytes. */
    final long offsetOf(long index) {
        return entries + index * byteSize;
    }

    /** The place of the staged entry in the table, in bytes. */
    final long stagedOffset() {
        return offsetOf(groups() * MapGroup.SLOTS);
    }

    /** The control word of a group. */
    final long control(long group) {
        return table.loadI64(group * MapGroup.BYTE_SIZE);
    }

    /** Changes the control word of a group, after all stores before it and before all stores after it. */
    final void control(long group, long control) {
        VarHandle.storeStoreFence();
        table.storeI64(group * MapGroup.BYTE_SIZE, control);
        VarHandle.storeStoreFence();
    }

    /** Throws if the map is freed or closed, and settles it if an error has cut off a change. */
    final void requireReady() {
        requireAlive();
        if (!isSettled) {
            settle();
        }
    }

    /** Makes the map as it was before the change that was cut off, or as it is after it. */
    abstract void settle();

    final long counted() {
        long found = 0;
        for (long group = 0; group <= groupMask; group++) {
            found += Long.bitCount(MapGroup.full(control(group)));
        }
        return found;
    }

    /**
     * Gives the blocks back to their allocator. All views of the map are dead then, and so is the map: its size is still
     * available, and every method that reads, adds or removes entries throws {@link IllegalStateException}.
     *
     * @throws IllegalStateException if it is already freed, if its memory is closed, or if its allocator frees no single
     *     blocks; nothing has changed then
     */
    public final void free() {
        requireReady();
        table.free();
        changes++;
        header.memory().free();
    }

    /** Frees the map as {@link #free()} does if possible; does nothing if {@code free} would refuse. */
    public final void close() {
        if (table.isReadOnly()) {
            return;
        }
        table.close();
        changes++;
        header.memory().close();
    }

    /** Throws if the map is freed or closed; for methods that would otherwise do nothing. */
    final void requireAlive() {
        if (!table.isAlive()) {
            throw dead(null);
        }
    }

    /** The exception to throw for one that an access of the map threw: where the map has ended, it says so. */
    final IllegalStateException explained(IllegalStateException refused) {
        return table.isAlive() ? refused : dead(refused);
    }

    private IllegalStateException dead(@Nullable IllegalStateException cause) {
        return new IllegalStateException(
                "map " + (table.isFreed() ? "is freed" : "is in memory that is closed") + ": struct=" + type.name()
                        + " size=" + count,
                cause);
    }

    final int changes() {
        return changes;
    }

    final void requireUnchanged(int expected) {
        if (changes != expected) {
            throw new ConcurrentModificationException(
                    "map has changed since the iteration began: struct=" + type.name() + " size=" + count);
        }
    }
}
