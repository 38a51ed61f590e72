package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads that are held up inside. */
class SharedHeapTest {
    private final LinearMemory memory = LinearMemory.create(1, 1_024);
    private final SharedAllocator allocator = SharedAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void smallBlocks_whenAThreadIsHeldUpInTheLargeTier_areAllocatedAndFreed() {
        long address = allocator.allocateAddress(40);
        Inside.heapOf(allocator).large().lock().lock();
        try {
            for (int i = 0; i < 10_000; i++) {
                allocator.freeAddress(address);
                address = allocator.allocateAddress(40);
            }
        } finally {
            Inside.heapOf(allocator).large().lock().held = false;
        }
        allocator.freeAddress(address);
    }

    @Test
    void blocks_whenThreadsAreHeldUpInAllStripesButOne_areAllocatedAndFreed() {
        SharedLargeTier large = Inside.heapOf(allocator).large();
        int count = large.stripes().length;
        List<Long> blocks = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            blocks.add(allocator.allocateAddress(40));
        }
        for (int i = 1; i < count; i++) {
            large.stripe(i).lock().lock();
        }
        try {
            blocks.forEach(allocator::freeAddress);
            blocks.clear();
            for (int i = 0; i < 10_000; i++) {
                blocks.add(allocator.allocateAddress(1 + i % 600));
            }
            blocks.forEach(allocator::freeAddress);
        } finally {
            for (int i = 1; i < count; i++) {
                large.stripe(i).lock().held = false;
            }
        }
        assertThat(allocator.stats().liveBlocks()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }
}
