package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.heap.BlockFormat;
import dev.ashlar.memory.LinearMemory;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a heap holds by its map, and the patterns that tests write into blocks. */
public final class LiveBlocks {
    private LiveBlocks() {}

    /** The lengths of the live blocks by the addresses of their payloads. */
    public static NavigableMap<Long, Long> of(LinkedListAllocator allocator) {
        return of(allocator.map());
    }

    /** As {@link #of(LinkedListAllocator)}, for a moment at which no other thread works there. */
    public static NavigableMap<Long, Long> of(SharedAllocator allocator) {
        return of(allocator.map());
    }

    private static NavigableMap<Long, Long> of(HeapMap map) {
        NavigableMap<Long, Long> blocks = new TreeMap<>();
        for (HeapMap.Area area : map.areas()) {
            if (area.kind() == HeapMap.Kind.LIVE_BLOCK) {
                blocks.put(BlockFormat.payloadOf(area.address()), area.length());
            } else if (area.kind() == HeapMap.Kind.LIVE_SLOT) {
                blocks.put(area.address(), area.length());
            }
        }
        return blocks;
    }

    /** Fills a block with bytes that depend on the seed and their place in it. */
    public static void fill(LinearMemory memory, long address, long length, int seed) {
        for (long i = 0; i < length; i++) {
            memory.storeI8(address + i, pattern(seed, i));
        }
    }

    public static void assertFilled(LinearMemory memory, long address, long length, int seed) {
        for (long i = 0; i < length; i++) {
            if ((byte) memory.loadI8(address + i) != pattern(seed, i)) {
                assertThat((byte) memory.loadI8(address + i))
                        .as("byte %d of the block at %d, length %d, seed %d", i, address, length, seed)
                        .isEqualTo(pattern(seed, i));
            }
        }
    }

    private static byte pattern(int seed, long index) {
        return (byte) (seed * 31L + index * 7 + (index >>> 8) + 1);
    }
}
