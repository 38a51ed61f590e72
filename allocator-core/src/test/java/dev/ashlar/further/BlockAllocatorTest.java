package dev.ashlar.further;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.AllocatorStats;
import dev.ashlar.alloc.BlockAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The skeleton, under an allocator from outside the library. */
class BlockAllocatorTest {
    private final LinearMemory memory = LinearMemory.create(1, 2);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void allocate_whenBlocksComeAndGo_givesZeroedBoundedBlocks() {
        LinkedCells cells = new LinkedCells(memory);
        Random random = new Random(7);
        List<Memory> live = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            if (live.isEmpty() || (live.size() < 1_500 && random.nextInt(5) < 3)) {
                Memory block = cells.allocate(1 + random.nextInt(64));
                for (byte found : block.loadBytes(0, (int) block.length())) {
                    assertThat(found).isZero();
                }
                block.fill(0, 0xAA, block.length());
                live.add(block);
            } else {
                live.remove(random.nextInt(live.size())).free();
            }
        }
        assertThat(cells.stats().liveBlocks()).isEqualTo(live.size());
        assertThat(live.stream().map(Memory::offset)).doesNotHaveDuplicates();
    }

    @Test
    void allocate_whenTheRequestIsBad_isRefused() {
        LinkedCells cells = new LinkedCells(memory);
        assertThatThrownBy(() -> cells.allocate(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cells.allocate(8, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cells.allocate(65)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinkedCells(memory)).hasMessageContaining("claimed already");
    }

    @Test
    void allocate_whenThereIsNoRoom_saysWhatThereWas() {
        LinkedCells cells = new LinkedCells(memory);
        while (cells.tryAllocate(64) != null) {
            assertThat(cells.stats().liveBlocks()).isLessThan(2_048);
        }
        assertThatThrownBy(() -> cells.allocate(64))
                .isInstanceOf(OutOfLinearMemoryException.class)
                .hasMessageContaining("requestedByteSize=64 largestFreeByteSize=0 memoryByteSize=131072");
        assertThat(cells.stats().liveBlocks()).isEqualTo(2_047);
    }

    @Test
    void reallocate_whenNotOverridden_movesTheBlockAndRevokesItsHandle() {
        LinkedCells cells = new LinkedCells(memory);
        Memory block = cells.allocate(8);
        block.storeI64(0, 42);
        Memory moved = block.reallocate(16);
        assertThat(moved.loadI64(0)).isEqualTo(42);
        assertThat(moved.loadI64(8)).isZero();
        assertThat(block.isFreed()).isTrue();
        assertThat(cells.stats().liveBlocks()).isEqualTo(1);
        moved.free();
        assertThat(cells.stats().liveBlocks()).isZero();
    }

    @Test
    void pile_whenUsedAsTheReadmeSays_takesTheNewestBlockBack() {
        Pile pile = new Pile(memory);
        Memory first = pile.allocate(16);
        Memory second = pile.allocate(100_000);
        assertThat(first.offset()).isEqualTo(16);
        assertThat(second.offset()).isEqualTo(32);
        assertThat(memory.pages()).isEqualTo(2);
        assertThatThrownBy(first::free).hasMessage("not the newest block: offset=16");
        first.storeI8(9, 1);
        second.free();
        first.free();
        assertThat(pile.stats()).isEqualTo(new AllocatorStats(0, 131_072, 0, 0, 131_056));
        assertThatThrownBy(() -> pile.allocate(131_057)).isInstanceOf(OutOfLinearMemoryException.class);
    }

    @Test
    void openArena_whenOneBlockIsRefused_freesAllOthersAndTriesThatOneAgain() {
        Stubborn allocator = new Stubborn(memory);
        Arena arena = allocator.openArena();
        for (int i = 0; i < 10; i++) {
            arena.allocate(8);
        }
        allocator.refused = 3;
        assertThatThrownBy(arena::close).hasMessage("refused: 3");
        assertThat(allocator.live).isEqualTo(1);
        assertThatThrownBy(() -> arena.allocate(8)).hasMessage("arena is closed already");
        allocator.refused = -1;
        arena.close();
        assertThat(allocator.live).isZero();
        assertThatThrownBy(arena::close).hasMessage("arena is closed already");
    }

    /** Blocks of 64 bytes one after the other, of which one is not taken back. */
    private static final class Stubborn extends BlockAllocator {
        private long next = 64;
        private long live;
        private long refused = -1;

        Stubborn(LinearMemory memory) {
            super(memory, 64, 10 * 64);
        }

        @Override
        protected long findRoom(long byteSize, long byteAlignment) {
            return next;
        }

        @Override
        protected void take(Memory block) {
            next += 64;
            live++;
        }

        @Override
        protected void giveBack(Memory block) {
            if (block.offset() / 64 == refused) {
                throw new IllegalStateException("refused: " + refused);
            }
            live--;
        }

        @Override
        protected long largestFreeByteSize(long byteAlignment) {
            return 0;
        }

        @Override
        public AllocatorStats stats() {
            return new AllocatorStats(0, 0, live, 0, 0);
        }
    }
}
