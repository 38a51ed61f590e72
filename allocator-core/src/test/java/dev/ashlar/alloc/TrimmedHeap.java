package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A process whose heap has been through a peak and is trimmed: prints RAM before and after, and what lay free in whole pages,
 * in bytes. Checks what is left.
 */
final class TrimmedHeap {
    private static final long PEAK_BYTE_SIZE = 300L << 20;
    private static final int MAX_BYTE_SIZE = 4_096;
    private static final int ONE_SURVIVOR_IN = 100;

    /** The allocators that can be trimmed, in plain addresses. */
    private interface Heap {
        HeapAllocator allocator();

        long trim();

        HeapMap map();

        boolean isWhole();
    }

    private TrimmedHeap() {}

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws IOException {
        try (LinearMemory memory = LinearMemory.create(1)) {
            Heap heap = arguments[0].equals("shared") ? shared(memory) : linked(memory);
            int[] sizes = new Random(17).ints(200_000, 1, MAX_BYTE_SIZE + 1).toArray();
            long[] addresses = new long[sizes.length];
            int count = 0;
            for (long used = 0; used < PEAK_BYTE_SIZE; used += sizes[count++]) {
                addresses[count] = heap.allocator().allocateAddress(sizes[count]);
                memory.fill(addresses[count], (byte) count, sizes[count]);
            }
            for (int i = 0; i < count; i++) {
                if (i % ONE_SURVIVOR_IN != 0) {
                    heap.allocator().freeAddress(addresses[i]);
                }
            }
            long before = rss();
            long resident = memory.residentByteSize();
            long given = heap.trim();
            long after = rss();
            System.out.println(before + " " + after + " " + given + " " + freePagesByteSize(heap.map()) + " " + resident
                    + " " + memory.residentByteSize());
            check(heap, memory, addresses, sizes, count);
        }
    }

    /** Every survivor is as it was, the heap is whole, and what was given back can be used again. */
    private static void check(Heap heap, LinearMemory memory, long[] addresses, int[] sizes, int count) {
        for (int i = 0; i < count; i++) {
            if (i % ONE_SURVIVOR_IN != 0) {
                addresses[i] = heap.allocator().allocateAddress(sizes[i]);
                memory.fill(addresses[i], (byte) i, sizes[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            int step = i % ONE_SURVIVOR_IN == 0 ? 1 : 61;
            for (long at = addresses[i]; at < addresses[i] + sizes[i]; at += step) {
                if (memory.loadI8(at) != (byte) i) {
                    throw new AssertionError("block " + i + " at " + addresses[i] + " has lost its contents at " + at);
                }
            }
        }
        if (!heap.isWhole()) {
            throw new AssertionError("the heap is not whole");
        }
        for (int i = 0; i < count; i++) {
            heap.allocator().freeAddress(addresses[i]);
        }
        heap.trim();
        if (!heap.isWhole() || memory.residentByteSize() > 1 << 20) {
            throw new AssertionError("empty, and yet resident: " + memory.residentByteSize());
        }
    }

    /** Bytes of the whole pages of 4 KiB in free blocks and in neighbouring free slots. */
    private static long freePagesByteSize(HeapMap map) {
        long page = 4_096;
        long pages = 0;
        long start = -1;
        for (HeapMap.Area area : map.areas()) {
            boolean isFree = area.kind() == HeapMap.Kind.FREE_BLOCK || area.kind() == HeapMap.Kind.FREE_SLOT;
            if (isFree && start < 0) {
                start = area.address();
            } else if (!isFree && start >= 0) {
                pages += Math.max(0, area.address() / page - (start + page - 1) / page);
                start = -1;
            }
        }
        return pages * page;
    }

    private static long rss() throws IOException {
        System.gc();
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/smaps_rollup"))) {
            String rss =
                    lines.filter(line -> line.startsWith("Rss:")).findFirst().orElseThrow();
            return Long.parseLong(rss.replaceAll("\\D", "")) << 10;
        }
    }

    private static Heap linked(LinearMemory memory) {
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        return new Heap() {
            @Override
            public HeapAllocator allocator() {
                return allocator;
            }

            @Override
            public long trim() {
                return allocator.trim();
            }

            @Override
            public HeapMap map() {
                return allocator.map();
            }

            @Override
            public boolean isWhole() {
                return HeapChecker.check(allocator).isEmpty();
            }
        };
    }

    private static Heap shared(LinearMemory memory) {
        SharedAllocator allocator = SharedAllocator.over(memory);
        return new Heap() {
            @Override
            public HeapAllocator allocator() {
                return allocator;
            }

            @Override
            public long trim() {
                return allocator.trim();
            }

            @Override
            public HeapMap map() {
                return allocator.map();
            }

            @Override
            public boolean isWhole() {
                return HeapChecker.check(allocator).isEmpty();
            }
        };
    }
}
