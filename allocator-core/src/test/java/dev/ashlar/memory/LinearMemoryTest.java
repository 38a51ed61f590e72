package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of linear memory, over every backing. */
class LinearMemoryTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @EveryBacking
    void create_isZeroed_andHasTheMinimum(BackingKind kind) {
        try (LinearMemory memory = kind.create(2, 5)) {
            assertThat(memory.pages()).isEqualTo(2);
            assertThat(memory.maxPages()).isEqualTo(5);
            assertThat(memory.byteSize()).isEqualTo(2 * PAGE);
            assertThat(memory.whole().loadBytes()).containsOnly(0);
        }
    }

    @EveryBacking
    void create_withNoPages_hasNoByte(BackingKind kind) {
        try (LinearMemory memory = kind.create(0, 1)) {
            assertThat(memory.byteSize()).isZero();
            memory.fill(0, 1, 0);
            assertOutside(() -> memory.loadI8(0));
            assertThat(memory.grow(1)).isZero();
            assertThat(memory.loadI8(PAGE - 1)).isZero();
        }
    }

    @Test
    void create_whenPagesMakeNoSense_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearMemory.create(-1, 1))
                .withMessageContaining("minPages=-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearMemory.create(2, 1))
                .withMessageContaining("maxPages=1");
        assertThatIllegalArgumentException().isThrownBy(() -> LinearMemory.create(0, Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> LinearMemory.createOnHeap(0, 1 << 20));
    }

    @Test
    void create_whenNoSystemHasTheRoom_saysWhatToDo() {
        assertThatExceptionOfType(MemoryReservationException.class)
                .isThrownBy(() -> LinearMemory.create(0, 1L << 46))
                .withMessageContaining("maxPages=70368744177664")
                .withMessageContaining("dev.ashlar.reserve.dir")
                .withMessageContaining("--enable-native-access");
    }

    @EveryBacking
    void everyWidth_atBothEnds_readsBackWhatWasStored(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            for (long address : new long[] {0, 1, 3, PAGE - 9, PAGE - 8}) {
                memory.storeI64(address, 0x8182_8384_8586_8788L);
                assertThat(memory.loadI64(address)).isEqualTo(0x8182_8384_8586_8788L);
                assertThat(memory.loadI32(address)).isEqualTo(0x8586_8788);
                assertThat(memory.loadU32(address)).isEqualTo(0x8586_8788L);
                assertThat(memory.loadI16(address)).isEqualTo((short) 0x8788);
                assertThat(memory.loadU16(address)).isEqualTo(0x8788);
                assertThat(memory.loadI8(address)).isEqualTo((byte) 0x88);
                assertThat(memory.loadU8(address)).isEqualTo(0x88);
                assertThat(memory.loadU8(address, 7)).isEqualTo(0x81);
                memory.storeF64(address, -0.1);
                assertThat(memory.loadF64(address)).isEqualTo(-0.1);
                memory.storeF32(address, 1.5f);
                assertThat(memory.loadF32(address)).isEqualTo(1.5f);
                memory.storeI32(address, -2);
                memory.storeI16(address, 0x1_0001);
                assertThat(memory.loadI32(address)).isEqualTo(0xFFFF_0001);
                memory.storeI8(address, 0x1FF);
                assertThat(memory.loadI32(address)).isEqualTo(0xFFFF_00FF);
            }
        }
    }

    @EveryBacking
    void floats_keepNanPayloads(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            memory.storeF32(1, Float.intBitsToFloat(0x7FC0_1234));
            assertThat(memory.loadI32(1)).isEqualTo(0x7FC0_1234);
            memory.storeI64(1, 0x7FF8_0000_DEAD_BEEFL);
            assertThat(Double.doubleToRawLongBits(memory.loadF64(1))).isEqualTo(0x7FF8_0000_DEAD_BEEFL);
        }
    }

    @EveryBacking
    void access_outside_changesNothing_andSaysWhere(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 2)) {
            memory.fill(0, 0x5A, PAGE);
            for (Width width : Width.values()) {
                for (long address : outside(width.byteSize)) {
                    assertThatExceptionOfType(IndexOutOfBoundsException.class)
                            .isThrownBy(() -> width.load(memory, address))
                            .withMessage("access outside the memory: address=" + address + " byteSize=" + width.byteSize
                                    + " memoryByteSize=65536");
                    assertOutside(() -> width.store(memory, address));
                }
                width.load(memory, PAGE - width.byteSize);
            }
            assertThat(memory.whole().loadBytes()).containsOnly(0x5A);
        }
    }

    private static long[] outside(int byteSize) {
        return LongStream.of(
                        PAGE - byteSize + 1,
                        PAGE,
                        0xFFFF_FFFFL,
                        1L << 32,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE - byteSize,
                        -1,
                        -byteSize,
                        Long.MIN_VALUE)
                .toArray();
    }

    @EveryBacking
    void baseAndOffset_areAddedExactly(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            memory.storeI32(40, 2, 7);
            assertThat(memory.loadI32(42)).isEqualTo(7);
            assertOutside(() -> memory.loadI32(Long.MAX_VALUE, Long.MAX_VALUE));
            assertOutside(() -> memory.loadI32(Long.MAX_VALUE, 43));
            assertOutside(() -> memory.loadI32(-2, 44));
            assertOutside(() -> memory.loadI32(44, -2));
            assertOutside(() -> memory.loadI32(Long.MIN_VALUE, Long.MIN_VALUE));
            assertOutside(() -> memory.storeI64(PAGE - 8, 1, 0));
        }
    }

    @EveryBacking
    void grow_atItsLimits_followsTheSpec(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 4)) {
            memory.storeI64(PAGE - 8, -1);
            assertThat(memory.grow(0)).isEqualTo(1);
            assertThat(memory.grow(-1)).isEqualTo(-1);
            assertThat(memory.grow(Long.MIN_VALUE)).isEqualTo(-1);
            assertThat(memory.grow(4)).isEqualTo(-1);
            assertThat(memory.grow(Long.MAX_VALUE)).isEqualTo(-1);
            assertThat(memory.pages()).isEqualTo(1);
            assertThat(memory.grow(1)).isEqualTo(1);
            assertThat(memory.grow(2)).isEqualTo(2);
            assertThat(memory.grow(1)).isEqualTo(-1);
            assertThat(memory.grow(0)).isEqualTo(4);
            assertThat(memory.loadI64(PAGE - 8)).isEqualTo(-1);
            assertThat(memory.span(PAGE, 3 * PAGE).loadBytes()).containsOnly(0);
        }
    }

    @EveryBacking
    void grow_keepsWhatWasTakenBefore(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 64)) {
            MemorySegment before = memory.segment();
            Memory span = memory.span(100, 8);
            Memory whole = memory.whole();
            long address = before.address();
            for (int i = 0; i < 63; i++) {
                memory.grow(1);
            }
            span.storeI64(0, 42);
            assertThat(before.get(ValueLayout.JAVA_LONG_UNALIGNED, 100)).isEqualTo(42);
            assertThat(before.byteSize()).isEqualTo(PAGE);
            assertThat(memory.segment().address()).isEqualTo(address);
            assertThat(whole.length()).isEqualTo(64 * PAGE);
            whole.storeI64(64 * PAGE - 8, 1);
            assertThat(memory.loadI64(64 * PAGE - 8)).isEqualTo(1);
        }
    }

    @EveryBacking
    void segment_neverReachesBeyondTheCommittedSize(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 8)) {
            assertThat(memory.segment().byteSize()).isEqualTo(PAGE);
            assertOutside(() -> memory.segment().asSlice(0, PAGE + 1));
        }
    }

    @EveryBacking
    void ensureCapacity_growsNoPageMoreThanNeeded(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 10)) {
            assertThat(memory.ensureCapacity(0)).isTrue();
            assertThat(memory.ensureCapacity(PAGE)).isTrue();
            assertThat(memory.pages()).isEqualTo(1);
            assertThat(memory.ensureCapacity(PAGE + 1)).isTrue();
            assertThat(memory.pages()).isEqualTo(2);
            assertThat(memory.ensureCapacity(4 * PAGE)).isTrue();
            assertThat(memory.pages()).isEqualTo(4);
            assertThat(memory.ensureCapacity(10 * PAGE + 1)).isFalse();
            assertThat(memory.ensureCapacity(Long.MAX_VALUE)).isFalse();
            assertThat(memory.pages()).isEqualTo(4);
            assertThatIllegalArgumentException().isThrownBy(() -> memory.ensureCapacity(-1));
        }
    }

    @EveryBacking
    void copy_whereRangesOverlap_isAsThroughATemporary(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            memory.whole().storeBytes(10, new byte[] {1, 2, 3, 4, 5});
            memory.copy(12, 10, 5);
            assertThat(memory.span(10, 7).loadBytes()).containsExactly(1, 2, 1, 2, 3, 4, 5);
            memory.copy(11, 12, 5);
            assertThat(memory.span(10, 7).loadBytes()).containsExactly(1, 1, 2, 3, 4, 5, 5);
        }
    }

    @EveryBacking
    void bulk_outside_writesNothing(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            DataSegment data = DataSegment.passive(new byte[] {1, 2, 3});
            List<Runnable> refused = List.of(
                    () -> memory.copy(PAGE - 1, 0, 2),
                    () -> memory.copy(0, PAGE - 1, 2),
                    () -> memory.copy(0, 0, -1),
                    () -> memory.copy(PAGE + 1, 0, 0),
                    () -> memory.copy(0, PAGE + 1, 0),
                    () -> memory.copy(Long.MAX_VALUE, 0, Long.MAX_VALUE),
                    () -> memory.fill(PAGE - 1, 9, 2),
                    () -> memory.fill(PAGE + 1, 9, 0),
                    () -> memory.fill(0, 9, -1),
                    () -> memory.fill(1L << 32, 9, 1),
                    () -> memory.init(data, PAGE - 2, 0, 3),
                    () -> memory.init(data, 0, 1, 3),
                    () -> memory.init(data, 0, 4, 0),
                    () -> memory.init(data, PAGE + 1, 0, 0),
                    () -> memory.init(data, 0, -1, 1),
                    () -> memory.init(data, 0, Long.MAX_VALUE, 2));
            refused.forEach(LinearMemoryTest::assertOutside);
            assertThat(memory.whole().loadBytes()).containsOnly(0);

            memory.copy(PAGE, 0, 0);
            memory.copy(0, PAGE, 0);
            memory.fill(PAGE, 9, 0);
            memory.init(data, PAGE, 3, 0);
            memory.fill(PAGE - 1, 0x107, 1);
            assertThat(memory.loadU8(PAGE - 1)).isEqualTo(7);
        }
    }

    @EveryBacking
    void close_endsEveryAccess_andIsIdempotent(BackingKind kind) {
        LinearMemory memory = kind.create(1, 2);
        Memory span = memory.span(8, 8);
        Memory whole = memory.whole();
        memory.close();
        memory.close();

        assertThat(memory.isClosed()).isTrue();
        assertClosed(() -> memory.loadI32(0));
        assertClosed(() -> memory.storeI32(0, 1));
        assertClosed(() -> span.loadI64(0));
        assertClosed(() -> span.storeI8(0, 1));
        assertClosed(() -> span.checkRange(0, 0));
        assertClosed(() -> span.compareAndSetI32(0, 0, 1));
        assertClosed(whole::length);
        assertClosed(() -> whole.fill(0));
        assertClosed(() -> memory.copy(0, 1, 1));
        assertClosed(() -> memory.grow(0));
        assertClosed(() -> memory.ensureCapacity(1));
        assertClosed(() -> memory.span(0, 0));
        assertClosed(memory::segment);
        assertClosed(span::segment);
        assertThat(span).hasToString("Memory[closed]");
        assertThat(memory).hasToString("LinearMemory[closed]");
    }

    @EveryBacking
    void close_ofOneMemory_leavesOthersAlone(BackingKind kind) {
        try (LinearMemory other = kind.create(1, 1)) {
            other.storeI32(0, 7);
            kind.create(1, 1).close();
            assertThat(other.loadI32(0)).isEqualTo(7);
        }
    }

    /** 128 TiB of address space in all, which is as much as most processors have. */
    @ParameterizedTest
    @MethodSource("dev.ashlar.memory.BackingKind#offHeap")
    void create_andClose_thousandsOfTimes_exhaustsNothing(BackingKind kind) {
        List<LinearMemory> open = new ArrayList<>();
        for (int i = 0; i < 1_024; i++) {
            LinearMemory memory = kind.create(1, 1 << 21);
            memory.storeI32(PAGE - 4, i);
            open.add(memory);
            if (open.size() > 8) {
                open.removeFirst().close();
            }
        }
        open.forEach(LinearMemory::close);
    }

    @Test
    void create_withTheDefaultMaximum_thousandsOfTimes_exhaustsNothing() {
        for (int i = 0; i < 2_000; i++) {
            try (LinearMemory memory = LinearMemory.create(1)) {
                assertThat(memory.maxPages()).isEqualTo(65_536);
            }
        }
    }

    private static void assertOutside(Runnable access) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(access::run);
    }

    private static void assertClosed(Runnable access) {
        assertThatIllegalStateException().isThrownBy(access::run).withMessageContaining("closed");
    }

    /** The loads and stores, by the size of what they touch. */
    private enum Width {
        I8(1),
        I16(2),
        I32(4),
        I64(8),
        F32(4),
        F64(8);

        private final int byteSize;

        Width(int byteSize) {
            this.byteSize = byteSize;
        }

        Number load(LinearMemory memory, long address) {
            return switch (this) {
                case I8 -> memory.loadI8(address);
                case I16 -> memory.loadI16(address);
                case I32 -> memory.loadI32(address);
                case I64 -> memory.loadI64(address);
                case F32 -> memory.loadF32(address);
                case F64 -> memory.loadF64(address);
            };
        }

        void store(LinearMemory memory, long address) {
            switch (this) {
                case I8 -> memory.storeI8(address, 0);
                case I16 -> memory.storeI16(address, 0);
                case I32 -> memory.storeI32(address, 0);
                case I64 -> memory.storeI64(address, 0);
                case F32 -> memory.storeF32(address, 0);
                case F64 -> memory.storeF64(address, 0);
            }
        }
    }
}
