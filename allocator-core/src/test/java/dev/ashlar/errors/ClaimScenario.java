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
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

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

    /** What has the range: stored without a call, in which an error could come after the claim was made. */
    private @Nullable Object made;

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
                case 0 -> claim(memory, faults, base, () -> made = memory.claim(base, BYTE_SIZE, OWNER));
                case 1 -> claim(memory, faults, base, () -> made = BumpAllocator.over(memory, base, BYTE_SIZE));
                case 2 -> claim(memory, faults, base, () -> made = StackAllocator.over(memory, base, BYTE_SIZE));
                default -> {
                    if (free.size() < RANGES / 2) {
                        free.add(range);
                        break;
                    }
                    claim(memory, faults, base, () -> made = PoolAllocator.over(memory, base, BYTE_SIZE, 16));
                    continue;
                }
            }
            assertThat(isClaimed(memory, base)).isNotEqualTo(free.contains(range));
            if (!free.contains(range)) {
                Object held = Objects.requireNonNull(made);
                faults.run(() -> release(held), () -> {
                    release(held);
                    return true;
                });
                assertThat(isClaimed(memory, base)).isFalse();
                free.add(range);
            }
        }
    }

    private void claim(LinearMemory memory, Faults faults, long base, Runnable operation) {
        made = null;
        faults.run(operation, () -> {
            assertThat(isClaimed(memory, base)).isEqualTo(made != null);
            return made != null;
        });
    }

    private static void release(Object held) {
        switch (held) {
            case Claim claim -> claim.release();
            case BumpAllocator bump -> bump.close();
            case StackAllocator stack -> stack.close();
            default -> throw new AssertionError(held);
        }
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
