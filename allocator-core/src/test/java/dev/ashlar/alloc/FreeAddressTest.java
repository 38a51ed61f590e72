package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks freed by address and length, with the checks that a free of a handle has. */
class FreeAddressTest {
    /** Every allocator that frees single blocks. */
    enum Kind {
        LINKED_LIST {
            @Override
            Allocator over(LinearMemory memory) {
                return LinkedListAllocator.over(memory);
            }
        },
        SHARED {
            @Override
            Allocator over(LinearMemory memory) {
                return SharedAllocator.over(memory);
            }
        },
        POOL {
            @Override
            Allocator over(LinearMemory memory) {
                return PoolAllocator.over(memory, 0, 4_096);
            }
        },
        TRACKING {
            @Override
            Allocator over(LinearMemory memory) {
                return TrackingAllocator.over(LinkedListAllocator.over(memory), _ -> {});
            }
        };

        abstract Allocator over(LinearMemory memory);
    }

    @ParameterizedTest
    @EnumSource
    void freeAddress_whenNoSuchBlockIsLive_isRefusedAndChangesNothing(Kind kind) {
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            Allocator allocator = kind.over(memory);
            Memory small = allocator.allocate(24);
            Memory large = allocator.allocate(4_000);
            large.storeI64(0, 42);
            AllocatorStats before = allocator.stats();
            for (Memory block : List.of(small, large)) {
                long address = block.offset();
                long length = block.length();
                for (long wrong : new long[] {0, -1, -16, 8, address + 8, address + 16, 1L << 40, Long.MAX_VALUE}) {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> allocator.freeAddress(wrong, length))
                            .withMessageContaining("address=" + wrong);
                }
                for (long wrong : new long[] {1, length - 1, length + 1, 1L << 40, Long.MAX_VALUE}) {
                    assertThatIllegalStateException()
                            .isThrownBy(() -> allocator.freeAddress(address, wrong))
                            .withMessageContaining("address=" + address);
                }
                for (long none : new long[] {0, -1, Long.MIN_VALUE}) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> allocator.freeAddress(address, none))
                            .withMessage("size of a block is not positive: byteSize=" + none);
                }
            }
            assertThat(allocator.stats()).isEqualTo(before);
            assertThat(large.loadI64(0)).isEqualTo(42);
            large.free();
            small.free();
        }
    }

    @ParameterizedTest
    @EnumSource
    void freeAddress_freesTheBlockOnce(Kind kind) {
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            Allocator allocator = kind.over(memory);
            for (long length : new long[] {1, 24, 512, 513, 4_000}) {
                long address = allocator.allocate(length).offset();
                allocator.freeAddress(address, length);
                assertThat(allocator.stats().liveBlocks()).isZero();
                assertThatIllegalStateException().isThrownBy(() -> allocator.freeAddress(address, length));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void freeAddress_whenTheMemoryIsClosed_isRefused(Kind kind) {
        LinearMemory memory = LinearMemory.create(1, 100);
        Allocator allocator = kind.over(memory);
        long address = allocator.allocate(24).offset();
        memory.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> allocator.freeAddress(address, 24))
                .withMessageContaining("closed");
    }

    @Test
    void freeAddress_ofATracked_isNoLeak() {
        List<LeakReport> reports = new ArrayList<>();
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            TrackingAllocator allocator = TrackingAllocator.over(LinkedListAllocator.over(memory), reports::add);
            Memory freed = allocator.allocate(24);
            allocator.freeAddress(freed.offset(), 24);
            assertThat(freed.isFreed()).isTrue();
            assertThat(allocator.report().sites()).isEmpty();
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void freeAddress_whenSingleBlocksCannotBeFreed_isRefused() {
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            BumpAllocator bump = BumpAllocator.over(memory, 0);
            Memory block = bump.allocate(24);
            block.storeI64(0, 42);
            assertThatIllegalStateException().isThrownBy(() -> bump.freeAddress(block.offset(), 24));
            assertThat(block.loadI64(0)).isEqualTo(42);
            assertThatIllegalStateException().isThrownBy(() -> bump.freeAddress(1L << 40, 24));
        }
    }

    @Test
    void freeAddress_ofAStack_takesTheNewestAlone() {
        try (LinearMemory memory = LinearMemory.create(1, 100)) {
            StackAllocator stack = StackAllocator.over(memory, 0, 4_096);
            Memory older = stack.allocate(24);
            Memory newer = stack.allocate(24);
            assertThatIllegalStateException().isThrownBy(() -> stack.freeAddress(older.offset(), 24));
            assertThatIllegalStateException().isThrownBy(() -> stack.freeAddress(newer.offset(), 23));
            stack.freeAddress(newer.offset(), 24);
            stack.freeAddress(older.offset(), 24);
            assertThat(stack.stats().usedByteSize()).isZero();
        }
    }

    @Test
    void freeAddress_whenNotSupported_saysSo() {
        Allocator least = new LeastAllocator();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> least.freeAddress(16, 8))
                .withMessage("this allocator frees no blocks by address: address=16 byteSize=8");
    }

    /** An allocator with the methods alone that it must have. */
    private static final class LeastAllocator implements Allocator {
        @Override
        public Memory allocate(long byteSize, long byteAlignment) {
            throw new AssertionError();
        }

        @Override
        public Memory tryAllocate(long byteSize, long byteAlignment) {
            throw new AssertionError();
        }

        @Override
        public LinearMemory memory() {
            throw new AssertionError();
        }

        @Override
        public AllocatorStats stats() {
            throw new AssertionError();
        }
    }
}
