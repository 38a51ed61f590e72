package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To less, with an alignment that the block has, always works: also where there is no room for any other block. */
class ReallocateToLessTest {
    @TempDir
    private Path folder;

    /** Fills a memory with blocks of one size. */
    private static List<Memory> fill(LinkedListAllocator allocator, long byteSize) {
        List<Memory> blocks = new ArrayList<>();
        for (Memory block = allocator.tryAllocate(byteSize); block != null; block = allocator.tryAllocate(byteSize)) {
            block.fill(blocks.size() + 1);
            blocks.add(block);
        }
        for (long rest = 256; rest >= 1; rest /= 2) {
            while (allocator.tryAllocate(rest, 1) != null) {
                // What is left is taken too.
            }
        }
        return blocks;
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 24, 64, 255, 256, 270, 300, 400, 511, 512, 513, 1_000, 5_000, 40_000})
    void reallocate_toLessInAFullMemory_keepsTheBytes(long byteSize) {
        for (long less = 1; less < byteSize; less += 1 + less / 3) {
            try (LinearMemory memory = LinearMemory.create(1, 1)) {
                LinkedListAllocator allocator = LinkedListAllocator.over(memory);
                List<Memory> blocks = fill(allocator, byteSize);
                long used = allocator.usedByteSize();
                for (int i = 0; i < blocks.size(); i++) {
                    Memory shorter = blocks.get(i).reallocate(less);
                    assertThat(shorter.length()).isEqualTo(less);
                    assertThat(shorter.loadBytes()).containsOnly(i + 1);
                    blocks.set(i, shorter);
                }
                assertThat(allocator.usedByteSize()).isEqualTo(used - blocks.size() * (byteSize - less));
                HeapAssert.assertWhole(allocator);
                for (Memory block : blocks) {
                    assertThat(allocator.make(block.offset(), less).length()).isEqualTo(less);
                    block.free();
                }
                HeapAssert.assertWhole(allocator);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {300, 512, 5_000})
    void reallocateAddress_toLessInAFullFile_isThereWhenTheFileIsOpenedAgain(long byteSize) throws IOException {
        Path file = folder.resolve("heap");
        List<Long> addresses = new ArrayList<>();
        Random random = new Random(byteSize);
        List<Long> lengths = new ArrayList<>();
        try (LinearMemory memory = LinearMemory.map(file, 1, 1)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            for (Memory block : fill(allocator, byteSize)) {
                long less = 1 + random.nextLong(byteSize - 1);
                addresses.add(allocator.reallocateAddress(block.offset(), less));
                lengths.add(less);
            }
            HeapAssert.assertWhole(allocator);
        }
        try (LinearMemory memory = LinearMemory.map(file, 1, 1)) {
            LinkedListAllocator allocator = LinkedListAllocator.open(memory);
            HeapAssert.assertWhole(allocator);
            for (int i = 0; i < addresses.size(); i++) {
                Memory block = allocator.make(addresses.get(i), lengths.get(i));
                assertThat(block.loadBytes()).containsOnly(i + 1);
                // To more again, in place where the slot has room.
                Memory longer = block.reallocate(lengths.get(i) + 1);
                assertThat(longer.loadI8(lengths.get(i))).isZero();
                longer.free();
            }
            HeapAssert.assertWhole(allocator);
        }
    }
}
