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

    @ParameterizedTest
    @EnumSource(StrayStores.Word.class)
    void operations_afterAStrayStoreIntoAFreedBlock_neverOverlapAndAreRefusedWhereItHit(StrayStores.Word word) {
        long first = Long.getLong("dev.ashlar.stray.seed", new Random().nextLong());
        int noticed = 0;
        for (long seed = first; seed < first + TRIALS; seed++) {
            try (LinearMemory memory = LinearMemory.createOnHeap(2, 2)) {
                noticed += new StrayStores(seed, memory).run(word) ? 1 : 0;
            } catch (Throwable failure) {
                fail("-Ddev.ashlar.stray.seed=" + seed + " word=" + word, failure);
            }
        }
        assertThat(noticed).as("noticed, of %d", TRIALS).isPositive();
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
}
