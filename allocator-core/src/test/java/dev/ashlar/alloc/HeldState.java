package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;

/** A process that says how many bytes of Java heap an empty {@link SharedAllocator} keeps, and one with a block. */
final class HeldState {
    private static final int COUNT = 500;

    private HeldState() {}

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) {
        List<LinearMemory> memories = new ArrayList<>();
        for (int i = 0; i <= COUNT; i++) {
            memories.add(LinearMemory.create(1, 1));
        }
        List<SharedAllocator> allocators = new ArrayList<>(COUNT);
        // The first one of its kind loads classes.
        SharedAllocator first = SharedAllocator.over(memories.removeLast());
        first.freeAddress(first.allocateAddress(8));
        long before = usedByteSize();
        memories.forEach(memory -> allocators.add(SharedAllocator.over(memory)));
        long empty = usedByteSize();
        allocators.forEach(allocator -> allocator.allocateAddress(8));
        long withBlock = usedByteSize();
        System.out.println("processors=" + Runtime.getRuntime().availableProcessors() + " empty="
                + (empty - before) / COUNT + " withBlock=" + (withBlock - before) / allocators.size());
    }

    /** After collections until nothing more is found. */
    private static long usedByteSize() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        long now = Long.MAX_VALUE - 1;
        while (now < used) {
            used = now;
            System.gc();
            now = runtime.totalMemory() - runtime.freeMemory();
        }
        return used;
    }
}
