package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.MapFormat;
import dev.ashlar.struct.support.MapGroup;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a {@link StructMap}: one takes the place of another when the map grows or shrinks, and after an error or a kill
 * the one that is not needed is given back.
 *
 * @param <R> the struct
 * @param <V> the view of one entry
 */
abstract sealed class MapGrowth<R, V extends StructView<R>> extends MapBlock<R, V> permits MapEntries {
    MapGrowth(Allocator allocator, StructType<R, V> type, long expected, long seed) {
        super(allocator, type, expected, seed);
    }

    MapGrowth(LinkedListAllocator heap, StructType<R, V> type, long address) {
        super(heap, type, address);
        completeKilled(heap);
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
        stagings++;
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

    @Override
    final void settle() {
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
}
