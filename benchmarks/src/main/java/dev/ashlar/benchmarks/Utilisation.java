package dev.ashlar.benchmarks;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.Arrays;
import java.util.Random;

/**
 * Replays a workload on our allocator and measures how densely it packs: the peak of the bytes asked for, over the
 * highest address that any block ever reached.
 */
final class Utilisation implements AutoCloseable {
    private final LinearMemory memory = LinearMemory.create(1, 1 << 16);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);
    private final Random random = new Random(42);
    private long[] addresses = new long[1024];
    private int live;
    private long highest;

    Random random() {
        return random;
    }

    int live() {
        return live;
    }

    /** As {@link #allocate(long, long)}, aligned to 16 bytes. */
    int allocate(long byteSize) {
        return allocate(byteSize, 16);
    }

    /** Allocates a block and returns its place in the list of live blocks. */
    int allocate(long byteSize, long byteAlignment) {
        if (live == addresses.length) {
            addresses = Arrays.copyOf(addresses, live * 2);
        }
        note(live, allocator.allocateAddress(byteSize, byteAlignment), byteSize);
        return live++;
    }

    /** Allocates a block of a size drawn from {@code [min, max]} bytes. */
    int allocateAny(int min, int max) {
        return allocate(random.nextInt(min, max + 1), 16);
    }

    /** Frees the block at {@code place}; the last live block takes its place. */
    void free(int place) {
        allocator.freeAddress(addresses[place]);
        live--;
        addresses[place] = addresses[live];
    }

    void freeAny() {
        free(random.nextInt(live));
    }

    void reallocate(int place, long byteSize) {
        note(place, allocator.reallocateAddress(addresses[place], byteSize), byteSize);
    }

    /** Lets two live blocks change places in the list. */
    void swap(int one, int other) {
        long address = addresses[one];
        addresses[one] = addresses[other];
        addresses[other] = address;
    }

    long usedByteSize() {
        return allocator.usedByteSize();
    }

    private void note(int place, long address, long byteSize) {
        addresses[place] = address;
        highest = Math.max(highest, address + byteSize);
    }

    /** Peak bytes asked for, as a percentage of the highest address reached. */
    double exact() {
        return 100.0 * allocator.stats().peakUsedByteSize() / highest;
    }

    /** The same, of the memory in whole pages. */
    double inPages() {
        return 100.0 * allocator.stats().peakUsedByteSize() / memory.byteSize();
    }

    @Override
    public void close() {
        memory.close();
    }
}
