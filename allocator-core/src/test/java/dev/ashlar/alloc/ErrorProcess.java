package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;

/**
 * A program that works on a heap until it gets a {@link StackOverflowError} or an {@link OutOfMemoryError}, catches it, and
 * goes on; many times. After each error every block that was acknowledged must be there, and the heap whole, at once or
 * after {@code recover()}, or after closing and opening the file.
 *
 * <p>Arguments: {@code stack} or {@code memory}, how many errors, a seed, and a folder for heaps in files.
 */
final class ErrorProcess {
    private static final int MOST_LIVE = 1 << 14;
    private static final int ERRORS_PER_HEAP = 4;

    /** The acknowledged blocks; plain arrays, which a store changes and no call. */
    private final long[] addresses = new long[MOST_LIVE];

    private final long[] lengths = new long[MOST_LIVE];
    private final int[] seeds = new int[MOST_LIVE];
    private int live;

    /** The number of the block that is being freed or reallocated, and what it is to become, or -1. */
    private int touched = -1;

    private long wanted;

    private final Random random;
    private final boolean isPersistent;
    private LinearMemory memory;
    private LinkedListAllocator heap;
    private int recoveries;

    private ErrorProcess(Random random, Path file, boolean isPersistent) throws IOException {
        this.random = random;
        this.isPersistent = isPersistent;
        this.memory = isPersistent ? LinearMemory.map(file, 1, 1_024) : LinearMemory.create(1, 1_024);
        this.heap = LinkedListAllocator.openOrCreate(memory);
    }

    /** Recursion without an end, with an operation at each depth. */
    @SuppressWarnings("InfiniteRecursion") // the stack is its end
    private void dive() {
        step();
        dive();
    }

    /** Objects without an end, with an operation after each. */
    private void fill(List<byte[]> objects) {
        for (; ; ) {
            objects.add(new byte[1 + random.nextInt(random.nextInt(50) == 0 ? 200_000 : 2_000)]);
            step();
        }
    }

    private void step() {
        int dice = random.nextInt(100);
        if (live == 0 || (dice < 55 && live < MOST_LIVE)) {
            allocate(1L + random.nextInt(random.nextInt(8) == 0 ? 6_000 : 600));
        } else {
            int number = random.nextInt(live);
            if (dice < 80) {
                free(number);
            } else {
                reallocate(number, 1L + random.nextInt(2_000));
            }
        }
    }

    private void allocate(long length) {
        int seed = random.nextInt();
        long address = heap.allocateAddress(length);
        LiveBlocks.fill(memory, address, length, seed);
        addresses[live] = address;
        lengths[live] = length;
        seeds[live] = seed;
        live++;
    }

    private void free(int number) {
        wanted = 0;
        touched = number;
        heap.freeAddress(addresses[number]);
        live--;
        addresses[number] = addresses[live];
        lengths[number] = lengths[live];
        seeds[number] = seeds[live];
        touched = -1;
    }

    private void reallocate(int number, long length) {
        long shorter = Math.min(length, lengths[number]);
        wanted = shorter;
        touched = number;
        long address = heap.reallocateAddress(addresses[number], shorter);
        addresses[number] = address;
        lengths[number] = shorter;
        touched = -1;
    }

    /** After an error: settles the heap, and the block that the error came upon; then looks at everything. */
    private void settle(Path file) throws IOException {
        try {
            heap.freeAddress(heap.allocateAddress(5_000));
        } catch (IllegalStateException refused) {
            // The JVM does not let anybody see a stack overflow so near to the end of the stack, so that there may be
            // no cause.
            if (!String.valueOf(refused.getMessage()).contains("StackOverflowError") && refused.getCause() == null) {
                throw refused;
            }
            recoveries++;
            if (isPersistent && recoveries % 2 == 0) {
                memory.close();
                memory = LinearMemory.map(file, 1, 1_024);
                heap = LinkedListAllocator.open(memory);
            } else {
                heap.recover();
            }
        }
        NavigableMap<Long, Long> found = LiveBlocks.of(heap);
        if (touched >= 0) {
            settleTouched(found);
        }
        verify(found);
    }

    private void settleTouched(NavigableMap<Long, Long> found) {
        int number = touched;
        touched = -1;
        Long length = found.get(addresses[number]);
        if (length != null && (length == lengths[number] || length == wanted)) {
            lengths[number] = length;
            return;
        }
        // Freed, or moved to where nobody was told: then its block is one that is there besides the acknowledged ones.
        if (wanted != 0 && found.values().stream().noneMatch(other -> other == wanted)) {
            throw new AssertionError("lost while it was reallocated: " + addresses[number] + " " + found);
        }
        live--;
        addresses[number] = addresses[live];
        lengths[number] = lengths[live];
        seeds[number] = seeds[live];
    }

    private void verify(NavigableMap<Long, Long> found) {
        List<HeapChecker.Finding> findings = HeapChecker.check(heap);
        if (!findings.isEmpty()) {
            throw new AssertionError(findings.toString());
        }
        for (int i = 0; i < live; i++) {
            Long length = found.remove(addresses[i]);
            if (length == null || length != lengths[i]) {
                throw new AssertionError("block " + addresses[i] + " of " + lengths[i] + " bytes is " + length);
            }
            LiveBlocks.assertFilled(memory, addresses[i], lengths[i], seeds[i]);
        }
        // What an error left that nobody was told of.
        for (long address : found.keySet()) {
            heap.freeAddress(address);
        }
    }

    private void ordinaryWork() {
        for (int i = 0; i < 300; i++) {
            step();
        }
        while (live > MOST_LIVE / 64) {
            free(random.nextInt(live));
        }
    }

    private void run(boolean isStack, int errors, Path file) throws IOException {
        for (int i = 0; i < errors; i++) {
            try {
                if (isStack) {
                    dive();
                } else {
                    fill(new ArrayList<>());
                }
            } catch (StackOverflowError | OutOfMemoryError | OutOfLinearMemoryException error) {
                settle(file);
            } catch (IllegalStateException later) {
                // The collector's own trouble may come twice before anybody could look.
                settle(file);
            }
            ordinaryWork();
        }
        memory.close();
        if (isPersistent) {
            try (LinearMemory again = LinearMemory.map(file, 1, 1_024)) {
                memory = again;
                heap = LinkedListAllocator.open(again);
                verify(LiveBlocks.of(heap));
            }
            Files.delete(file);
        }
    }

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean isStack = arguments[0].equals("stack");
        int errors = Integer.parseInt(arguments[1]);
        Random random = new Random(Long.parseLong(arguments[2]));
        int[] recoveries = new int[1];
        Throwable[] failure = new Throwable[1];
        // Threads of their own: with stacks of several sizes, so that errors come at other calls each time.
        for (int done = 0; done < errors && failure[0] == null; done += ERRORS_PER_HEAP) {
            Path file = Path.of(arguments[3]).resolve("heap" + done);
            boolean isPersistent = random.nextBoolean();
            Runnable work = () -> {
                try {
                    ErrorProcess process = new ErrorProcess(random, file, isPersistent);
                    process.run(isStack, ERRORS_PER_HEAP, file);
                    recoveries[0] += process.recoveries;
                } catch (Throwable thrown) {
                    failure[0] = thrown;
                }
            };
            Thread thread = new Thread(null, work, "work", (256L << 10) + 4_096L * random.nextInt(16));
            thread.start();
            thread.join();
        }
        if (failure[0] != null) {
            failure[0].printStackTrace(System.out);
            System.exit(1);
        }
        System.out.println("errors=" + errors + " recoveries=" + recoveries[0]);
    }
}
