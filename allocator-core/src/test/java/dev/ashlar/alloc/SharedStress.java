package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.heap.BlockFormat;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Random operations on a {@link SharedAllocator} by several threads, which give and take blocks over a board: most blocks
 * are freed by another thread than the one that allocated them. Each payload carries a pattern of its own, which
 * is verified before the block is given up. Every so often all threads meet, and the checker walks the heap.
 */
final class SharedStress {
    private static final int ROUNDS = 8;

    private final long seed;
    private final LinearMemory memory;
    private final SharedAllocator allocator;
    private final int threads;
    private final int operations;
    private final AllocatorFuzz.SizeMix sizes;
    private final AtomicReferenceArray<@Nullable Block> board;

    /** A live block: a handle, or an address alone. */
    private record Block(
            long address,
            long length,
            long pattern,
            @Nullable Memory handle) {}

    SharedStress(
            long seed, LinearMemory memory, int threads, int operations, int mostLive, AllocatorFuzz.SizeMix sizes) {
        this.seed = seed;
        this.memory = memory;
        this.allocator = SharedAllocator.over(memory);
        this.threads = threads;
        this.operations = operations;
        this.sizes = sizes;
        this.board = new AtomicReferenceArray<>(mostLive);
    }

    void run(ExecutorService executor) throws Exception {
        Phaser barrier = new Phaser(threads) {
            @Override
            protected boolean onAdvance(int phase, int registered) {
                assertThat(HeapChecker.check(allocator)).isEmpty();
                return false;
            }
        };
        var workers = IntStream.range(0, threads)
                .<Future<?>>mapToObj(number -> executor.submit(() -> work(new Random(seed + number), barrier)))
                .toList();
        for (Future<?> worker : workers) {
            worker.get();
        }
        for (int i = 0; i < board.length(); i++) {
            giveUp(board.getAndSet(i, null));
        }
        assertThat(allocator.usedByteSize()).isZero();
        AllocatorStats stats = allocator.stats();
        assertThat(stats.liveBlocks()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
        assertThat(stats.largestFreeByteSize())
                .isEqualTo(
                        stats.committedByteSize() - BlockFormat.PREAMBLE_BYTE_SIZE - 2 * BlockFormat.HEADER_BYTE_SIZE);
    }

    private void work(Random random, Phaser barrier) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < operations / threads / ROUNDS; i++) {
                    step(random);
                }
                barrier.arriveAndAwaitAdvance();
            }
        } finally {
            barrier.arriveAndDeregister();
        }
    }

    private void step(Random random) {
        Block mine = switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> resized(board.getAndSet(random.nextInt(board.length()), null), random);
            default -> allocated(random);
        };
        Block other = board.getAndSet(random.nextInt(board.length()), mine);
        giveUp(other);
        if (other != null && random.nextInt(64) == 0) {
            misuse(other);
        }
    }

    private @Nullable Block allocated(Random random) {
        long length = sizes.next(random);
        long alignment = random.nextInt(8) == 0 ? 1L << random.nextInt(12) : 16;
        long pattern = random.nextLong();
        Block block;
        if (random.nextInt(4) == 0) {
            Memory handle = allocator.tryAllocate(length, alignment);
            if (handle == null) {
                return null;
            }
            expect(handle.offset(), length, 0);
            block = new Block(handle.offset(), length, pattern, handle);
        } else {
            try {
                block = new Block(allocator.allocateAddress(length, alignment), length, pattern, null);
            } catch (OutOfLinearMemoryException noRoom) {
                return null;
            }
        }
        if (block.address % alignment != 0) {
            throw new AssertionError("not aligned: " + block);
        }
        fill(block.address, length, pattern);
        return block;
    }

    private @Nullable Block resized(@Nullable Block block, Random random) {
        if (block == null) {
            return null;
        }
        long length = sizes.next(random);
        Memory handle = block.handle;
        Block resized;
        try {
            if (handle == null) {
                resized = new Block(allocator.reallocateAddress(block.address, length), length, block.pattern, null);
            } else {
                Memory moved = handle.reallocate(length);
                resized = new Block(moved.offset(), length, block.pattern, moved);
                if (length > block.length) {
                    expect(moved.offset() + block.length, length - block.length, 0);
                }
            }
        } catch (OutOfLinearMemoryException noRoom) {
            return block;
        }
        expect(resized.address, Math.min(length, block.length), block.pattern);
        fill(resized.address, length, block.pattern);
        return resized;
    }

    private void giveUp(@Nullable Block block) {
        if (block == null) {
            return;
        }
        expect(block.address, block.length, block.pattern);
        if (block.handle == null) {
            allocator.freeAddress(block.address);
        } else {
            block.handle.free();
        }
    }

    /** What has to be refused whatever the others do meanwhile. */
    private void misuse(Block freed) {
        Memory handle = freed.handle;
        if (handle != null) {
            assertThatThrownBy(handle::free).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> handle.loadI8(0)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> allocator.freeAddress(freed.address + 1)).isInstanceOf(IllegalStateException.class);
    }

    private void fill(long address, long length, long pattern) {
        long offset = 0;
        for (; offset + 8 <= length; offset += 8) {
            memory.storeI64(address + offset, pattern);
        }
        for (; offset < length; offset++) {
            memory.storeI8(address + offset, byteOf(pattern, offset));
        }
    }

    private void expect(long address, long length, long pattern) {
        long offset = 0;
        for (; offset + 8 <= length; offset += 8) {
            if (memory.loadI64(address + offset) != pattern) {
                throw new AssertionError("payload changed: address=" + address + " offset=" + offset);
            }
        }
        for (; offset < length; offset++) {
            if (memory.loadI8(address + offset) != byteOf(pattern, offset)) {
                throw new AssertionError("payload changed: address=" + address + " offset=" + offset);
            }
        }
    }

    private static byte byteOf(long pattern, long offset) {
        return (byte) (pattern >>> ((offset & 7) * Byte.SIZE));
    }
}
