package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.alloc.HeapAssert;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.LiveBlocks;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Random operations on a persistent heap, with a kill before every single store of its bookkeeping: what the memory
 * holds at that moment is copied and opened, and must be a whole heap with everything that an operation has returned.
 */
final class KillSimulation {
    /** Of so many moments one is also killed while the heap is opened again, before every store of that. */
    private static final int OPENINGS_PER_KILLED_OPENING = 10;

    private final Random random;
    private final LinearMemory memory;
    private final LinkedListAllocator allocator;
    private final int mostLive;
    private final NavigableMap<Long, Block> live = new TreeMap<>();
    private boolean isWatched;
    private @Nullable Operation underWay;
    private long kills;

    /** A live block: its length and the seed of its pattern. */
    private record Block(long length, int seed) {}

    /** What was asked for: address 0 for a new block, length 0 to free one. */
    private record Operation(long address, long length) {}

    /** {@code memory} holds an empty persistent heap. */
    KillSimulation(long seed, LinearMemory memory, int mostLive) {
        this.random = new Random(seed);
        this.memory = memory;
        this.mostLive = mostLive;
        this.allocator = opened(memory, new RecordingJournal(memory, this::kill));
        this.isWatched = true;
    }

    static LinkedListAllocator opened(LinearMemory memory, Journal journal) {
        return Inside.over(memory, claim -> HeapOpening.open(claim, journal));
    }

    /** Returns how many moments it was killed at. */
    long run(int operations) {
        for (int i = 0; i < operations; i++) {
            step();
            underWay = null;
            if (i % 8 == 0) {
                kill();
            }
        }
        return kills;
    }

    private void step() {
        int dice = random.nextInt(100);
        if (live.isEmpty() || (dice < 45 && live.size() < mostLive)) {
            allocate();
        } else if (dice < 70) {
            free();
        } else if (dice < 75) {
            allocator.trim();
        } else {
            reallocate();
        }
    }

    private long nextLength() {
        return 1L + random.nextInt(1 << (2 + random.nextInt(12)));
    }

    private long nextAlignment() {
        return random.nextInt(4) == 0 ? 1L << random.nextInt(12) : 16;
    }

    private void allocate() {
        long length = nextLength();
        underWay = new Operation(0, length);
        try {
            enter(allocator.allocateAddress(length, nextAlignment()), length);
        } catch (OutOfLinearMemoryException full) {
            free();
        }
    }

    private void free() {
        long address = anyAddress();
        underWay = new Operation(address, 0);
        allocator.freeAddress(address);
        live.remove(address);
    }

    private void reallocate() {
        long address = anyAddress();
        Block block = Objects.requireNonNull(live.get(address));
        long length = random.nextInt(3) == 0 ? Math.max(1, block.length - random.nextInt(64)) : nextLength();
        underWay = new Operation(address, length);
        try {
            long moved = allocator.reallocateAddress(address, length, nextAlignment());
            LiveBlocks.assertFilled(memory, moved, Math.min(length, block.length), block.seed);
            live.remove(address);
            enter(moved, length);
        } catch (OutOfLinearMemoryException full) {
            // Nothing has changed.
        }
    }

    private void enter(long address, long length) {
        underWay = null;
        Block block = new Block(length, random.nextInt());
        LiveBlocks.fill(memory, address, length, block.seed);
        live.put(address, block);
    }

    private long anyAddress() {
        List<Long> addresses = new ArrayList<>(live.keySet());
        return addresses.get(random.nextInt(addresses.size()));
    }

    /** The process ends here, and another one opens what it left. */
    private void kill() {
        if (!isWatched) {
            return;
        }
        kills++;
        byte[] left = memory.whole().loadBytes();
        boolean isOpeningKilledToo = random.nextInt(OPENINGS_PER_KILLED_OPENING) == 0;
        List<byte[]> leftByOpening = new ArrayList<>();
        try (LinearMemory copy = copyOf(left)) {
            boolean isMoving = new Preamble(copy, 0).movedTo() != 0;
            Journal journal = new RecordingJournal(copy, () -> {
                if (isOpeningKilledToo) {
                    leftByOpening.add(copy.whole().loadBytes());
                }
            });
            LinkedListAllocator opened = opened(copy, journal);
            assertKept(copy, opened);
            if (isMoving) {
                assertThat(LiveBlocks.of(opened)).as("old or new").hasSize(live.size());
            }
        }
        for (byte[] bytes : leftByOpening) {
            assertOpens(bytes);
        }
        assertOpensForReading(left);
    }

    private static LinearMemory copyOf(byte[] bytes) {
        long pages = bytes.length / LinearMemory.PAGE_BYTE_SIZE;
        LinearMemory copy = LinearMemory.createOnHeap(pages, pages);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, copy.segment(), 0, bytes.length);
        return copy;
    }

    private void assertOpens(byte[] bytes) {
        try (LinearMemory copy = copyOf(bytes)) {
            assertKept(copy, LinkedListAllocator.open(copy));
        }
    }

    private void assertOpensForReading(byte[] bytes) {
        try (LinearMemory copy = copyOf(bytes)) {
            Preamble preamble = new Preamble(copy, 0);
            Journal journal = new ReadOnlyJournal(preamble);
            if ((preamble.change() & 7) == Journal.SHRINKING) {
                assertThatExceptionOfType(HeapFormatException.class).isThrownBy(() -> opened(copy, journal));
            } else {
                assertContents(copy, LiveBlocks.of(opened(copy, journal)));
            }
            assertThat(copy.whole().loadBytes()).isEqualTo(bytes);
        }
    }

    private void assertKept(LinearMemory copy, LinkedListAllocator opened) {
        HeapAssert.assertWhole(opened);
        assertContents(copy, LiveBlocks.of(opened));
    }

    /** Everything is there that had returned, and nothing else but what is under way. */
    private void assertContents(LinearMemory copy, NavigableMap<Long, Long> found) {
        Operation operation = underWay;
        for (Map.Entry<Long, Block> entry : live.entrySet()) {
            long address = entry.getKey();
            if (operation == null || address != operation.address) {
                Block block = entry.getValue();
                assertThat(found.remove(address)).as("block at %d", address).isEqualTo(block.length);
                LiveBlocks.assertFilled(copy, address, block.length, block.seed);
            }
        }
        if (operation == null || operation.length == 0) {
            assertOldOrGone(copy, operation, found);
        } else if (operation.address == 0) {
            assertThat(found.values()).as("new").isSubsetOf(operation.length).hasSizeLessThan(2);
        } else {
            assertOldOrResized(copy, operation, found);
        }
    }

    private void assertOldOrGone(LinearMemory copy, @Nullable Operation operation, NavigableMap<Long, Long> found) {
        Block block = operation == null ? null : live.get(operation.address);
        if (operation == null || block == null) {
            assertThat(found).as("live, but nobody's").isEmpty();
        } else if (!found.isEmpty()) {
            assertThat(found).isEqualTo(Map.of(operation.address, block.length));
            LiveBlocks.assertFilled(copy, operation.address, block.length, block.seed);
        }
    }

    /** The old block as it was, possibly with a new one that nobody was told of; or the resized one. */
    private void assertOldOrResized(LinearMemory copy, Operation operation, NavigableMap<Long, Long> found) {
        Block block = Objects.requireNonNull(live.get(operation.address));
        Long length = found.remove(operation.address);
        if (length == null) {
            assertThat(found.values()).as("moved").containsExactly(operation.length);
            LiveBlocks.assertFilled(copy, found.firstKey(), Math.min(operation.length, block.length), block.seed);
        } else {
            assertThat(length).isIn(block.length, operation.length);
            assertThat(found.values()).isSubsetOf(operation.length).hasSizeLessThan(2);
            LiveBlocks.assertFilled(copy, operation.address, Math.min(length, block.length), block.seed);
        }
    }
}
