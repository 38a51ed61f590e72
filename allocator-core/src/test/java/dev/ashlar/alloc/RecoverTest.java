package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recovery at the wrong moment: refused, cut off itself, or after others were refused. */
class RecoverTest {
    private static final long STACK_BYTE_SIZE = 250_000;
    private static final int MOST_FRAMES = 300;

    private static boolean isCutOff;

    @Test
    void recover_whenRefused_leavesTheHeapAsItWas() {
        try (LinearMemory memory = LinearMemory.create(2, 4)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            Memory small = heap.allocate(40);
            Memory other = heap.allocate(40);
            Memory large = heap.allocate(1_000);
            long header = large.offset() - 8;
            long word = memory.loadI64(header);
            memory.storeI64(header, word ^ 0x40);
            assertThatExceptionOfType(HeapFormatException.class).isThrownBy(heap::recover);
            memory.storeI64(header, word);
            small.free();
            heap.allocate(40).free();
            large.free();
            HeapAssert.assertWhole(heap);
            heap.recover();
            other.free();
            HeapAssert.assertAllFree(heap);
        }
    }

    @Test
    void recover_whenCutOff_leavesAHeapThatIsWholeOrRefusesUntilTheNextOne() throws InterruptedException {
        int cuts = 0;
        for (int frames = 1; frames < MOST_FRAMES; frames += 3) {
            try (LinearMemory memory = LinearMemory.createOnHeap(2, 4)) {
                LinkedListAllocator heap = LinkedListAllocator.over(memory);
                Memory small = heap.allocate(40);
                Memory large = heap.allocate(1_000);
                Memory other = heap.allocate(40);
                if (!overflow(heap::recover, frames)) {
                    continue;
                }
                cuts++;
                try {
                    heap.allocate(700).free();
                    small.free();
                } catch (IllegalStateException refused) {
                    assertThat(refused).hasMessageContaining("recover()");
                    heap.recover();
                    small.free();
                }
                large.free();
                other.free();
                heap.recover();
                HeapAssert.assertAllFree(heap);
            }
        }
        assertThat(cuts).isPositive();
    }

    /** Of a heap that threads share: whose free was cut off is told from whose was refused. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void recover_afterAnotherFreeWasRefused_revokesTheHandleWhoseBlockIsGone(boolean isMoved)
            throws InterruptedException {
        Consumer<Memory> operation = isMoved ? block -> block.reallocate(77) : Memory::free;
        int stopped = 0;
        for (int turn = 0; stopped == 0 && turn < 5 * MOST_FRAMES; turn++) {
            int frames = 1 + turn % MOST_FRAMES;
            try (LinearMemory memory = LinearMemory.createOnHeap(1, 8)) {
                SharedAllocator heap = SharedAllocator.over(memory);
                List<Memory> blocks = new ArrayList<>();
                for (long length : new long[] {1_803, 1_000, 900, 1_000}) {
                    blocks.add(heap.allocate(length));
                }
                if (!overflow(() -> operation.accept(blocks.getFirst()), frames) || !isRefused(heap)) {
                    continue;
                }
                stopped++;
                assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() -> blocks.get(2).free());
                heap.recover();
                for (Memory block : blocks) {
                    if (block.isAlive()) {
                        heap.make(block.offset(), block.length());
                    }
                }
            }
        }
        assumeTrue(stopped > 0, "where the overflow comes is up to the JIT, and none came inside a change");
    }

    private static boolean isRefused(SharedAllocator heap) {
        try {
            heap.allocate(700).free();
            return false;
        } catch (IllegalStateException refused) {
            return true;
        }
    }

    /** Whether an operation that is run some frames from the end of a stack overflows it. */
    private static boolean overflow(Runnable operation, int frames) throws InterruptedException {
        isCutOff = false;
        Thread thread = new Thread(null, () -> dive(operation, frames), "overflow", STACK_BYTE_SIZE);
        thread.start();
        thread.join();
        return isCutOff;
    }

    @SuppressWarnings("InfiniteRecursion") // it ends where the stack does
    private static int dive(Runnable operation, int frames) {
        int unwound;
        try {
            unwound = 1 + dive(operation, frames);
        } catch (StackOverflowError end) {
            unwound = 0;
        }
        if (unwound == frames) {
            try {
                operation.run();
            } catch (StackOverflowError overflow) {
                isCutOff = true;
            }
        }
        return unwound;
    }
}
