package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A process in which threads run out of stack, or of Java heap, in the middle of operations on one {@link
 * SharedAllocator}, and go on. It ends with an exception if a block is lost whose allocation had returned, if two blocks
 * overlap, or if the heap is not whole after {@link SharedAllocator#recover()}.
 */
final class SharedErrors {
    private static final int MAX_PAGES = 64;
    private static final int BLOCKS = 300;
    private static final int STACK_BYTE_SIZE = 256 << 10;
    private static final int ERRORS_PER_ROUND = 4;
    private static final int MARK_DISTANCE = 61;

    private final LinearMemory memory = LinearMemory.create(1, MAX_PAGES);
    private final SharedAllocator allocator = SharedAllocator.over(memory);
    private final List<Worker> workers = new ArrayList<>();
    private long errors;
    private long refused;
    private long lostByteSize;
    private long unacknowledged;

    private SharedErrors(long seed, int threads) {
        for (int i = 0; i < threads; i++) {
            workers.add(new Worker(allocator, memory, new Random(seed + i)));
        }
    }

    /** Takes a seed, how many threads work, and how many rounds run out of stack and how many out of Java heap. */
    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws InterruptedException {
        SharedErrors process = new SharedErrors(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
        process.workers.forEach(worker -> worker.work(1_000));
        for (int round = Integer.parseInt(arguments[2]); round > 0; round--) {
            process.exhaustStacks();
            process.recoverAndVerify();
        }
        expect(process.errors > 0, "no stack overflowed");
        long overflows = process.errors;
        for (int round = Integer.parseInt(arguments[3]); round > 0; round--) {
            process.exhaustHeap();
            process.recoverAndVerify();
        }
        expect(process.errors > overflows, "the Java heap never was full");
        expect(process.unacknowledged <= process.errors, "unacknowledged=" + process.unacknowledged);
        expect(process.lostByteSize <= 512 * process.errors, "lost=" + process.lostByteSize);
        System.out.println("errors=" + process.errors + " refused=" + process.refused + " lost=" + process.lostByteSize
                + " unacknowledged=" + process.unacknowledged);
    }

    private void exhaustStacks() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Worker worker : workers) {
            Thread thread = new Thread(null, worker::exhaustStack, "worker", STACK_BYTE_SIZE);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void exhaustHeap() {
        for (Worker worker : workers) {
            worker.exhaustHeap();
        }
    }

    private void recoverAndVerify() {
        lostByteSize += allocator.lostByteSize();
        boolean isWhole = true;
        try {
            allocator.freeAddress(allocator.allocateAddress(5_000));
            allocator.freeAddress(allocator.allocateAddress(40));
        } catch (IllegalStateException unsettled) {
            refused++;
            isWhole = false;
            expect(unsettled.toString().contains("recover()"), unsettled.toString());
            expect(
                    unsettled.getCause() instanceof VirtualMachineError || unsettled.getCause() == null,
                    "cause=" + unsettled.getCause());
        }
        if (isWhole) {
            verify();
        }
        allocator.recover();
        verify();
        expect(
                HeapChecker.check(allocator).isEmpty(),
                HeapChecker.check(allocator).toString());
        expect(allocator.lostByteSize() == 0, "lost after recover()");
        workers.forEach(worker -> worker.work(100));
        expect(
                HeapChecker.check(allocator).isEmpty(),
                HeapChecker.check(allocator).toString());
    }

    /** Every block that a worker was given is there, and no other but those that errors kept from being handed out. */
    private void verify() {
        NavigableMap<Long, Long> found = LiveBlocks.of(allocator);
        for (Worker worker : workers) {
            worker.takeAndVerify(found);
            errors += worker.errors;
            worker.errors = 0;
        }
        unacknowledged += found.size();
        found.keySet().forEach(allocator::freeAddress);
    }

    private static void expect(boolean holds, String text) {
        if (!holds) {
            throw new AssertionError(text);
        }
    }

    /** The blocks of one thread. What it has is noted by stores, without a call after the one that gave it. */
    private static final class Worker {
        private final SharedAllocator allocator;
        private final LinearMemory memory;
        private final Random random;
        private final long[] addresses = new long[BLOCKS];
        private final long[] lengths = new long[BLOCKS];
        private final int[] seeds = new int[BLOCKS];
        private final @Nullable Memory[] handles = new Memory[BLOCKS];
        private final boolean[] filled = new boolean[BLOCKS];
        private int underWay = -1;
        private long wantedLength;
        private int depth = 100;
        private boolean isDown;
        private int errors;

        private Worker(SharedAllocator allocator, LinearMemory memory, Random random) {
            this.allocator = allocator;
            this.memory = memory;
            this.random = random;
        }

        private void work(int operations) {
            for (int i = 0; i < operations; i++) {
                step();
            }
        }

        /** Goes down to where an operation just runs out of stack, or just not. */
        private void exhaustStack() {
            int before = errors;
            for (int i = 0; i < 2_000 && errors < before + ERRORS_PER_ROUND; i++) {
                isDown = false;
                try {
                    descend(depth);
                    depth += 1 + (depth >> 5);
                } catch (StackOverflowError error) {
                    depth -= isDown ? 1 : 1 + (depth >> 4);
                    errors += isDown ? 1 : 0;
                } catch (IllegalStateException unsettled) {
                    expect(unsettled.toString().contains("recover()"), unsettled.toString());
                    return;
                }
                if (underWay >= 0) {
                    return;
                }
            }
        }

        private void descend(int levels) {
            if (levels > 0) {
                descend(levels - 1);
            } else {
                isDown = true;
                for (int i = 0; i < 10; i++) {
                    step();
                }
            }
        }

        @SuppressWarnings("ModifiedButNotUsed") // what fills the heap is only to be there
        private void exhaustHeap() {
            List<byte[]> filling = new ArrayList<>();
            int before = errors;
            for (int byteSize = 1 << 20; byteSize >= 16; byteSize >>= 1) {
                try {
                    while (true) {
                        filling.add(new byte[byteSize]);
                    }
                } catch (OutOfMemoryError full) {
                    // Smaller ones still fit.
                }
            }
            for (int i = 0; i < 200 && errors < before + ERRORS_PER_ROUND && underWay < 0; i++) {
                try {
                    step();
                } catch (OutOfMemoryError error) {
                    errors++;
                } catch (IllegalStateException unsettled) {
                    break;
                }
            }
            filling.clear();
        }

        private void step() {
            int i = random.nextInt(BLOCKS);
            long length = 1L + random.nextInt(1 << (1 + random.nextInt(13)));
            int seed = random.nextInt();
            boolean asHandle = random.nextBoolean();
            int dice = random.nextInt(3);
            if (addresses[i] == 0) {
                allocate(i, length, seed, asHandle);
            } else if (dice == 0) {
                reallocate(i, length);
            } else {
                free(i);
            }
        }

        private void allocate(int i, long length, int seed, boolean asHandle) {
            try {
                if (asHandle) {
                    Memory handle = allocator.allocate(length);
                    handles[i] = handle;
                    lengths[i] = length;
                    filled[i] = false;
                    addresses[i] = -1;
                    addresses[i] = handle.offset();
                } else {
                    long address = allocator.allocateAddress(length);
                    lengths[i] = length;
                    filled[i] = false;
                    addresses[i] = address;
                }
                mark(addresses[i], length, seed);
                seeds[i] = seed;
                filled[i] = true;
            } catch (OutOfLinearMemoryException full) {
                // Not handed out.
            }
        }

        private void free(int i) {
            Memory handle = handles[i];
            underWay = i;
            if (handle != null) {
                handle.free();
            } else {
                allocator.freeAddress(addresses[i]);
            }
            forget(i);
        }

        private void reallocate(int i, long length) {
            Memory handle = handles[i];
            underWay = i;
            wantedLength = length;
            try {
                if (handle != null) {
                    Memory resized = handle.reallocate(length);
                    handles[i] = resized;
                    lengths[i] = length;
                    filled[i] = false;
                    addresses[i] = -1;
                    underWay = -1;
                    addresses[i] = resized.offset();
                } else {
                    long address = allocator.reallocateAddress(addresses[i], length);
                    lengths[i] = length;
                    filled[i] = false;
                    addresses[i] = address;
                    underWay = -1;
                }
                int seed = seeds[i];
                mark(addresses[i], length, seed);
                filled[i] = true;
            } catch (OutOfLinearMemoryException full) {
                underWay = -1;
                expect(length > lengths[i], "reallocation to less was refused: " + full.getMessage());
            }
        }

        /** Stores the seed in the first and last bytes of a block and in one of every so many in between. */
        private void mark(long address, long length, int seed) {
            for (long offset = 0; offset < length; offset += MARK_DISTANCE) {
                memory.storeI8(address + offset, (byte) (seed + offset));
            }
            memory.storeI8(address + length - 1, (byte) (seed + length - 1));
        }

        private void verifyMarks(long address, long length, long markedLength, int seed) {
            for (long offset = 0; offset < length; offset += MARK_DISTANCE) {
                verifyMark(address, offset, seed);
            }
            if (length == markedLength) {
                verifyMark(address, length - 1, seed);
            }
        }

        private void verifyMark(long address, long offset, int seed) {
            byte found = (byte) memory.loadI8(address + offset);
            expect(
                    found == (byte) (seed + offset),
                    "changed: address=" + address + " offset=" + offset + " found=" + found);
        }

        private void forget(int i) {
            addresses[i] = 0;
            handles[i] = null;
            filled[i] = false;
            underWay = -1;
        }

        private void takeAndVerify(NavigableMap<Long, Long> found) {
            for (int i = 0; i < BLOCKS; i++) {
                Memory handle = handles[i];
                if (addresses[i] == -1 && handle != null) {
                    addresses[i] = handle.offset();
                }
                if (addresses[i] == 0) {
                    continue;
                }
                Long length = found.remove(addresses[i]);
                if (i == underWay) {
                    settle(i, length);
                    continue;
                }
                expect(
                        length != null && length == lengths[i],
                        "lost: address=" + addresses[i] + " length=" + lengths[i] + " found=" + length);
                if (filled[i]) {
                    verifyMarks(addresses[i], lengths[i], lengths[i], seeds[i]);
                }
            }
            underWay = -1;
        }

        /** The block whose operation was cut off: as before, as after, or gone; a moved one is found among the others. */
        private void settle(int i, @Nullable Long length) {
            Memory handle = handles[i];
            if (length == null) {
                forget(i);
                return;
            }
            expect(length == lengths[i] || length == wantedLength, "length=" + length);
            if (filled[i]) {
                verifyMarks(addresses[i], Math.min(length, lengths[i]), lengths[i], seeds[i]);
            }
            if (handle != null && (!handle.isAlive() || handle.length() != length)) {
                handles[i] = null;
            }
            if (length != lengths[i]) {
                filled[i] = false;
            }
            lengths[i] = length;
        }
    }
}
