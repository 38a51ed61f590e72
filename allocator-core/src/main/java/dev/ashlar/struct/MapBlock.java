package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
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
 * The two blocks of a {@link StructMap}, its header and its table, and their growth. {@link MapFormat} has their places.
 *
 * <p>The control words of the table, and the header's word {@code active}, decide what the map holds; each change is made by
 * one store to one of them, and what comes before and after that store may be cut off:
 *
 * <ul>
 *   <li>I1. A slot whose tag is 0 may contain anything.
 *   <li>I2. Every group between the one where the search for a key begins and the one where its entry lies has been passed
 *       by at least as many entries as it says, unless it says {@link MapGroup#passed} too many.
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
abstract sealed class MapBlock<R, V extends StructView<R>> permits MapEntries {
    private final Allocator allocator;
    private final StructType<R, V> type;
    private final long byteSize;
    private final MapHeader header;
    private final long seed;
    private final long multiplier;

    private Memory table;
    private long groupMask;
    private long entries;
    private long active;

    /** The table that is not active, while there is one. */
    private @Nullable Memory other;

    /** The number of entries, where the map is settled. Accessible to {@link MapEntries}, which stores without a call. */
    long count;

    /** Whether no change was cut off. */
    boolean isSettled = true;

    /** The number of changes that iterators must notice; it may wrap. */
    int changes;

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
        completeKilled(heap);
        this.count = counted();
    }

    /** Completes the replacement that a killed process has left, and gives back the table that it was filling or freeing. */
    private void completeKilled(LinkedListAllocator heap) {
        long replaced = header.replaced();
        long noted = header.address(1 - active);
        if (replaced == 0 && noted == 0) {
            return;
        }
        if (table.isReadOnly()) {
            throw new IllegalStateException(
                    "map was left in the middle of a change by a killed process; a writer has to open it once: struct="
                            + type.name() + " address=" + address());
        }
        if (replaced != 0 && !isReplacement(replaced - 1)) {
            throw new IllegalStateException(
                    "map is damaged: struct=" + type.name() + " address=" + address() + " replaced=" + replaced);
        }
        @Nullable Memory unneeded = noted == 0 ? null : heap.make(noted, tableByteSize(header.groups(1 - active)));
        if (replaced != 0) {
            copyAt(table, stagedOffset(), table, offsetOf(replaced - 1));
            header.replaced(0);
        }
        if (unneeded != null) {
            // In this order, as elsewhere: a table that is noted is live.
            header.forget(1 - active);
            unneeded.free();
        }
    }

    /** Returns whether the staged entry can have been copied to a slot: that has one with the same key. */
    private boolean isReplacement(long index) {
        return index >= 0
                && index < groups() * MapGroup.SLOTS
                && MapGroup.isFull(control(index / MapGroup.SLOTS), index % MapGroup.SLOTS)
                && hashAt(table, stagedOffset()) == hashAt(table, offsetOf(index));
    }

    /** The names of the components of the key, joined by commas. For generated code. */
    protected abstract String key();

    /** Returns the hash of the key of the struct that lies in {@code memory} at {@code byteOffset}. For generated code. */
    protected abstract long hashAt(Memory memory, long byteOffset);

    /** Copies the bytes of a struct. For generated code. */
    protected void copyAt(Memory source, long sourceOffset, Memory memory, long byteOffset) {
        source.copyTo(sourceOffset, memory, byteOffset, byteSize);
    }

    private long tableByteSize(long groups) {
        return MapFormat.byteSize(type.name(), groups, byteSize, type.byteAlignment());
    }

    private long tableAlignment() {
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

    /** What each part of a key is multiplied by; for generated code. */
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

    /** The size of one entry in bytes. */
    final long entryByteSize() {
        return byteSize;
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

    /** The block by which the map is found. */
    final MapHeader header() {
        return header;
    }

    /**
     * Makes room for {@code minCapacity} entries in total; does nothing if there already is.
     *
     * @throws OutOfLinearMemoryException if there is no room; the map is unchanged then
     * @throws IllegalArgumentException if {@code minCapacity} is negative or more than any memory can have, or the allocator
     *     has no blocks of that size; the map is unchanged then
     * @throws IllegalStateException if the map is freed or its memory closed, or its allocator takes back only the newest
     *     block; the map is unchanged then
     */
    public final void reserve(long minCapacity) {
        requireReady();
        long needed = MapFormat.groupsFor(type.name(), minCapacity, byteSize);
        if (needed > groups()) {
            resize(needed);
        }
    }

    /**
     * Gives room that is not needed back to the allocator, if the map fits in half of its groups or fewer. Takes linear time.
     *
     * @throws OutOfLinearMemoryException if there is no room for the smaller table beside this one; the map is unchanged then
     * @throws IllegalStateException as for {@link #reserve}
     */
    public final void trimToSize() {
        requireReady();
        long needed = MapFormat.groupsFor(type.name(), count, byteSize);
        if (needed < groups()) {
            resize(needed);
        }
    }

    /** Doubles the number of groups. */
    final void grow() {
        resize(groups() * 2);
    }

    /** Moves all entries, and the staged one, to a table with another number of groups. */
    private void resize(long groups) {
        Memory made = allocator.allocate(tableByteSize(groups), tableAlignment());
        isSettled = false;
        other = made;
        try {
            long first = MapFormat.entriesOffset(groups, type.byteAlignment());
            header.note(1 - active, made.offset(), groups);
            fill(made, groups - 1, first);
            copyAt(table, stagedOffset(), made, first + groups * MapGroup.SLOTS * byteSize);
            header.activate(1 - active);
            changeOver(made, groups, first);
        } catch (Throwable failure) {
            settleQuietly();
            throw failure;
        }
    }

    /** Goes on with a table that holds the same entries, and gives the old one back. */
    private void changeOver(Memory made, long groups, long first) {
        Memory old = table;
        long oldMask = groupMask;
        long oldEntries = entries;
        // No call from here to the next comment.
        active = 1 - active;
        other = old;
        table = made;
        groupMask = groups - 1;
        entries = first;
        changes++;
        // In this order: a table that is noted is live, and a killed process leaves at most one that nobody owns.
        header.forget(1 - active);
        try {
            // Views of the old table throw from here on.
            release(old);
        } catch (IllegalStateException refused) {
            // The old table is as it was.
            active = 1 - active;
            other = made;
            table = old;
            groupMask = oldMask;
            entries = oldEntries;
            throw refused;
        }
        other = null;
        isSettled = true;
    }

    /** Copies all entries to an empty table. */
    private void fill(Memory target, long mask, long first) {
        for (long group = 0; group <= groupMask; group++) {
            for (long full = MapGroup.full(control(group)); full != 0; full &= full - 1) {
                long offset = offsetOf(group * MapGroup.SLOTS + MapGroup.first(full));
                long hash = hashAt(table, offset);
                long found = hash & mask;
                long control = target.loadI64(found * MapGroup.BYTE_SIZE);
                for (long step = 1; MapGroup.free(control) == 0; step++) {
                    target.storeI64(found * MapGroup.BYTE_SIZE, MapGroup.withOneMore(control));
                    found = (found + step) & mask;
                    control = target.loadI64(found * MapGroup.BYTE_SIZE);
                }
                long slot = MapGroup.first(MapGroup.free(control));
                target.storeI64(found * MapGroup.BYTE_SIZE, MapGroup.with(control, slot, hash));
                copyAt(table, offset, target, first + (found * MapGroup.SLOTS + slot) * byteSize);
            }
        }
    }

    /**
     * Gives a table back, or revokes at least its handle where an allocator frees no single blocks: a bump allocator shortens
     * it to one byte.
     */
    private void release(Memory old) {
        try {
            old.free();
        } catch (IllegalStateException refused) {
            revoke(old, refused);
        }
    }

    private void revoke(Memory old, IllegalStateException refused) {
        try {
            old.reallocate(1, 1);
        } catch (IllegalStateException _) {
            throw new IllegalStateException(
                    "map cannot change its capacity in an allocator that takes back only its newest block; reserve room"
                            + " when it is made: struct=" + type.name() + " size=" + count,
                    refused);
        }
    }

    /** Throws if the map is freed or closed, and settles it if an error has cut off a change. */
    final void requireReady() {
        requireAlive();
        if (!isSettled) {
            settle();
        }
    }

    private void settle() {
        header.note(active, table.offset(), groups());
        header.activate(active);
        header.forget(1 - active);
        header.replaced(0);
        Memory unneeded = other;
        if (unneeded != null && unneeded.isAlive()) {
            release(unneeded);
        }
        other = null;
        count = counted();
        isSettled = true;
    }

    private void settleQuietly() {
        try {
            settle();
        } catch (Throwable notNow) {
            // The next change will settle it.
        }
    }

    private long counted() {
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
