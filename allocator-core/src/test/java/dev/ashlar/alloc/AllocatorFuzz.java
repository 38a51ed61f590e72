package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Random operations on a {@link LinkedListAllocator} beside a model: a map of what is live. After every operation the
 * checker walks the heap; payloads carry a pattern that is verified before a block is given up.
 */
final class AllocatorFuzz {
    private final Random random;
    private final LinearMemory memory;
    private final LinkedListAllocator allocator;
    private final int mostLive;
    private final SizeMix sizes;
    private final TreeMap<Long, Block> model = new TreeMap<>();
    private final List<Block> live = new ArrayList<>();
    private final List<Memory> dead = new ArrayList<>();

    /** How large the blocks are that the fuzz asks for. */
    @FunctionalInterface
    interface SizeMix {
        long next(Random random);
    }

    private static final class Block {
        long address;
        long length;
        byte pattern;

        @Nullable
        Memory handle;
    }

    AllocatorFuzz(long seed, LinearMemory memory, int mostLive, SizeMix sizes) {
        this.random = new Random(seed);
        this.memory = memory;
        this.allocator = LinkedListAllocator.over(memory);
        this.mostLive = mostLive;
        this.sizes = sizes;
    }

    void run(int operations) {
        for (int i = 0; i < operations; i++) {
            step();
            HeapAssert.assertWhole(allocator);
        }
        while (!live.isEmpty()) {
            free();
        }
        HeapAssert.assertAllFree(allocator);
    }

    private void step() {
        int dice = random.nextInt(100);
        if (live.isEmpty() || (dice < 40 && live.size() < mostLive)) {
            allocate();
        } else if (dice < 70) {
            free();
        } else if (dice < 88) {
            reallocate();
        } else if (dice < 92) {
            make();
        } else {
            misuse();
        }
    }

    private long alignment() {
        return random.nextInt(4) == 0 ? 1L << random.nextInt(14) : 16;
    }

    private void allocate() {
        long length = sizes.next(random);
        long alignment = alignment();
        Block block = new Block();
        block.length = length;
        if (random.nextBoolean()) {
            Memory handle = allocator.tryAllocate(length, alignment);
            if (handle == null) {
                assertNoRoom(length, alignment);
                return;
            }
            assertThat(isFilledWith(handle.offset(), length, (byte) 0)).isTrue();
            assertThat(handle.length()).isEqualTo(length);
            block.handle = handle;
            block.address = handle.offset();
        } else {
            try {
                block.address = allocator.allocateAddress(length, alignment);
            } catch (OutOfLinearMemoryException noRoom) {
                assertNoRoom(length, alignment);
                return;
            }
        }
        assertThat(block.address % alignment).isZero();
        enter(block);
    }

    private void assertNoRoom(long length, long alignment) {
        if (alignment <= 16) {
            assertThat(allocator.stats().largestFreeByteSize()).isLessThan(length);
        }
    }

    private void free() {
        Block block = take();
        Memory handle = block.handle;
        if (handle == null) {
            allocator.freeAddress(block.address);
        } else {
            handle.free();
            dead.add(handle);
        }
    }

    private void reallocate() {
        Block block = take();
        long newLength = random.nextInt(8) == 0 ? block.length : sizes.next(random);
        long alignment = alignment();
        Memory handle = block.handle;
        try {
            if (handle == null) {
                block.address = allocator.reallocateAddress(block.address, newLength, alignment);
            } else {
                Memory resized = handle.reallocate(newLength, alignment);
                dead.add(handle);
                block.handle = resized;
                block.address = resized.offset();
                if (newLength > block.length) {
                    assertThat(isFilledWith(block.address + block.length, newLength - block.length, (byte) 0))
                            .isTrue();
                }
            }
            assertThat(block.address % alignment).isZero();
            assertThat(isFilledWith(block.address, Math.min(newLength, block.length), block.pattern))
                    .isTrue();
            block.length = newLength;
        } catch (OutOfLinearMemoryException noRoom) {
            assertThat(isFilledWith(block.address, block.length, block.pattern)).isTrue();
        }
        enter(block);
    }

    private void make() {
        Block block = live.get(random.nextInt(live.size()));
        if (block.handle == null) {
            block.handle = allocator.make(block.address, block.length);
        }
    }

    private void misuse() {
        long address = random.nextLong(memory.byteSize() + 64) - 32;
        if (!model.containsKey(address)) {
            assertThatThrownBy(() -> allocator.freeAddress(address)).isInstanceOf(IllegalStateException.class);
        }
        Block block = live.get(random.nextInt(live.size()));
        assertThatThrownBy(() -> allocator.make(block.address, block.length + 1))
                .isInstanceOf(IllegalStateException.class);
        if (!dead.isEmpty()) {
            Memory handle = dead.remove(random.nextInt(dead.size()));
            assertThatThrownBy(handle::free).isInstanceOf(IllegalStateException.class);
        }
    }

    private void enter(Block block) {
        Map.Entry<Long, Block> before = model.lowerEntry(block.address + block.length);
        if (before != null) {
            assertThat(before.getKey() + before.getValue().length).isLessThanOrEqualTo(block.address);
        }
        block.pattern = (byte) random.nextInt(1, 256);
        memory.fill(block.address, block.pattern, block.length);
        model.put(block.address, block);
        live.add(block);
    }

    private Block take() {
        int index = random.nextInt(live.size());
        Block block = live.set(index, live.getLast());
        live.removeLast();
        model.remove(block.address);
        assertThat(isFilledWith(block.address, block.length, block.pattern)).isTrue();
        return block;
    }

    private boolean isFilledWith(long address, long length, byte pattern) {
        long word = (pattern & 0xFF) * 0x0101_0101_0101_0101L;
        long offset = 0;
        for (; offset + 8 <= length; offset += 8) {
            if (memory.loadI64(address + offset) != word) {
                return false;
            }
        }
        for (; offset < length; offset++) {
            if (memory.loadI8(address + offset) != pattern) {
                return false;
            }
        }
        return true;
    }
}
