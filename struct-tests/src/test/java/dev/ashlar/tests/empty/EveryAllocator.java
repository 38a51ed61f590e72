package dev.ashlar.tests.empty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.LeakReport;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.alloc.StackAllocator;
import dev.ashlar.alloc.TrackingAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All kinds of allocators, on memories of both kinds. */
final class EveryAllocator {
    private EveryAllocator() {}

    /** Does something with each of them; the one that tracks finds no leak. */
    static void use(Consumer<Allocator> use) {
        for (boolean onHeap : new boolean[] {false, true}) {
            try (LinearMemory memory = onHeap ? LinearMemory.createOnHeap(4, 8) : LinearMemory.create(4, 8);
                    LinearMemory shared = onHeap ? LinearMemory.createOnHeap(1, 8) : LinearMemory.create(1, 8)) {
                LinkedListAllocator blocks = LinkedListAllocator.create(memory, 0x30000);
                use.accept(blocks);
                use.accept(SharedAllocator.over(shared));
                use.accept(PoolAllocator.over(memory, 0, 0x1000, 64));
                use.accept(BumpAllocator.over(memory, 0x1000, 0x1000));
                use.accept(StackAllocator.over(memory, 0x2000, 0x1000));
                List<LeakReport> leaks = new ArrayList<>();
                try (TrackingAllocator tracking = TrackingAllocator.over(blocks, leaks::add)) {
                    use.accept(tracking);
                }
                assertThat(leaks).isEmpty();
            }
        }
    }
}
