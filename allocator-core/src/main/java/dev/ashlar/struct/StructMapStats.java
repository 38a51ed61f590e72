package dev.ashlar.struct;

/**
 * The load of a map, and how far its entries lie from where a search for them begins.
 *
 * @param size the number of entries
 * @param capacity the number of entries for which there is room without growth
 * @param byteSize the size of its blocks in bytes
 * @param meanProbes the mean number of groups of seven slots that a search for an entry looks at; 0 in an empty map. It is
 *     about 1.2 in a map that is full
 * @param maxProbes the largest such number: some dozens at most, unless keys collide
 */
public record StructMapStats(long size, long capacity, long byteSize, double meanProbes, long maxProbes) {
    /** The share of the capacity that is in use, from 0 to 1. */
    public double load() {
        return (double) size / capacity;
    }
}
