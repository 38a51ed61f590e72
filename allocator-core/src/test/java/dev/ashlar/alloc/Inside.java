package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.Heap;
import dev.ashlar.alloc.heap.SharedHeap;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The inside of allocators, for the tests of their heaps. */
@SuppressWarnings("exports") // tests see packages that others do not
public final class Inside {
    private Inside() {}

    public static Heap heapOf(LinkedListAllocator allocator) {
        return allocator.heap();
    }

    public static SharedHeap heapOf(SharedAllocator allocator) {
        return allocator.heap();
    }

    /** The number of the writer of a heap at address 0. */
    public static long writer(LinearMemory memory) {
        return memory.loadI64(56);
    }

    /** An allocator over all of a memory, with the heap that is made in its claim. */
    public static LinkedListAllocator over(LinearMemory memory, Function<Claim, @Nullable Heap> heapIn) {
        return new LinkedListAllocator(memory, 0, -1, heapIn);
    }

    /** An allocator that threads share over all of a memory, with the heap that is made in its claim. */
    public static SharedAllocator shared(LinearMemory memory, Function<Claim, @Nullable SharedHeap> heapIn) {
        return new SharedAllocator(memory, 0, heapIn);
    }
}
