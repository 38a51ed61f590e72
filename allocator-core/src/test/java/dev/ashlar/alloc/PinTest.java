package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Pin;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a pin keeps from ending, and that nothing is left of it. */
class PinTest {
    private static final List<Function<LinearMemory, Allocator>> FREEING =
            List.of(LinkedListAllocator::over, SharedAllocator::over);

    @Test
    void free_whilePinned_isRefused() {
        for (Function<LinearMemory, Allocator> over : FREEING) {
            try (LinearMemory memory = LinearMemory.create(1)) {
                Memory block = over.apply(memory).allocate(100);
                Pin pin = block.pin();
                assertThatIllegalStateException()
                        .isThrownBy(block::free)
                        .withMessageStartingWith("free of memory that is pinned")
                        .withMessageContaining("length=100");
                assertThatIllegalStateException()
                        .isThrownBy(() -> block.reallocate(200))
                        .withMessageStartingWith("reallocate of memory that is pinned");
                block.close();
                assertThat(block.isAlive()).isTrue();
                block.storeI32(0, 7);
                assertThat(block.loadI32(0)).isEqualTo(7);
                pin.close();
                block.free();
                assertThat(block.isFreed()).isTrue();
            }
        }
    }

    @Test
    void closeOfMemory_whilePinned_isRefused() {
        LinearMemory memory = LinearMemory.create(1);
        Memory block = LinkedListAllocator.over(memory).allocate(100);
        Pin pin = block.pin();
        assertThatIllegalStateException()
                .isThrownBy(memory::close)
                .withMessageStartingWith("memory stays open")
                .withMessageContaining("pins=1");
        assertThat(memory.isClosed()).isFalse();
        assertThat(block.loadI8(99)).isZero();
        pin.close();
        memory.close();
        assertThat(memory.isClosed()).isTrue();
    }

    @Test
    void pins_areCounted() {
        LinearMemory memory = LinearMemory.create(1);
        Memory block = LinkedListAllocator.over(memory).allocate(100);
        Pin first = block.pin();
        Pin second = block.pin();
        first.close();
        first.close();
        assertThat(first.isReleased()).isTrue();
        assertThat(second.isReleased()).isFalse();
        assertThatIllegalStateException().isThrownBy(block::free);
        assertThatIllegalStateException().isThrownBy(memory::close);
        second.close();
        block.free();
        memory.close();
    }

    @Test
    void pin_ofADeadHandle_isRefused() {
        LinearMemory memory = LinearMemory.create(1);
        Allocator allocator = LinkedListAllocator.over(memory);
        Memory freed = allocator.allocate(8);
        freed.free();
        assertThatIllegalStateException().isThrownBy(freed::pin);
        Memory closed = allocator.allocate(8);
        memory.close();
        assertThatIllegalStateException().isThrownBy(closed::pin);
    }

    @Test
    void pin_ofMemoryThatCannotBeHeld_isRefused() {
        assertThatIllegalStateException()
                .isThrownBy(Memory.of(MemorySegment.ofArray(new long[2]))::pin)
                .withMessageContaining("lies in no LinearMemory")
                .withMessageContaining("length=16");
        try (LinearMemory memory = LinearMemory.create(2)) {
            BumpAllocator bump = BumpAllocator.over(memory, 0, 1_000);
            assertThatIllegalStateException()
                    .isThrownBy(bump.allocate(8)::pin)
                    .withMessageContaining("frees together with others")
                    .withMessageContaining("BumpAllocator");
        }
    }

    @Test
    void pin_ofASpan_keepsItsMemoryOpen() {
        LinearMemory memory = LinearMemory.create(1);
        try (Pin _ = memory.span(0, 64).pin()) {
            assertThatIllegalStateException().isThrownBy(memory::close);
        }
        memory.close();
    }
}
