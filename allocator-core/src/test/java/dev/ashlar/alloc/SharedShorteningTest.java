package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks of a {@link SharedAllocator} that get less in a full memory: they keep their place, and their length is told apart. */
@Timeout(120)
class SharedShorteningTest {
    private final LinearMemory memory = LinearMemory.create(1, 1);
    private final SharedAllocator allocator = SharedAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    private List<Memory> fill(long length) {
        List<Memory> blocks = new ArrayList<>();
        for (Memory block = allocator.tryAllocate(length); block != null; block = allocator.tryAllocate(length)) {
            block.fill(7);
            blocks.add(block);
        }
        return blocks;
    }

    @ParameterizedTest
    @CsvSource({"512, 1, 16", "512, 16, 16", "500, 200, 8", "300, 2, 16", "512, 300, 16", "4000, 1, 16", "600, 599, 1"})
    void reallocate_whenTheMemoryIsFull_givesLess(long length, long newLength, long alignment) {
        List<Memory> blocks = fill(length);
        List<Memory> shorter = new ArrayList<>();
        for (Memory block : blocks) {
            shorter.add(block.reallocate(newLength, alignment));
        }
        for (Memory block : shorter) {
            assertThat(block.loadBytes()).containsOnly(7).hasSize((int) newLength);
        }
        assertThat(allocator.usedByteSize()).isEqualTo(newLength * blocks.size());
        assertThat(allocator.stats().liveBlocks()).isEqualTo(blocks.size());
        assertThat(HeapChecker.check(allocator)).isEmpty();
        shorter.forEach(Memory::free);
        assertThat(allocator.usedByteSize()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
        assertThat(fill(length)).hasSameSizeAs(blocks);
    }

    @Test
    void reallocateAddress_whenTheMemoryIsFull_givesAnyLesserLengthAgainAndAgain() {
        List<Memory> blocks = fill(512);
        long address = blocks.getLast().offset();
        for (long length = 511; length > 0; length -= 3) {
            assertThat(allocator.reallocateAddress(address, length)).isEqualTo(address);
            allocator.make(address, length);
            long wrong = length + 1;
            assertThatThrownBy(() -> allocator.make(address, wrong)).hasMessageContaining("another length");
        }
        assertThat(allocator.reallocateAddress(address, 400)).isEqualTo(address);
        assertThat(allocator.make(address, 400).length()).isEqualTo(400);
        assertThat(HeapChecker.check(allocator)).isEmpty();
        allocator.recover();
        assertThat(allocator.make(address, 400).loadI8(0)).isEqualTo(7);
        allocator.freeAddress(address);
        assertThatThrownBy(() -> allocator.freeAddress(address)).hasMessageContaining("starts no live block");
    }

    @Test
    void recover_whenBlocksAreShort_keepsTheirLengths() {
        List<Memory> shorter =
                fill(512).stream().map(block -> block.reallocate(5)).toList();
        allocator.recover();
        for (Memory block : shorter) {
            assertThat(block.loadBytes()).containsOnly(7).hasSize(5);
            block.free();
        }
        assertThat(allocator.usedByteSize()).isZero();
        assertThat(HeapChecker.check(allocator)).isEmpty();
    }
}
