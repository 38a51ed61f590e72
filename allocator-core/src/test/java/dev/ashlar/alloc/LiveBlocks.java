package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.heap.BlockFormat;
import dev.ashlar.memory.LinearMemory;
import java.util.Arrays;
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
        memory.whole().storeBytes(address, pattern(seed, length));
    }

    public static void assertFilled(LinearMemory memory, long address, long length, int seed) {
        byte[] expected = pattern(seed, length);
        byte[] found = memory.whole().loadBytes(address, Math.toIntExact(length));
        int differing = Arrays.mismatch(found, expected);
        if (differing >= 0) {
            assertThat(found[differing])
                    .as("byte %d of the block at %d, length %d, seed %d", differing, address, length, seed)
                    .isEqualTo(expected[differing]);
        }
    }

    /** As an array, which is stored and compared at once: byte by byte the interpreter would take seconds. */
    private static byte[] pattern(int seed, long length) {
        byte[] pattern = new byte[Math.toIntExact(length)];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = (byte) (seed * 31L + i * 7L + (i >>> 8) + 1);
        }
        return pattern;
    }
}
