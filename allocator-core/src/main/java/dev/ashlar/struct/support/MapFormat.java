package dev.ashlar.struct.support;

import dev.ashlar.memory.Alignment;

/**
 * The places of everything in the table of a hash map, in bytes.
 *
 * <pre>
 * | control word of each group | padding | entry of each slot | staged entry |
 * </pre>
 *
 * <p>A new entry is first written to the last place, which belongs to no slot. The number of groups is a power of two.
 */
public final class MapFormat {
    /** The entries for which each group has room: one slot stays free on average, or searches would get long. */
    public static final long ENTRIES_PER_GROUP = MapGroup.SLOTS - 1;

    private static final long MOST_GROUPS = 1L << 56;

    private MapFormat() {}

    /** The place of the entry of the first slot in a table. */
    public static long entriesOffset(long groups, long byteAlignment) {
        return Alignment.alignUp(groups * MapGroup.BYTE_SIZE, byteAlignment);
    }

    /**
     * The size of a table.
     *
     * @param struct the name of the struct, for the message
     * @throws IllegalArgumentException if it does not fit in a {@code long}
     */
    public static long byteSize(String struct, long groups, long structByteSize, long byteAlignment) {
        long entries = StructRange.ofArray(struct, groups * MapGroup.SLOTS + 1, structByteSize);
        long size = entriesOffset(groups, byteAlignment) + entries;
        if (size < 0) {
            throw StructRange.impossible(struct, groups * ENTRIES_PER_GROUP, "structByteSize", structByteSize);
        }
        return size;
    }

    /**
     * The number of groups of the smallest map with room for {@code count} entries, a power of two.
     *
     * @param struct the name of the struct, for the message
     * @throws IllegalArgumentException if {@code count} is negative, or more than any memory could hold
     */
    public static long groupsFor(String struct, long count, long byteSize) {
        if (count < 0 || count > MOST_GROUPS) {
            throw StructRange.impossible(struct, count, "structByteSize", byteSize);
        }
        long needed = Math.ceilDiv(count, ENTRIES_PER_GROUP);
        return needed <= 1 ? 1 : Long.highestOneBit(needed - 1) << 1;
    }
}
