package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A shared heap that is trimmed again and again while threads use it: no block loses a byte, and no slot is lost. */
final class TrimmedInUse {
    private static final int THREADS = 3;
    private static final int ROUNDS = 100_000;
    private static final int BLOCKS = 500;

    private TrimmedInUse() {}

    @SuppressWarnings("SystemOut") // this is how the process answers
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        try (LinearMemory memory = LinearMemory.create(1);
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            SharedAllocator allocator = SharedAllocator.over(memory);
            Future<?>[] users = new Future<?>[THREADS];
            for (int i = 0; i < THREADS; i++) {
                long seed = i;
                users[i] = threads.submit(() -> use(allocator, memory, new Random(seed)));
            }
            long trims = 0;
            long given = 0;
            for (Future<?> user : users) {
                while (!user.isDone()) {
                    given += allocator.trim();
                    trims++;
                    Thread.sleep(1);
                }
                user.get();
            }
            if (!HeapChecker.check(allocator).isEmpty()
                    || allocator.usedByteSize() != 0
                    || allocator.lostByteSize() != 0) {
                throw new AssertionError(HeapChecker.check(allocator).toString());
            }
            System.out.println(trims + " " + given);
        }
    }

    private static void use(SharedAllocator allocator, LinearMemory memory, Random random) {
        long[] addresses = new long[BLOCKS];
        int[] sizes = new int[BLOCKS];
        for (int round = 0; round < ROUNDS + BLOCKS; round++) {
            int i = round < ROUNDS ? random.nextInt(BLOCKS) : round - ROUNDS;
            if (addresses[i] != 0) {
                long last = addresses[i] + sizes[i] - 8;
                if (memory.loadI64(addresses[i]) != addresses[i]
                        || memory.loadI64(last) != (sizes[i] < 16 ? addresses[i] : last)) {
                    throw new AssertionError(
                            "block at " + addresses[i] + " of " + sizes[i] + " bytes has lost its contents");
                }
                allocator.freeAddress(addresses[i]);
                addresses[i] = 0;
            }
            if (round < ROUNDS) {
                sizes[i] = 8 + random.nextInt(random.nextInt(4) == 0 ? 20_000 : 512);
                addresses[i] = allocator.allocateAddress(sizes[i]);
                memory.storeI64(addresses[i] + sizes[i] - 8, addresses[i] + sizes[i] - 8);
                memory.storeI64(addresses[i], addresses[i]);
                if (sizes[i] < 16) {
                    sizes[i] = 8;
                }
            }
        }
    }
}
