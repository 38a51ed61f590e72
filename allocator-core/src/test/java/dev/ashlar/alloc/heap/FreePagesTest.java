package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.HeapDamagedException;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which space is free, for giving it back: told by nothing that a stray store has hit. */
class FreePagesTest {
    private final LinearMemory memory = LinearMemory.create(16);

    @AfterEach
    void close() {
        memory.close();
    }

    @Test
    void forEachFrom_showsTheFreeBlocksOfAPageAndMore_andTheWilderness() {
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        List<Long> kept = new ArrayList<>();
        List<Long> freed = new ArrayList<>();
        for (long byteSize : new long[] {1_000, 5_000, 9_000, 40_000}) {
            freed.add(allocator.allocateAddress(byteSize));
            kept.add(allocator.allocateAddress(600));
        }
        freed.forEach(allocator::freeAddress);
        List<Long> shown = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        Inside.heapOf(allocator).large().freeSpace().forEachFrom(4_096, (block, size) -> {
            shown.add(block);
            sizes.add(size);
        });
        long wilderness = kept.getLast() + 600;
        assertThat(shown).hasSize(4);
        assertThat(shown.subList(0, 3)).containsExactlyInAnyOrder(freed.get(1) - 8, freed.get(2) - 8, freed.get(3) - 8);
        assertThat(shown.getLast()).isBetween(wilderness, wilderness + 16);
        assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isGreaterThan(54_000);
    }

    @Test
    void forEachFrom_whenAStrayStoreHasHitABlock_saysSo_insteadOfReachingIntoLiveOnes() {
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        long freed = allocator.allocateAddress(9_000);
        allocator.allocateAddress(9_000);
        allocator.freeAddress(freed);
        FreeSpace free = Inside.heapOf(allocator).large().freeSpace();
        long header = memory.loadI64(freed - 8);
        long size = BlockFormat.sizeOf(header);

        memory.storeI64(freed - 8, BlockFormat.freeWord(size + 4_096));
        assertDamaged(free);
        memory.storeI64(freed - 8, header);

        memory.storeI64(freed - 8 + size - 8, size + 16);
        assertDamaged(free);
        memory.storeI64(freed - 8 + size - 8, size);

        memory.storeI64(freed, freed + 16);
        assertDamaged(free);
        memory.storeI64(freed, 0);
        free.forEachFrom(4_096, (_, _) -> {});
    }

    @Test
    void emptyRunsOfASharedHeap_goBack_withoutAnybodyAsking() {
        SharedAllocator allocator = SharedAllocator.over(memory);
        List<Long> addresses = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            addresses.add(allocator.allocateAddress(40));
        }
        SharedRunTable runs = Inside.heapOf(allocator).runs();
        long peak = runs.count();
        addresses.forEach(allocator::freeAddress);
        assertThat(runs.count()).isLessThan(peak / 4);
        assertThat(InvariantCheck.check(Inside.heapOf(allocator))).isEmpty();
        assertThat(allocator.allocateAddress(700_000)).isPositive();
    }

    private static void assertDamaged(FreeSpace free) {
        assertThatExceptionOfType(HeapDamagedException.class).isThrownBy(() -> free.forEachFrom(4_096, (_, _) -> {}));
    }
}
