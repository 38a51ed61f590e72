package dev.ashlar.benchmarks;

import dev.ashlar.alloc.HeapMapSvg;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prints the picture of a heap in which blocks of 8 bytes to 6 KiB came and went: {@code docs/heap-map.svg}. */
final class HeapMapPicture {
    private static final int LIVE = 150;

    private HeapMapPicture() {}

    public static void main(String[] arguments) {
        try (LinearMemory memory = LinearMemory.create(1, 64)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            Random random = new Random(42);
            List<Long> live = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                if (live.size() == LIVE) {
                    int place = random.nextInt(LIVE);
                    allocator.freeAddress(live.get(place));
                    live.set(place, live.getLast());
                    live.removeLast();
                }
                live.add(allocator.allocateAddress(
                        random.nextInt(8) == 0 ? random.nextInt(513, 6_144) : random.nextInt(8, 256)));
            }
            System.out.println(HeapMapSvg.render(allocator.map()));
        }
    }
}
