package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.alloc.StackAllocator;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ranges that are claimed and given up, by allocators too. */
final class ClaimScenario implements Scenario {
    private static final int BYTE_SIZE = 4_096;
    private static final int RANGES = 16;
    private static final Owner OWNER = new Owner() {
        @Override
        public void free(Memory handle) {}

        @Override
        public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
            return handle;
        }

        @Override
        public long defaultByteAlignment() {
            return 1;
        }
    };

    @SuppressWarnings("NullAway.Init")
    private Runnable release;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        List<Integer> free = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            free.add(range);
        }
        for (int operation = 0; operation < 100; operation++) {
            int range = free.remove(/* index */ random.nextInt(free.size()));
            long base = (long) range * BYTE_SIZE;
            switch (random.nextInt(4)) {
                case 0 ->
                    claim(memory, faults, base, () -> {
                        Claim claim = memory.claim(base, BYTE_SIZE, OWNER);
                        release = claim::release;
                    });
                case 1 ->
                    claim(memory, faults, base, () -> release = BumpAllocator.over(memory, base, BYTE_SIZE)::close);
                case 2 ->
                    claim(memory, faults, base, () -> release = StackAllocator.over(memory, base, BYTE_SIZE)::close);
                default -> {
                    if (free.size() < RANGES / 2) {
                        free.add(range);
                        break;
                    }
                    claim(memory, faults, base, () -> {
                        PoolAllocator.over(memory, base, BYTE_SIZE, 16);
                        release = () -> {};
                    });
                    continue;
                }
            }
            assertThat(isClaimed(memory, base)).isNotEqualTo(free.contains(range));
            if (!free.contains(range)) {
                faults.run(release, () -> {
                    release.run();
                    return true;
                });
                assertThat(isClaimed(memory, base)).isFalse();
                free.add(range);
            }
        }
    }

    private static void claim(LinearMemory memory, Faults faults, long base, Runnable operation) {
        faults.run(operation, () -> {
            assertThat(isClaimed(memory, base)).isFalse();
            return false;
        });
    }

    private static boolean isClaimed(LinearMemory memory, long base) {
        try {
            memory.claim(base, BYTE_SIZE, OWNER).release();
            return false;
        } catch (IllegalStateException claimed) {
            return true;
        }
    }
}
