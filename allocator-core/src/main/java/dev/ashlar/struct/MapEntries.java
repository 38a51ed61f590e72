package dev.ashlar.struct;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.CheckedStruct;
import dev.ashlar.struct.support.MapGroup;
import dev.ashlar.struct.support.StructRange;
import java.util.ConcurrentModificationException;

/**
 * The entries of a {@link StructMap}: finding, adding, replacing and removing them.
 *
 * <p>Every new entry is first staged at the end of the table, where the code of the user that stores it can do no harm; its
 * key is then read from there, so that an entry is always found by what was stored.
 *
 * @param <R> the struct
 * @param <V> the view of one entry
 */
abstract sealed class MapEntries<R, V extends StructView<R>> extends MapGrowth<R, V> permits StructMap {

    MapEntries(Allocator allocator, StructType<R, V> type, long expected, long seed) {
        super(allocator, type, expected, seed);
    }

    MapEntries(LinkedListAllocator heap, StructType<R, V> type, long address) {
        super(heap, type, address);
    }

    /** Returns the view of the entry at an index of which it is known that there is one; for generated code. */
    protected abstract V viewAt(Memory memory, long index);

    /** Writes a struct to where there is room for one. For generated code. */
    protected abstract void writeAt(Memory memory, long byteOffset, R value);

    /**
     * Returns the index of the entry that has the key of the struct that lies in {@code memory} at {@code byteOffset}, or -1
     * if there is none. For generated code.
     */
    protected abstract long indexOfKeyAt(Memory memory, long byteOffset);

    /**
     * Returns whether storing an entry calls a codec of the user, which may change this map: then each is encoded before it
     * is staged. For generated code.
     */
    protected boolean isEncodedFirst() {
        return false;
    }

    /**
     * Returns the view of the entry at an index. Copies nothing. Takes constant time.
     *
     * @param index as {@code indexOf} returned it; it is valid until the entry is removed or the map grows
     * @throws IndexOutOfBoundsException if there is no entry
     * @throws IllegalStateException if the map is freed or its memory closed
     */
    public final V at(long index) {
        return viewAt(memory(), checked(index));
    }

    /** Returns {@code index}, after checking that there is an entry. */
    private long checked(long index) {
        if (index < 0 || index >= groups() * MapGroup.SLOTS || !isFull(index)) {
            throw StructRange.noSuchElement(structType().name(), index, count);
        }
        return index;
    }

    private boolean isFull(long index) {
        return MapGroup.isFull(control(index / MapGroup.SLOTS), index % MapGroup.SLOTS);
    }

    /**
     * Returns the index of the next entry in the order of iteration after an index, or -1 after the last. The first one comes
     * after -1. For generated code.
     */
    protected final long next(long index) {
        long from = index + 1;
        long group = from / MapGroup.SLOTS;
        if (group >= groups()) {
            return -1;
        }
        long full = MapGroup.fullFrom(control(group), from % MapGroup.SLOTS);
        while (full == 0) {
            group++;
            if (group >= groups()) {
                return -1;
            }
            full = MapGroup.full(control(group));
        }
        return group * MapGroup.SLOTS + MapGroup.first(full);
    }

    /**
     * Returns the index of the next entry after the one that a cursor is at, or -1 after the last. For generated code.
     *
     * @param index the index of that entry; -1 before the first
     * @param source the handle of the cursor
     * @throws ConcurrentModificationException if that is not the table
     */
    @SuppressWarnings("ReferenceEquality") // a handle is one object
    protected final long nextAfter(long index, Memory source) {
        if (index >= 0 && source != memory()) {
            throw new ConcurrentModificationException(
                    "map has grown since the cursor moved, or the cursor is at no entry of it: struct="
                            + structType().name() + " size=" + count);
        }
        return next(index);
    }

    /**
     * Stores {@code value}: as a new entry if there is none with its key, and otherwise instead of that one. Padding is left
     * as it is. Takes constant time on average, and linear time if the map grows.
     *
     * @return whether it is a new entry
     * @throws IllegalArgumentException if a component does not fit its storage type, or a {@link Ref} is one of another
     *     memory; the map is unchanged then
     * @throws OutOfLinearMemoryException if there is no room; the map is unchanged then
     * @throws IllegalStateException if the map is freed or its memory closed, or it must grow in an allocator that takes back
     *     only the newest block; the map is unchanged then
     * @throws ConcurrentModificationException if an accessor of {@code value} changes this map; {@code value} is not stored
     *     then
     */
    public final boolean put(R value) {
        requireReady();
        if (isEncodedFirst()) {
            CheckedStruct checked =
                    structType().check(structType().name(), value).requireIn(memory());
            requireReady();
            stagings++;
            checked.storeAt(memory(), stagedOffset());
        } else {
            stage(value, ++stagings);
        }
        long index = indexOfKeyAt(memory(), stagedOffset());
        if (index < 0) {
            insert();
            return true;
        }
        replace(index);
        return false;
    }

    private void stage(R value, int staging) {
        try {
            writeAt(memory(), stagedOffset(), value);
        } catch (IllegalStateException refused) {
            // An accessor may have replaced the table.
            requireStaged(staging);
            throw refused;
        }
        requireStaged(staging);
    }

    /**
     * Makes the staged entry one whose bytes are zero. For generated code, which stores a key there next.
     *
     * @return its place in {@link #memory}, in bytes
     */
    protected final long stage() {
        requireReady();
        stagings++;
        long staged = stagedOffset();
        zero(memory(), staged, staged + byteSize);
        return staged;
    }

    /** Makes bytes zero, without the object that {@link Memory#fill} makes where the JIT does not remove it. */
    private static void zero(Memory memory, long from, long to) {
        long offset = from;
        for (; offset <= to - Long.BYTES; offset += Long.BYTES) {
            memory.storeI64(offset, 0);
        }
        for (; offset < to; offset++) {
            memory.storeI8(offset, 0);
        }
    }

    /** The number of entries that were staged, and of removals and growths, which end a staging too; for generated code. */
    protected final int stagings() {
        return stagings;
    }

    /** Throws if the staged entry was staged again since {@link #stagings} returned a number; for generated code. */
    protected final void requireStaged(int staging) {
        if (stagings != staging) {
            throw new ConcurrentModificationException(
                    "map was changed by the value that was to be stored in it: struct="
                            + structType().name() + " size=" + count);
        }
    }

    /**
     * Adds the staged entry, unless there is one with its key: one that the code of the user added meanwhile. For generated
     * code.
     *
     * @return its index
     */
    protected final long addStaged() {
        long found = indexOfKeyAt(memory(), stagedOffset());
        return found < 0 ? insert() : found;
    }

    /** Adds the staged entry, whose key no entry has, and returns its index. */
    private long insert() {
        if (count >= capacity()) {
            grow();
        }
        Memory memory = memory();
        long hash = hashAt(memory, stagedOffset());
        long home = hash & groupMask();
        long group = home;
        for (long step = 1; MapGroup.free(control(group)) == 0; step++) {
            if (step > groupMask()) {
                throw new IllegalStateException("map is damaged, or was opened twice: it has no room for an entry of "
                        + capacity() + ": struct=" + type.name() + " address=" + address() + " size=" + count);
            }
            group = (group + step) & groupMask();
        }
        long slot = MapGroup.first(MapGroup.free(control(group)));
        long index = group * MapGroup.SLOTS + slot;
        copyAt(memory, stagedOffset(), memory, offsetOf(index));
        isSettled = false;
        for (long passed = home, step = 1; passed != group; step++) {
            control(passed, MapGroup.withOneMore(control(passed)));
            passed = (passed + step) & groupMask();
        }
        control(group, MapGroup.with(control(group), slot, hash));
        // No call from here on.
        count++;
        changes++;
        isSettled = true;
        return index;
    }

    /** Copies the staged entry over another one: at once, as far as an error can tell. */
    private void replace(long index) {
        Memory memory = memory();
        isSettled = false;
        try {
            header.replaced(index + 1);
            copyAt(memory, stagedOffset(), memory, offsetOf(index));
            header.replaced(0);
            isSettled = true;
        } catch (Throwable cutOff) {
            // Here and not in a method: there is as much room on the stack as there was to note the slot. If it stays
            // noted,
            // who opens the map copies the staged entry once more, over what was stored by a view in between.
            try {
                header.replaced(0);
            } catch (Throwable notNow) {
                // The next change of this map will do it.
            }
            throw cutOff;
        }
    }

    /**
     * Removes the entry at an index. No other entry moves, and its room is free for the next one. Takes constant time on
     * average.
     *
     * @param index as {@code indexOf} returned it
     * @throws IndexOutOfBoundsException if there is no entry
     * @throws IllegalStateException if the key of the entry was changed through a view, so that it is no longer found, or the
     *     map is freed or its memory closed; nothing has changed then
     */
    public final void removeAt(long index) {
        requireReady();
        long offset = offsetOf(checked(index));
        if (indexOfKeyAt(memory(), offset) != index) {
            throw new IllegalStateException("key of an entry was changed in place: struct="
                    + structType().name() + " key=" + key() + " index=" + index);
        }
        remove(index, hashAt(memory(), offset));
    }

    /** Removes the entry at an index that a search for its key has returned. For generated code. */
    protected final void removeFound(long index) {
        requireReady();
        remove(index, hashAt(memory(), offsetOf(index)));
    }

    private void remove(long index, long hash) {
        stagings++;
        long group = index / MapGroup.SLOTS;
        isSettled = false;
        control(group, MapGroup.without(control(group), index % MapGroup.SLOTS));
        long passed = hash & groupMask();
        for (long step = 1; passed != group; step++) {
            control(passed, MapGroup.withOneLess(control(passed)));
            passed = (passed + step) & groupMask();
        }
        // No call from here on.
        count--;
        changes++;
        isSettled = true;
    }

    /**
     * Removes all entries; the capacity stays. Takes linear time. After an error in the middle, some entries are gone and the
     * others are still there.
     *
     * @throws IllegalStateException if the map is freed or its memory closed
     */
    public final void clear() {
        requireReady();
        stagings++;
        isSettled = false;
        changes++;
        // In this order each entry that is still there is found.
        for (long group = 0; group < groups(); group++) {
            control(group, MapGroup.cleared(control(group)));
        }
        for (long group = 0; group < groups(); group++) {
            control(group, 0);
        }
        count = 0;
        isSettled = true;
    }
}
