package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.memory.DataSegment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Section 5.1.2 of the tutorial chapter on WebAssembly memory: one memory of one page with a reserved area, a stack, a
 * heap and static data, each with its limits. What the chapter's code gets wrong is refused here.
 */
class ChapterRegionsTest {
    private static final long STACK = 0x0100;
    private static final long HEAP = 0x1000;
    private static final long DATA = 0x8000;

    private final LinearMemory memory =
            LinearMemory.create(1, 1, DataSegment.active(DATA, new byte[] {'d', 'a', 't', 'a'}));
    private final StackAllocator stack = StackAllocator.over(memory, STACK, HEAP - STACK);
    private final BumpAllocator heap = BumpAllocator.over(memory, HEAP, DATA - HEAP);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void section_5_1_2_pushAndPop_startAtTheEndOfTheStack() {
        stack.pushI32(11);
        stack.pushI32(22);
        assertThat(stack.topAddress()).isEqualTo(0x0FF8);
        assertThat(memory.loadI32(0x0FFC)).isEqualTo(11);
        assertThat(stack.popI32()).isEqualTo(22);
        assertThat(stack.popI32()).isEqualTo(11);
        assertThat(stack.topAddress()).isEqualTo(HEAP);
    }

    @Test
    void section_5_1_2_push_neverReachesTheReservedArea() {
        // The chapter's overwrites it from the 961st push on.
        for (int i = 0; i < 960; i++) {
            stack.pushI32(-1);
        }
        assertThatExceptionOfType(OutOfLinearMemoryException.class).isThrownBy(() -> stack.pushI32(-1));
        assertThat(stack.topAddress()).isEqualTo(STACK);
        assertThat(memory.span(0, STACK).loadBytes()).containsOnly(0);
    }

    @Test
    void section_5_1_2_pop_neverReadsTheHeap() {
        heap.allocate(4).storeI32(0, 99);
        assertThatIllegalStateException().isThrownBy(stack::popI32).withMessageContaining("poppableByteSize=0");
    }

    @Test
    void section_5_1_2_malloc_alignsToFour_upToTheLimit() {
        assertThat(heap.allocateAddress(1, 4)).isEqualTo(0x1000);
        assertThat(heap.allocateAddress(5, 4)).isEqualTo(0x1004);
        assertThat(heap.allocateAddress(4, 4)).isEqualTo(0x100C);
        assertThat(heap.tryAllocate(DATA - 0x1010 + 1, 4)).isNull();
        assertThat(heap.allocateAddress(DATA - 0x1010, 4)).isEqualTo(0x1010);
        assertThat(heap.tryAllocate(1, 4)).isNull();
        assertThat(memory.loadI32(DATA)).isEqualTo(0x6174_6164);
    }

    @Test
    void section_5_1_2_malloc_ofHugeSizes_isRefused() {
        // In the chapter both succeed, and the next block overlaps the one before.
        Memory block = heap.allocate(16);
        assertThatIllegalArgumentException().isThrownBy(() -> heap.allocate(-1));
        assertThatExceptionOfType(OutOfLinearMemoryException.class).isThrownBy(() -> heap.allocate(0xFFFF_FFF0L));
        assertThat(heap.allocate(16).offset()).isEqualTo(block.offset() + 16);
    }

    @Test
    void section_5_1_2_regions_belongToOneOwnerEach() {
        assertThatIllegalStateException().isThrownBy(() -> BumpAllocator.over(memory, 0x0FFF, 2));
        assertThatIllegalStateException().isThrownBy(() -> StackAllocator.over(memory, 0, 0x10000));
        assertThatIllegalStateException().isThrownBy(() -> LinkedListAllocator.create(memory, 0x7FFF));
        LinkedListAllocator.create(memory, DATA + 0x1000);
        assertThat(memory.loadU8(DATA)).isEqualTo('d');
    }
}
