package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ashlar.memory.HeapDamagedException;
import dev.ashlar.memory.LinearMemory;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stores into freed blocks of the large tier. The seed is new in every run; {@code -Ddev.ashlar.stray.seed=…} repeats it.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StrayStoreTest {
    private static final int TRIALS = Integer.getInteger("dev.ashlar.stray.trials", 400);

    /** Some words do harm in one trial of a hundred: so many more are made before none was noticed. */
    private static final int MOST_TRIALS = 10 * TRIALS;

    @ParameterizedTest
    @EnumSource(StrayStores.Word.class)
    void operations_afterAStrayStoreIntoAFreedBlock_neverOverlapAndAreRefusedWhereItHit(StrayStores.Word word) {
        long first = Long.getLong("dev.ashlar.stray.seed", new Random().nextLong());
        int noticed = 0;
        for (long seed = first; seed < first + (noticed > 0 ? TRIALS : MOST_TRIALS); seed++) {
            try (LinearMemory memory = LinearMemory.createOnHeap(2, 2)) {
                noticed += new StrayStores(seed, memory).run(word) ? 1 : 0;
            } catch (Throwable failure) {
                fail("-Ddev.ashlar.stray.seed=" + seed + " word=" + word, failure);
            }
        }
        assertThat(noticed).as("noticed, of %d", MOST_TRIALS).isPositive();
    }

    @Test
    void allocate_whenAFreeBlockIsItsOwnSuccessor_refusesToGiveOneAddressTwice() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long a = heap.allocateAddress(1_000);
            heap.allocateAddress(1_000);
            heap.freeAddress(a);
            memory.storeI64(a, a - 8);
            Assertions.assertThatExceptionOfType(HeapDamagedException.class)
                    .isThrownBy(() -> heap.allocateAddress(1_000))
                    .withMessageContaining("address=" + (a - 8));
            heap.recover();
            assertThat(heap.allocateAddress(1_000)).isEqualTo(a);
            HeapAssert.assertWhole(heap);
        }
    }

    @Test
    void allocate_whenAFreeBlockLeadsToALiveOne_doesNotGiveThatOut() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long a = heap.allocateAddress(1_000);
            long b = heap.allocateAddress(1_000);
            heap.freeAddress(a);
            memory.storeI64(a, b - 8);
            Assertions.assertThatExceptionOfType(HeapDamagedException.class)
                    .isThrownBy(() -> heap.allocateAddress(1_000));
            heap.freeAddress(heap.allocateAddress(5_000));
            heap.recover();
            heap.freeAddress(b);
            HeapAssert.assertAllFree(heap);
        }
    }

    @Test
    void allocate_whenAnOldLinkComesBack_doesNotGiveOutWhatLiesInALiveBlock() {
        try (LinearMemory memory = LinearMemory.create(2, 2)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long f = heap.allocateAddress(1_000);
            heap.allocateAddress(1_000);
            long p = heap.allocateAddress(2_000);
            long x = heap.allocateAddress(1_000);
            heap.allocateAddress(1_000);
            heap.freeAddress(x);
            heap.freeAddress(f);
            long old = memory.loadI64(f);
            assertThat(old).isEqualTo(x - 8);
            heap.freeAddress(p);
            // Takes what p and x had, whose header and links still lie there.
            assertThat(heap.allocateAddress(2_990)).isEqualTo(p);
            memory.storeI64(f, old);
            Assertions.assertThatExceptionOfType(HeapDamagedException.class)
                    .isThrownBy(() -> heap.allocateAddress(1_000));
            heap.recover();
            assertThat(heap.allocateAddress(1_000)).isEqualTo(f);
            HeapAssert.assertWhole(heap);
        }
    }

    @Test
    void allocate_whenTheSizeThatABlockHadComesBack_doesNotGiveOutWhatFollowsIt() {
        try (LinearMemory memory = LinearMemory.create(2, 2)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long a = heap.allocateAddress(3_000);
            heap.allocateAddress(1_000);
            heap.freeAddress(a);
            long old = memory.loadI64(a - 8);
            assertThat(heap.allocateAddress(1_000)).isEqualTo(a);
            long b = heap.allocateAddress(1_900);
            heap.freeAddress(a);
            memory.storeI64(a - 8, old);
            Assertions.assertThatExceptionOfType(HeapDamagedException.class)
                    .isThrownBy(() -> heap.allocateAddress(1_000));
            assertThat(b).isGreaterThan(a).isLessThan(a + 3_000);
        }
    }

    @Test
    void allocate_whenAFreeBlockIsBothItsNeighbours_endsWhateverTheSearch() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long a = heap.allocateAddress(1_000);
            while (heap.tryAllocate(600) != null) {
                // Full.
            }
            heap.freeAddress(a);
            memory.storeI64(a, a - 8);
            memory.storeI64(a + 8, a - 8);
            Assertions.assertThatExceptionOfType(HeapDamagedException.class)
                    .isThrownBy(() -> heap.allocateAddress(900, 512));
            Assertions.assertThatExceptionOfType(HeapDamagedException.class)
                    .isThrownBy(() -> heap.allocateAddress(3_000));
            assertThat(heap.tryAllocate(10_000)).isNull();
            heap.recover();
            assertThat(heap.allocateAddress(1_000)).isEqualTo(a);
        }
    }

    @Test
    void free_whenALinkLedToTheWildernessAndThatIsTaken_doesNotStoreIntoIt() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long a = heap.allocateAddress(3_000);
            long wilderness = heap.allocateAddress(1_000) + 1_008;
            heap.freeAddress(a);
            storeLink(memory, a, wilderness);
            assertThat(heap.allocateAddress(3_000)).isEqualTo(a);
            long last = heap.allocateAddress(5_000);
            assertThat(last).isEqualTo(wilderness);
            LiveBlocks.fill(memory, last, 5_000, 7);
            heap.freeAddress(a);
            LiveBlocks.assertFilled(memory, last, 5_000, 7);
            heap.recover();
            assertThat(heap.allocateAddress(3_000)).isEqualTo(a);
        }
    }

    @Test
    void allocate_whenALinkLedToASmallerBlock_doesNotTakeMoreThanThatHas() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long a = heap.allocateAddress(3_000);
            heap.allocateAddress(1_000);
            long small = heap.allocateAddress(700);
            heap.allocateAddress(1_000);
            heap.freeAddress(small);
            heap.freeAddress(a);
            storeLink(memory, a, small);
            assertThat(heap.allocateAddress(3_000)).isEqualTo(a);
            Assertions.assertThatExceptionOfType(HeapDamagedException.class)
                    .isThrownBy(() -> heap.allocateAddress(2_500))
                    .withMessageContaining("address=" + (small - 8));
            heap.recover();
            assertThat(heap.allocateAddress(700)).isEqualTo(small);
            HeapAssert.assertWhole(heap);
        }
    }

    /** Leads from a free block to another one, and back. */
    private static void storeLink(LinearMemory memory, long from, long to) {
        memory.storeI64(from, to - 8);
        memory.storeI64(to + 8, from - 8);
    }

    @Test
    void reallocate_whenItCannotFreeTheOldBlock_leavesItWhereItWas() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            long a = heap.allocateAddress(1_000);
            long b = heap.allocateAddress(1_000);
            heap.allocateAddress(1_000);
            heap.freeAddress(a);
            memory.storeI64(a, 1_000_000);
            Assertions.assertThatExceptionOfType(HeapDamagedException.class)
                    .isThrownBy(() -> heap.reallocateAddress(b, 9_000));
            // What does not meet the damage goes on.
            heap.freeAddress(heap.allocateAddress(5_000));
            assertThat(LiveBlocks.of(heap)).hasSize(2).containsKey(b);
        }
    }
}
