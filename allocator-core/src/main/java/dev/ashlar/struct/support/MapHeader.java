package dev.ashlar.struct.support;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.Memory;
import java.lang.invoke.VarHandle;

/**
 * The block by which a hash map is found: it stays where it is while the table of the map moves.
 *
 * <pre>
 * | magic | struct | key | seed | active | groups, address | groups, address | replaced |
 * </pre>
 *
 * <p>It has the sizes and addresses of two tables: of the one that is active, as the word {@code active}, 0 or 1, says, and of
 * the other one while the map changes its capacity; an address is noted after its size, and removed before it. {@code
 * replaced} is the slot, counted from 1, to which the staged entry is being copied, and 0 otherwise. Each word is stored after
 * all stores that come before it in the program.
 */
public final class MapHeader {
    /** The letters {@code ashlmap}, and the version of the format. */
    private static final long MAGIC = 0x0170_616D_6C68_7361L;

    private static final long MAGIC_OFFSET = 0;
    private static final long STRUCT_OFFSET = 8;
    private static final long KEY_OFFSET = 16;
    private static final long SEED_OFFSET = 24;
    private static final long ACTIVE_OFFSET = 32;
    private static final long TABLES_OFFSET = 40;
    private static final long TABLE_BYTE_SIZE = 16;
    private static final long REPLACED_OFFSET = 72;
    private static final long BYTE_SIZE = 80;

    private final Memory memory;

    private MapHeader(Memory memory) {
        this.memory = memory;
    }

    /** Allocates the header of a map. It is complete once it has a table that is {@link #activate active}. */
    public static MapHeader allocate(Allocator allocator, long structFingerprint, String key, long seed) {
        MapHeader header = new MapHeader(allocator.allocate(BYTE_SIZE, Long.BYTES));
        header.store(STRUCT_OFFSET, structFingerprint);
        header.store(KEY_OFFSET, keyFingerprint(key));
        header.store(SEED_OFFSET, seed);
        header.store(MAGIC_OFFSET, MAGIC);
        return header;
    }

    /**
     * Finds the header of a map in a heap.
     *
     * @param struct the name of the struct, for messages
     * @throws IllegalStateException if no header lies there, or it is that of a map of another struct or with another key
     */
    public static MapHeader open(
            LinkedListAllocator heap, long address, String struct, long structFingerprint, String key) {
        MapHeader header = new MapHeader(heap.make(address, BYTE_SIZE));
        header.require("no map lies there", MAGIC_OFFSET, MAGIC, struct, key);
        header.require("map is of another struct, or of another layout", STRUCT_OFFSET, structFingerprint, struct, key);
        header.require("map has another key", KEY_OFFSET, keyFingerprint(key), struct, key);
        long active = header.active();
        long memoryByteSize = heap.memory().byteSize();
        if ((active & ~1) != 0
                || header.isImpossible(active, memoryByteSize)
                || (header.address(1 - active) != 0 && header.isImpossible(1 - active, memoryByteSize))) {
            throw new IllegalStateException("map is damaged: struct=" + struct + " address=" + address + " active="
                    + active + " groups=" + header.groups(active & 1));
        }
        return header;
    }

    private boolean isImpossible(long active, long memoryByteSize) {
        long groups = groups(active);
        return Long.bitCount(groups) != 1
                || groups < 0
                || groups > memoryByteSize / MapGroup.BYTE_SIZE
                || address(active) == address(1 - active);
    }

    private void require(String refusal, long byteOffset, long expected, String struct, String key) {
        long found = memory.loadI64(byteOffset);
        if (found != expected) {
            throw new IllegalStateException(refusal + ": struct=" + struct + " key=" + key + " address="
                    + memory.offset() + " expected=0x" + Long.toHexString(expected) + " found=0x"
                    + Long.toHexString(found));
        }
    }

    private static long keyFingerprint(String key) {
        long fingerprint = 0;
        for (int index = 0; index < key.length(); index++) {
            fingerprint = MapHash.with(fingerprint, MapHash.multiplier(0), key.charAt(index) + 1L);
        }
        return fingerprint;
    }

    /** The handle of the header. */
    public Memory memory() {
        return memory;
    }

    /** The seed of the map. */
    public long seed() {
        return memory.loadI64(SEED_OFFSET);
    }

    /** The table, 0 or 1, that is active. */
    public long active() {
        return memory.loadI64(ACTIVE_OFFSET);
    }

    /** The number of groups of a table, 0 or 1. */
    public long groups(long table) {
        return memory.loadI64(TABLES_OFFSET + table * TABLE_BYTE_SIZE);
    }

    /** The address of a table, 0 or 1; 0 if there is none. */
    public long address(long table) {
        return memory.loadI64(TABLES_OFFSET + table * TABLE_BYTE_SIZE + Long.BYTES);
    }

    /** The slot, counted from 1, that was being replaced; 0 for none. */
    public long replaced() {
        return memory.loadI64(REPLACED_OFFSET);
    }

    /** Makes a table, 0 or 1, the active one. */
    public void activate(long table) {
        store(ACTIVE_OFFSET, table);
    }

    /** Notes the address of a table, 0 or 1, and its number of groups. */
    public void note(long table, long address, long groups) {
        store(TABLES_OFFSET + table * TABLE_BYTE_SIZE, groups);
        store(TABLES_OFFSET + table * TABLE_BYTE_SIZE + Long.BYTES, address);
    }

    /** Removes what is noted of a table, 0 or 1. */
    public void forget(long table) {
        store(TABLES_OFFSET + table * TABLE_BYTE_SIZE + Long.BYTES, 0);
        store(TABLES_OFFSET + table * TABLE_BYTE_SIZE, 0);
    }

    /** Notes which slot, counted from 1, is being replaced; 0 for none. */
    public void replaced(long slot) {
        store(REPLACED_OFFSET, slot);
    }

    private void store(long byteOffset, long word) {
        VarHandle.storeStoreFence();
        memory.storeI64(byteOffset, word);
        VarHandle.storeStoreFence();
    }
}
