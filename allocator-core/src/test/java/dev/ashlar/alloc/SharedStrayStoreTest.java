package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.HeapDamagedException;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Stores into large blocks of a {@link SharedAllocator} that are freed already: what they hit is found and said, no block is
 * handed out twice, and no lock stays held.
 */
@Timeout(120)
class SharedStrayStoreTest {
    private static final int TRIALS = Integer.getInteger("dev.ashlar.stray.trials", 400);
    private static final int OPERATIONS = 60;

    private final long seed = Long.getLong("dev.ashlar.stray.seed", new Random().nextLong());
    private int found;

    @Test
    void allocator_whenAFreedBlockIsWrittenTo_handsNothingOutTwiceAndRecovers() {
        for (int trial = 0; trial < TRIALS; trial++) {
            try (LinearMemory memory = LinearMemory.create(2, 8)) {
                new Trial(memory, new Random(seed + trial)).run();
            } catch (Throwable failure) {
                throw new AssertionError("-Ddev.ashlar.stray.seed=" + (seed + trial), failure);
            }
        }
        assertThat(found).isPositive();
    }

    private final class Trial {
        private final LinearMemory memory;
        private final SharedAllocator allocator;
        private final Random random;
        private final NavigableMap<Long, Long> live = new TreeMap<>();
        private final NavigableMap<Long, Long> freed = new TreeMap<>();

        private Trial(LinearMemory memory, Random random) {
            this.memory = memory;
            this.allocator = SharedAllocator.over(memory);
            this.random = random;
        }

        private void run() {
            for (int i = 0; i < OPERATIONS; i++) {
                step();
            }
            strayStore();
            for (int i = 0; i < OPERATIONS; i++) {
                try {
                    step();
                } catch (HeapDamagedException damaged) {
                    found++;
                    assertThat(damaged).hasMessageContaining("address=");
                }
            }
            allocator.recover();
            assertThat(HeapChecker.check(allocator)).isEmpty();
            assertThat(LiveBlocks.of(allocator)).isEqualTo(live);
            for (Map.Entry<Long, Long> block : live.entrySet()) {
                assertThat(memory.loadI64(block.getKey())).isEqualTo(block.getKey());
            }
        }

        private void step() {
            if (live.size() < 8 || (live.size() < 30 && random.nextInt(5) < 3)) {
                long length = random.nextInt(8) == 0 ? 8L + random.nextInt(500) : 600L + random.nextInt(3_000);
                enter(allocator.allocateAddress(length), length);
            } else if (random.nextInt(5) == 0) {
                long address = anyOf(live);
                long length = 600L + random.nextInt(3_000);
                long moved = allocator.reallocateAddress(address, length);
                freed.put(address, live.remove(address));
                assertThat(memory.loadI64(moved)).isEqualTo(address);
                enter(moved, length);
            } else {
                long address = anyOf(live);
                allocator.freeAddress(address);
                freed.put(address, live.remove(address));
            }
        }

        private void enter(long address, long length) {
            Map.Entry<Long, Long> before = live.lowerEntry(address + length);
            assertThat(before == null || before.getKey() + before.getValue() <= address)
                    .as("overlap: %s with address=%d length=%d", before, address, length)
                    .isTrue();
            memory.storeI64(address, address);
            live.put(address, length);
        }

        private long anyOf(NavigableMap<Long, Long> blocks) {
            List<Long> addresses = new ArrayList<>(blocks.keySet());
            return addresses.get(random.nextInt(addresses.size()));
        }

        /** Stores a word at the start, the end, or anywhere in what was a block and is free now. */
        private void strayStore() {
            freed.entrySet().removeIf(block -> {
                Map.Entry<Long, Long> before = live.lowerEntry(block.getKey() + block.getValue());
                return before != null && before.getKey() + before.getValue() > block.getKey();
            });
            if (freed.isEmpty()) {
                return;
            }
            long address = anyOf(freed);
            long length = Objects.requireNonNull(freed.get(address));
            long words = length / Long.BYTES;
            long word = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 1;
                case 2 -> words - 1;
                default -> random.nextLong(words);
            };
            long place = address + word * Long.BYTES;
            if (isInsideFreeBlock(place)) {
                memory.storeI64(place, anyWord(address));
            }
        }

        /** Whether a word is none of a header: those may have come to lie in what was a block. */
        private boolean isInsideFreeBlock(long place) {
            return allocator.map().areas().stream()
                    .anyMatch(area -> area.kind() == HeapMap.Kind.FREE_BLOCK
                            && place > area.address()
                            && place < area.address() + area.byteSize());
        }

        private long anyWord(long address) {
            return switch (random.nextInt(7)) {
                case 0 -> 0;
                case 1 -> address - 8;
                case 2 -> anyOf(live) - 8;
                case 3 -> anyOf(freed) - 8;
                case 4 -> random.nextLong();
                case 5 -> random.nextInt(1 << 17) & -16L;
                default -> -1;
            };
        }
    }
}
