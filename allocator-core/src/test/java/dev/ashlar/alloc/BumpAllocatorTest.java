package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BumpAllocatorTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    private final LinearMemory memory = LinearMemory.create(1, 4);

    @AfterEach
    void closeMemory() {
        memory.close();
    }

    @Test
    void over_whereAnotherAllocatorIs_namesIt() {
        try (LinearMemory taken = LinearMemory.create(1)) {
            LinkedListAllocator.over(taken);
            assertThatIllegalStateException()
                    .isThrownBy(() -> BumpAllocator.over(taken, 1024))
                    .withMessage(
                            "range is claimed already; use the allocator that holds it, close that one first if it is a"
                                    + " stack or a bump allocator, or take another range: wanted=Claim[base=1024, end=growing] claimed=Claim[base=0, end=growing]"
                                    + " owner=dev.ashlar.alloc.LinkedListAllocator");
        }
    }

    @Test
    void allocate_givesZeroedAlignedBlocks_oneAfterAnother() {
        memory.fill(0, 0x55, PAGE);
        BumpAllocator bump = BumpAllocator.over(memory, 100, 1000);
        Memory first = bump.allocate(5);
        Memory second = bump.allocate(8);
        assertThat(first).hasToString("Memory[offset=112, length=5]");
        assertThat(second).hasToString("Memory[offset=128, length=8]");
        assertThat(first.loadBytes()).containsOnly(0);
        assertThat(memory.loadU8(117)).isEqualTo(0x55);
        assertThat(bump.nextAddress()).isEqualTo(136);
    }

    @Test
    void allocateAddress_givesAddressesOneAfterAnotherThatAreNotZeroed() {
        memory.fill(0, 0x55, PAGE);
        BumpAllocator bump = BumpAllocator.over(memory, 100, 1000);
        assertThat(bump.allocateAddress(5)).isEqualTo(112);
        assertThat(bump.allocateAddress(8, 4)).isEqualTo(120);
        assertThat(memory.loadU8(112)).isEqualTo(0x55);
        assertThat(bump.stats().peakUsedByteSize()).isEqualTo(13);
    }

    @Test
    void reallocate_whenItMovesToMore_zeroesWhatIsGained() {
        memory.fill(0, 0x55, PAGE);
        BumpAllocator bump = BumpAllocator.over(memory, 100, 1000);
        Memory block = bump.allocate(8);
        bump.allocate(8);
        block.storeI64(0, -1);
        Memory moved = block.reallocate(16);
        assertThat(moved.offset()).isNotEqualTo(112);
        assertThat(moved.loadI64(0)).isEqualTo(-1);
        assertThat(moved.loadI64(8)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 8, 64, 512, 4096})
    void allocate_withAnAlignment_givesAMultipleOfIt(long byteAlignment) {
        BumpAllocator bump = BumpAllocator.over(memory, 3, PAGE - 3);
        bump.allocate(1, 1);
        assertThat(bump.allocate(1, byteAlignment).offset() % byteAlignment).isZero();
        assertThat(bump.allocateAddress(1, byteAlignment) % byteAlignment).isZero();
    }

    @Test
    void allocate_fromBaseZero_neverGivesAddressZero() {
        BumpAllocator bump = BumpAllocator.over(memory, 0, 64);
        assertThat(bump.allocate(1, 1).offset()).isEqualTo(1);
    }

    @Test
    void allocate_whenTheRequestMakesNoSense_isRefused() {
        BumpAllocator bump = BumpAllocator.over(memory, 0, 64);
        for (long byteSize : new long[] {0, -1, 0xFFFF_FFFFL - (1L << 32), Long.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bump.allocate(byteSize))
                    .withMessageContaining("byteSize=" + byteSize);
            assertThatIllegalArgumentException().isThrownBy(() -> bump.allocateAddress(byteSize));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> bump.allocate(1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> BumpAllocator.over(memory, 0, 0));
        assertThat(bump.stats().usedByteSize()).isZero();
    }

    @Test
    void allocate_beyondTheEnd_isRefused_andTakesNothing() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 64);
        bump.allocate(16);
        for (long byteSize : new long[] {49, 0xFFFF_FFF0L, Long.MAX_VALUE}) {
            assertThat(bump.tryAllocate(byteSize)).isNull();
            assertThatExceptionOfType(OutOfLinearMemoryException.class)
                    .isThrownBy(() -> bump.allocate(byteSize))
                    .satisfies(refused -> {
                        assertThat(refused.requestedByteSize()).isEqualTo(byteSize);
                        assertThat(refused.largestFreeByteSize()).isEqualTo(48);
                        assertThat(refused.memoryByteSize()).isEqualTo(PAGE);
                        assertThat(refused.maxMemoryByteSize()).isEqualTo(4 * PAGE);
                    });
            assertThatExceptionOfType(OutOfLinearMemoryException.class)
                    .isThrownBy(() -> bump.allocateAddress(byteSize));
        }
        assertThat(bump.tryAllocate(1, 1L << 62)).isNull();
        assertThat(bump.allocate(48).offset()).isEqualTo(32);
        assertThat(bump.tryAllocate(1, 1)).isNull();
        assertThat(memory.pages()).isEqualTo(1);
    }

    @Test
    void allocate_inAGrowingRange_growsTheMemoryUpToItsMaximum() {
        BumpAllocator bump = BumpAllocator.over(memory, PAGE);
        assertThat(bump.stats().committedByteSize()).isZero();
        assertThat(bump.allocate(PAGE + 1).offset()).isEqualTo(PAGE);
        assertThat(memory.pages()).isEqualTo(3);
        assertThat(bump.tryAllocate(2 * PAGE)).isNull();
        assertThat(bump.tryAllocate(Long.MAX_VALUE)).isNull();
        assertThat(memory.pages()).isEqualTo(3);
        assertThat(bump.stats().largestFreeByteSize()).isEqualTo(PAGE - 16);
    }

    @Test
    void free_ofOneBlock_isRefused_andCloseLeavesItAlone() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 64);
        Memory block = bump.allocate(8);
        assertThatIllegalStateException()
                .isThrownBy(block::free)
                .withMessage("a bump allocator frees no single block, reset it to a mark instead: offset=16");
        block.close();
        block.storeI64(0, 1);
        assertThat(bump.stats().liveBlocks()).isEqualTo(1);
    }

    @Test
    void reset_toAMark_revokesWhatCameAfter_andNothingElse() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 1024);
        Memory before = bump.allocate(8);
        BumpAllocator.Mark mark = bump.mark();
        Memory first = bump.allocate(8);
        Memory second = bump.allocate(8);
        second.storeI64(0, -1);
        bump.reset(mark);

        before.storeI64(0, 1);
        assertThatIllegalStateException().isThrownBy(() -> first.loadI8(0)).withMessageContaining("freed");
        assertThatIllegalStateException().isThrownBy(second::free).withMessageContaining("freed");
        assertThat(bump.nextAddress()).isEqualTo(mark.address()).isEqualTo(24);
        assertThat(bump.allocate(8).offset()).isEqualTo(32);
        assertThat(bump.allocate(8).loadI64(0)).isZero();
        assertThat(first.isAlive()).isFalse();

        bump.reset(mark);
        assertThat(bump.stats().liveBlocks()).isEqualTo(1);
        bump.reset();
        assertThat(before.isAlive()).isFalse();
        assertThat(bump.allocate(8).offset()).isEqualTo(16);
    }

    @Test
    void reset_toAMarkThatWasUndone_isRefused() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 1024);
        bump.allocate(8);
        BumpAllocator.Mark outer = bump.mark();
        bump.allocate(8);
        BumpAllocator.Mark inner = bump.mark();
        bump.reset(outer);
        Memory later = bump.allocate(100);
        assertThatIllegalStateException()
                .isThrownBy(() -> bump.reset(inner))
                .withMessageContaining("undone")
                .withMessageContaining("address=40 next=132");
        assertThat(later.isAlive()).isTrue();

        BumpAllocator other = BumpAllocator.over(memory, 2048, 64);
        assertThatIllegalStateException().isThrownBy(() -> other.reset(outer));
        assertThatIllegalStateException().isThrownBy(() -> bump.reset(other.mark()));
        bump.reset(outer);
        assertThat(later.isAlive()).isFalse();
    }

    @Test
    void mark_takenInALoop_isOneMark() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 64);
        BumpAllocator.Mark first = bump.mark();
        for (int i = 0; i < 100; i++) {
            BumpAllocator.Mark mark = bump.mark();
            assertThat(mark).isSameAs(first);
            bump.allocateAddress(40);
            bump.reset(mark);
        }
        assertThat(bump.stats().peakUsedByteSize()).isEqualTo(40);
    }

    @Test
    void reallocate_ofTheNewestBlock_staysInPlace() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 64);
        Memory block = bump.allocate(8);
        block.storeI64(0, 7);
        memory.fill(24, 0x55, 40);
        Memory longer = block.reallocate(32);
        assertThat(block.isAlive()).isFalse();
        assertThat(longer).hasToString("Memory[offset=16, length=32]");
        assertThat(longer.loadI64(0)).isEqualTo(7);
        assertThat(longer.loadBytes(8, 24)).containsOnly(0);
        Memory shorter = longer.reallocate(4);
        assertThat(bump.nextAddress()).isEqualTo(20);
        assertThat(shorter.loadI32(0)).isEqualTo(7);
        assertThat(bump.stats()).isEqualTo(new AllocatorStats(4, 64, 1, 32, 48));
    }

    @Test
    void reallocate_ofAnOlderBlock_movesIt() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 64);
        Memory old = bump.allocate(8);
        old.storeI64(0, 7);
        Memory newest = bump.allocate(8);
        Memory moved = old.reallocate(16);
        assertThat(old.isAlive()).isFalse();
        assertThat(moved.offset()).isEqualTo(48);
        assertThat(moved.loadI64(0)).isEqualTo(7);
        assertThat(moved.loadI64(8)).isZero();
        assertThat(bump.stats()).isEqualTo(new AllocatorStats(24, 64, 2, 32, 16));

        assertThatExceptionOfType(OutOfLinearMemoryException.class).isThrownBy(() -> newest.reallocate(33));
        assertThat(newest.isAlive()).isTrue();
        Memory shrunk = newest.reallocate(4);
        assertThat(shrunk.offset()).isEqualTo(32);
        assertThat(bump.stats().liveBlocks()).isEqualTo(2);
    }

    @Test
    void reallocate_ofTheBlockBeforeAMark_leavesTheMarkWhole() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 256);
        Memory block = bump.allocate(8);
        BumpAllocator.Mark mark = bump.mark();
        Memory moved = block.reallocate(16);
        assertThat(moved.offset()).isEqualTo(32);
        bump.reset(mark);
        assertThat(moved.isAlive()).isFalse();
        assertThat(bump.stats().liveBlocks()).isZero();

        Memory next = bump.allocate(8);
        bump.mark();
        Memory shorter = next.reallocate(4);
        assertThat(shorter.offset()).isEqualTo(next.offset());
        assertThat(bump.nextAddress()).isEqualTo(40);
    }

    @Test
    void reallocate_ofAFreedHandleOrToNothing_isRefused() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 64);
        Memory gone = bump.allocate(8);
        bump.reset();
        assertThatIllegalStateException().isThrownBy(() -> gone.reallocate(16, 16));
        Memory block = bump.allocate(8);
        assertThatIllegalArgumentException().isThrownBy(() -> block.reallocate(0));
    }

    @Test
    void stats_countPlainAndHandledBlocks() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 256);
        bump.allocateAddress(10);
        BumpAllocator.Mark mark = bump.mark();
        bump.allocateAddress(20);
        bump.allocate(30);
        assertThat(bump.stats()).isEqualTo(new AllocatorStats(60, 256, 3, 60, 176));
        bump.reset(mark);
        assertThat(bump.stats()).isEqualTo(new AllocatorStats(10, 256, 1, 60, 240));
        assertThat(bump).hasToString("BumpAllocator[base=16, next=26, used=10]");
    }

    @Test
    void close_revokesAll_andFreesTheRangeForOthers() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 64);
        assertThatIllegalStateException().isThrownBy(() -> BumpAllocator.over(memory, 79, 1));
        Memory block = bump.allocate(8);
        bump.close();
        bump.close();
        assertThat(block.isAlive()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> bump.allocate(8)).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(bump::mark);
        BumpAllocator.over(memory, 16, 64).allocate(8);
    }

    @Test
    void allocate_afterTheMemoryIsClosed_isRefused() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 64);
        bump.allocate(8);
        memory.close();
        assertThatIllegalStateException().isThrownBy(() -> bump.allocate(8)).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(() -> bump.allocateAddress(8));
        bump.close();
    }

    @Test
    void blocks_ofManyMarks_neverOverlap() {
        BumpAllocator bump = BumpAllocator.over(memory, 16, 4096);
        List<BumpAllocator.Mark> marks = new ArrayList<>();
        List<Memory> blocks = new ArrayList<>();
        for (int size = 1; size <= 20; size++) {
            marks.add(bump.mark());
            Memory block = Objects.requireNonNull(bump.tryAllocate(size, 1L << (size % 5)));
            block.fill(size);
            blocks.add(block);
        }
        for (int size = 20; size >= 1; size--) {
            assertThat(blocks.get(size - 1).loadBytes()).containsOnly(size);
            bump.reset(marks.get(size - 1));
            assertThat(blocks.get(size - 1).isAlive()).isFalse();
        }
        assertThat(bump.stats().usedByteSize()).isZero();
    }
}
