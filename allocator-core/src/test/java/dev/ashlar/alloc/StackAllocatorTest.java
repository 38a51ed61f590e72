package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackAllocatorTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private final LinearMemory memory = LinearMemory.create(1, 1);
    private final StackAllocator stack = StackAllocator.over(memory, 0x100, 0x100);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void allocate_whenItsRangeIsFull_saysThatTheRangeDoesNotGrow() {
        try (LinearMemory small = LinearMemory.create(1, 64);
                StackAllocator stack = StackAllocator.over(small, 64, 64)) {
            assertThatThrownBy(() -> stack.allocate(100))
                    .isInstanceOf(OutOfLinearMemoryException.class)
                    .hasMessage("no room for the block in the range of its allocator, which does not grow:"
                            + " requestedByteSize=100 largestFreeByteSize=64 rangeByteSize=64 memoryByteSize=65536"
                            + " maxMemoryByteSize=4194304");
        }
    }

    @Test
    void pop_givesEveryStorageType_backInReverseOrder() {
        stack.pushI8(-1);
        stack.pushI8(0xFE);
        stack.pushI16(-2);
        stack.pushI16(0xFFFD);
        stack.pushI32(-3);
        stack.pushI32(0xFFFF_FFFC);
        stack.pushI64(Long.MIN_VALUE);
        stack.pushF32(Float.intBitsToFloat(0x7FC0_1234));
        stack.pushF64(-0.1);
        assertThat(stack.byteSize()).isEqualTo(1 + 1 + 2 + 2 + 4 + 4 + 8 + 4 + 8);
        assertThat(stack.topAddress()).isEqualTo(0x200 - 34);

        assertThat(stack.popF64()).isEqualTo(-0.1);
        assertThat(Float.floatToRawIntBits(stack.popF32())).isEqualTo(0x7FC0_1234);
        assertThat(stack.popI64()).isEqualTo(Long.MIN_VALUE);
        assertThat(stack.popU32()).isEqualTo(0xFFFF_FFFCL);
        assertThat(stack.popI32()).isEqualTo(-3);
        assertThat(stack.popU16()).isEqualTo(0xFFFD);
        assertThat(stack.popI16()).isEqualTo(-2);
        assertThat(stack.popU8()).isEqualTo(0xFE);
        assertThat(stack.popI8()).isEqualTo(-1);
        assertThat(stack.byteSize()).isZero();
        assertThat(stack.stats().peakUsedByteSize()).isEqualTo(34);
    }

    @Test
    void push_growsDownFromTheEnd() {
        stack.pushI32(42);
        assertThat(stack.topAddress()).isEqualTo(0x1FC);
        assertThat(memory.loadI32(0x1FC)).isEqualTo(42);
    }

    @Test
    void push_whenFull_isRefused_andWritesNothing() {
        memory.fill(0, 0x55, PAGE);
        for (int i = 0; i < 64; i++) {
            stack.pushI32(i);
        }
        List<Runnable> pushes = List.of(
                () -> stack.pushI8(1),
                () -> stack.pushI16(1),
                () -> stack.pushI32(1),
                () -> stack.pushI64(1),
                () -> stack.pushF32(1),
                () -> stack.pushF64(1),
                () -> stack.allocate(1, 1));
        for (Runnable push : pushes) {
            assertThatExceptionOfType(OutOfLinearMemoryException.class).isThrownBy(push::run);
        }
        assertThat(stack.topAddress()).isEqualTo(0x100);
        assertThat(memory.span(0, 0x100).loadBytes()).containsOnly(0x55);
        assertThat(stack.popI32()).isEqualTo(63);
    }

    @Test
    void push_whenAPartFits_isRefused_andWritesNothing() {
        StackAllocator small = StackAllocator.over(memory, 0, 7);
        assertThatExceptionOfType(OutOfLinearMemoryException.class)
                .isThrownBy(() -> small.pushI64(-1))
                .withMessageContaining("requestedByteSize=8");
        assertThat(memory.loadI64(0)).isZero();
        small.pushI32(1);
        small.pushI16(1);
        small.pushI8(1);
        assertThat(small.topAddress()).isZero();
    }

    @Test
    void pop_whenThereIsTooLittle_isRefused_andMovesNothing() {
        List<Runnable> pops = List.of(
                stack::popI8,
                stack::popU8,
                stack::popI16,
                stack::popU16,
                stack::popI32,
                stack::popU32,
                stack::popI64,
                stack::popF32,
                stack::popF64);
        for (Runnable pop : pops) {
            assertThatIllegalStateException().isThrownBy(pop::run).withMessageContaining("poppableByteSize=0");
        }
        stack.pushI32(7);
        assertThatIllegalStateException()
                .isThrownBy(stack::popI64)
                .withMessageContaining("byteSize=8 poppableByteSize=4 top=508");
        assertThat(stack.popI32()).isEqualTo(7);
    }

    @Test
    void frame_whenClosed_dropsWhatItHolds() {
        stack.pushI32(1);
        Memory inside;
        try (StackAllocator.Frame frame = stack.openFrame()) {
            assertThatIllegalStateException().isThrownBy(stack::popI32);
            stack.pushI64(2);
            inside = stack.allocate(24);
            stack.pushI8(3);
            assertThat(frame.isClosed()).isFalse();
        }
        assertThat(inside.isAlive()).isFalse();
        assertThat(stack.stats().liveBlocks()).isZero();
        assertThat(stack.popI32()).isEqualTo(1);
        assertThat(stack.byteSize()).isZero();
    }

    @Test
    void frame_whenAnOuterOneIsClosed_isClosedWithIt() {
        StackAllocator.Frame outer = stack.openFrame();
        stack.pushI32(1);
        StackAllocator.Frame inner = stack.openFrame();
        stack.pushI32(2);
        outer.close();
        assertThat(inner.isClosed()).isTrue();
        assertThat(stack.byteSize()).isZero();
        StackAllocator.Frame next = stack.openFrame();
        stack.openFrame();
        stack.pushI32(3);
        outer.close();
        inner.close();
        assertThat(stack.byteSize()).isEqualTo(4);
        next.close();
        assertThat(stack.byteSize()).isZero();
    }

    @Test
    void allocate_givesZeroedAlignedBlocks_underWhichNothingCanBePopped() {
        memory.fill(0, 0x55, PAGE);
        stack.pushI8(1);
        Memory block = stack.allocate(20);
        assertThat(block.offset()).isEqualTo(0x1E0);
        assertThat(block.loadBytes()).containsOnly(0);
        assertThatIllegalStateException().isThrownBy(stack::popI8);
        stack.pushI32(5);
        assertThat(stack.popI32()).isEqualTo(5);
        block.free();
        assertThat(stack.popI8()).isEqualTo(1);
        assertThat(block.isAlive()).isFalse();
    }

    @Test
    void free_outOfOrder_isRefused() {
        Memory older = stack.allocate(8);
        Memory newer = stack.allocate(8);
        assertThatIllegalStateException()
                .isThrownBy(older::free)
                .withMessage("free of a block that is not the newest thing on the stack: offset=496 top=480");
        stack.pushI8(1);
        assertThatIllegalStateException().isThrownBy(newer::free);
        assertThatIllegalStateException().isThrownBy(() -> newer.reallocate(9));
        stack.popI8();
        StackAllocator.Frame frame = stack.openFrame();
        assertThatIllegalStateException().isThrownBy(newer::free);
        frame.close();
        newer.free();
        assertThatIllegalStateException().isThrownBy(newer::free).withMessageContaining("already freed");
        older.close();
        assertThat(stack.byteSize()).isZero();
    }

    @Test
    void reallocate_ofTheNewestBlock_keepsItsBytes() {
        memory.fill(0, 0x55, PAGE);
        Memory block = stack.allocate(8);
        block.storeI64(0, 7);
        Memory longer = block.reallocate(40);
        assertThat(longer).hasToString("Memory[offset=464, length=40]");
        assertThat(longer.loadI64(0)).isEqualTo(7);
        assertThat(longer.loadBytes(8, 32)).containsOnly(0);
        Memory shorter = longer.reallocate(2, 2);
        assertThat(shorter).hasToString("Memory[offset=510, length=2]");
        assertThat(shorter.loadI16(0)).isEqualTo(7);
        assertThat(longer.isAlive()).isFalse();
        assertThatExceptionOfType(OutOfLinearMemoryException.class).isThrownBy(() -> shorter.reallocate(257));
        assertThat(shorter.loadI16(0)).isEqualTo(7);
        assertThat(stack.stats()).isEqualTo(new AllocatorStats(2, 256, 1, 48, 254));
    }

    @Test
    void reallocate_whenOnlyFreeBytesAreWritten_keepsTheBytesOfTheBlock() {
        memory.fill(0, 0x55, PAGE);
        Memory block = stack.allocate(8);
        block.storeI64(0, 7);
        Memory longer = block.reallocate(12);
        assertThat(longer).hasToString("Memory[offset=496, length=12]");
        assertThat(longer.loadI64(0)).isEqualTo(7);
        assertThat(longer.loadI32(8)).isZero();
        assertThat(block.isAlive()).isFalse();
        Memory aligned = longer.reallocate(16, 64);
        assertThat(aligned).hasToString("Memory[offset=448, length=16]");
        assertThat(aligned.loadI64(0)).isEqualTo(7);
        assertThat(aligned.loadI64(8)).isZero();
        assertThat(longer.isAlive()).isFalse();
        assertThat(stack.stats().usedByteSize()).isEqualTo(512 - 448);
    }

    @Test
    void allocate_whenItDoesNotFitOrMakesNoSense_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> stack.allocate(0));
        assertThatIllegalArgumentException().isThrownBy(() -> stack.allocate(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> stack.allocate(8, 12));
        assertThatIllegalArgumentException().isThrownBy(() -> StackAllocator.over(memory, 0, -1));
        assertThat(stack.tryAllocate(257)).isNull();
        assertThat(stack.tryAllocate(Long.MAX_VALUE)).isNull();
        assertThat(stack.tryAllocate(1, 1L << 62)).isNull();
        assertThat(stack.allocate(256).offset()).isEqualTo(0x100);
        StackAllocator low = StackAllocator.over(memory, 0, 16);
        assertThat(low.tryAllocate(16)).isNull();
        assertThat(low.stats().largestFreeByteSize()).isZero();
        assertThat(low.allocate(8, 8).offset()).isEqualTo(8);
    }

    @Test
    void close_endsAllUse_andFreesTheRangeForOthers() {
        Memory block = stack.allocate(8);
        assertThatIllegalStateException().isThrownBy(() -> StackAllocator.over(memory, 0x1FF, 1));
        stack.pushI8(1);
        stack.close();
        stack.close();
        assertThat(block.isAlive()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> stack.pushI32(1)).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(stack::popI8).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(() -> stack.allocate(8)).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(stack::openFrame).withMessageContaining("closed");
        StackAllocator.over(memory, 0x100, 0x100).pushI32(1);
    }

    @Test
    void push_afterTheMemoryIsClosed_isRefused() {
        stack.pushI32(1);
        memory.close();
        assertThatIllegalStateException().isThrownBy(() -> stack.pushI32(1)).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(stack::popI32).withMessageContaining("closed");
        assertThat(stack).hasToString("StackAllocator[base=256, end=512, top=508]");
    }
}
