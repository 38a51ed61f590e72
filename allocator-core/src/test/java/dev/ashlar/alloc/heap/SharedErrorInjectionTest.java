package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LiveBlocks;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random operations on a shared heap, with an error at every single call that it makes to its journal and its indexes: the
 * operation has happened or has not, or the heap refuses everything until it is recovered.
 */
@Timeout(120)
class SharedErrorInjectionTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.injection.operations", 30);
    private static final long SEED = Long.getLong("dev.ashlar.injection.seed", new Random().nextLong());

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allocator_whenAnyCallFails_isWholeOrRefusesUntilRecovered(boolean isAfter) {
        long call = 1;
        int refused = 0;
        boolean hasFailed = true;
        while (hasFailed) {
            try (LinearMemory memory = LinearMemory.create(1, 3)) {
                FailingHeap failing = new FailingHeap(call, isAfter);
                Script script = new Script(memory, failing);
                script.run();
                refused += script.refused;
                hasFailed = failing.hasFailed();
            } catch (Throwable failure) {
                throw new AssertionError("-Ddev.ashlar.injection.seed=" + SEED + " call=" + call, failure);
            }
            call++;
        }
        assertThat(call).isGreaterThan(OPERATIONS);
        assertThat(refused).isPositive();
    }

    /** The same operations each time, up to the error, and others after it. */
    private static final class Script {
        private final Random random = new Random(SEED);
        private final SharedAllocator allocator;
        private final LinearMemory memory;
        private final NavigableMap<Long, Block> live = new TreeMap<>();
        private @Nullable Operation underWay;
        private int refused;

        /** A live block: its length, its pattern, and its handle if it was allocated with one. */
        private record Block(
                long length, int seed, @Nullable Memory handle) {}

        /** An operation on a block, which is to have a length, or none. */
        private record Operation(long address, long newLength) {}

        private Script(LinearMemory memory, FailingHeap failing) {
            this.memory = memory;
            this.allocator = Inside.shared(memory, failing::in);
        }

        private void run() {
            for (int i = 0; i < OPERATIONS; i++) {
                try {
                    step();
                } catch (FailingHeap.InjectedError error) {
                    recoverIfRefused();
                    settle();
                } catch (OutOfLinearMemoryException full) {
                    freeSome();
                }
                underWay = null;
            }
            assertWhole(LiveBlocks.of(allocator));
        }

        private void step() {
            int dice = random.nextInt(10);
            if (live.isEmpty() || dice < 5) {
                allocate(nextLength());
            } else if (dice < 8) {
                free(anyAddress());
            } else {
                reallocate(anyAddress(), nextLength());
            }
        }

        private long nextLength() {
            return 1L + random.nextInt(1 << (2 + random.nextInt(14)));
        }

        private long anyAddress() {
            List<Long> addresses = new ArrayList<>(live.keySet());
            return addresses.get(random.nextInt(addresses.size()));
        }

        private void allocate(long length) {
            int seed = random.nextInt();
            Memory handle = random.nextBoolean() ? allocator.allocate(length) : null;
            enter(handle == null ? allocator.allocateAddress(length) : handle.offset(), length, seed, handle);
        }

        private void enter(long address, long length, int seed, @Nullable Memory handle) {
            LiveBlocks.fill(memory, address, length, seed);
            assertThat(live.put(address, new Block(length, seed, handle))).isNull();
        }

        private void free(long address) {
            underWay = new Operation(address, 0);
            Memory handle = block(address).handle;
            if (handle == null) {
                allocator.freeAddress(address);
            } else {
                handle.free();
            }
            live.remove(address);
        }

        private void reallocate(long address, long length) {
            underWay = new Operation(address, length);
            Block block = block(address);
            Memory handle = block.handle == null ? null : block.handle.reallocate(length);
            long moved = handle == null ? allocator.reallocateAddress(address, length) : handle.offset();
            live.remove(address);
            LiveBlocks.assertFilled(memory, moved, Math.min(length, block.length), block.seed);
            enter(moved, length, block.seed, handle);
        }

        private Block block(long address) {
            return Objects.requireNonNull(live.get(address));
        }

        private void freeSome() {
            for (long address : new ArrayList<>(live.keySet())) {
                if (random.nextInt(3) == 0) {
                    try {
                        free(address);
                    } catch (FailingHeap.InjectedError error) {
                        recoverIfRefused();
                        settle();
                    }
                    underWay = null;
                }
            }
        }

        private void recoverIfRefused() {
            try {
                allocator.freeAddress(allocator.allocateAddress(24));
                allocator.freeAddress(allocator.allocateAddress(600));
            } catch (OutOfLinearMemoryException full) {
                // That is an answer too.
            } catch (IllegalStateException unsettled) {
                refused++;
                assertThat(unsettled)
                        .hasMessageContaining("recover()")
                        .hasCauseInstanceOf(FailingHeap.InjectedError.class);
                allocator.recover();
            }
        }

        /** Finds out whether the operation that was under way has happened, and that nothing else has. */
        private void settle() {
            NavigableMap<Long, Long> found = LiveBlocks.of(allocator);
            Operation cutOff = underWay;
            if (cutOff != null) {
                Block block = block(cutOff.address);
                Long length = found.get(cutOff.address);
                if (length == null) {
                    live.remove(cutOff.address);
                    takeMoved(found, cutOff, block);
                } else if (length != block.length) {
                    assertThat(length).isEqualTo(cutOff.newLength);
                    LiveBlocks.assertFilled(memory, cutOff.address, Math.min(length, block.length), block.seed);
                    live.remove(cutOff.address);
                    enter(cutOff.address, length, block.seed, allocator.make(cutOff.address, length));
                } else if (block.handle != null) {
                    assertThat(block.handle.isAlive()).isTrue();
                }
            }
            freeUnacknowledged(found);
            assertWhole(found);
        }

        /** A block that the error kept from being handed out: one at most. */
        private void freeUnacknowledged(NavigableMap<Long, Long> found) {
            List<Long> unknown = found.keySet().stream()
                    .filter(address -> !live.containsKey(address))
                    .toList();
            assertThat(unknown).hasSizeLessThan(2);
            for (long address : unknown) {
                allocator.freeAddress(address);
                found.remove(address);
            }
        }

        /** The block may lie elsewhere if it was being moved: the one block that nobody knows. */
        private void takeMoved(NavigableMap<Long, Long> found, Operation cutOff, Block block) {
            for (Map.Entry<Long, Long> entry : found.entrySet()) {
                if (!live.containsKey(entry.getKey())) {
                    assertThat(entry.getValue()).isEqualTo(cutOff.newLength);
                    LiveBlocks.assertFilled(
                            memory, entry.getKey(), Math.min(block.length, cutOff.newLength), block.seed);
                    enter(entry.getKey(), entry.getValue(), block.seed, null);
                    return;
                }
            }
            assertThat(cutOff.newLength).isZero();
        }

        private void assertWhole(NavigableMap<Long, Long> found) {
            assertThat(HeapChecker.check(allocator)).isEmpty();
            assertThat(found.keySet()).isEqualTo(live.keySet());
            live.forEach((address, block) -> {
                assertThat(found).containsEntry(address, block.length);
                LiveBlocks.assertFilled(memory, address, block.length, block.seed);
            });
            assertThat(allocator.usedByteSize())
                    .isEqualTo(live.values().stream().mapToLong(Block::length).sum());
        }
    }
}
