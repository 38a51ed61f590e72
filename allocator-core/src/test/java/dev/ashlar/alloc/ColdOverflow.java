package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;

/**
 * A program whose very first operations run out of stack: at a place in them that depends on how many frames, the argument, they
 * are from its end. With room on the stack everything works afterwards, after {@code recover()} if the heap asks for that.
 */
final class ColdOverflow {
    private static final long STACK_BYTE_SIZE = 250_000;

    private final int frames;

    private ColdOverflow(int frames) {
        this.frames = frames;
    }

    /** Goes down to the end of the stack, comes up again by some frames, and runs the operation there. */
    @SuppressWarnings("InfiniteRecursion") // it ends where the stack does
    private int dive(Runnable operation) {
        int unwound;
        try {
            unwound = 1 + dive(operation);
        } catch (StackOverflowError end) {
            unwound = 0;
        }
        if (unwound == frames) {
            try {
                operation.run();
            } catch (VirtualMachineError | IllegalStateException overflow) {
                // As wanted.
            }
        }
        return unwound;
    }

    private void run(Runnable operation) throws InterruptedException {
        Thread thread = new Thread(null, () -> dive(operation), "overflow", STACK_BYTE_SIZE);
        thread.start();
        thread.join();
    }

    private static void use(HeapAllocator heap, Runnable recovery) {
        try {
            heap.allocate(4_000).free();
        } catch (IllegalStateException refused) {
            recovery.run();
        }
        heap.allocate(40).free();
        heap.allocate(40, 64).reallocate(100).free();
        heap.allocate(4_000).reallocate(9_000).free();
        try {
            heap.freeAddress(8);
            throw new AssertionError("not refused");
        } catch (IllegalStateException refused) {
            // As wanted, and not a NoClassDefFoundError or BootstrapMethodError.
        }
    }

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws InterruptedException {
        ColdOverflow overflow = new ColdOverflow(Integer.parseInt(arguments[0]));
        try (LinearMemory memory = LinearMemory.createOnHeap(2, 8);
                LinearMemory other = LinearMemory.createOnHeap(2, 8)) {
            SharedAllocator shared = SharedAllocator.over(memory);
            LinkedListAllocator plain = LinkedListAllocator.over(other);
            overflow.run(() -> shared.allocate(40));
            overflow.run(() -> shared.allocate(4_000).reallocate(9_000));
            overflow.run(() -> plain.allocate(40));
            overflow.run(() -> plain.allocate(4_000).reallocate(9_000));
            overflow.run(() -> plain.freeAddress(8));
            use(shared, shared::recover);
            use(plain, plain::recover);
        }
        System.out.println("whole");
    }
}
