package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Sections 5.1.1, 5.1.3, 5.2.1 to 5.2.3 and 5.4.1 of the tutorial chapter on WebAssembly memory, with its own numbers:
 * pages, growth, loads, stores, bulk operations and alignment. What the chapter's code gets wrong is right here.
 */
class ChapterMemoryTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @EveryBacking
    void section_5_1_1_pagesLoadAndStore(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 10)) {
            assertThat(PAGE).isEqualTo(65_536);
            assertThat(memory.byteSize()).isEqualTo(65_536);
            assertThat(memory.maxPages()).isEqualTo(10);
            memory.storeI32(0, 42);
            assertThat(memory.loadI32(0)).isEqualTo(42);
            memory.storeI32(65_532, -1);
            assertThat(memory.loadI32(65_532)).isEqualTo(-1);
            assertOutside(() -> memory.storeI32(65_533, 7));
            assertOutside(() -> memory.loadI32(65_533));
            assertThat(memory.loadI32(65_532)).isEqualTo(-1);
        }
    }

    @EveryBacking
    void section_5_1_3_growAndEnsureCapacity_tellTheTruth(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 100)) {
            assertThat(memory.pages()).isEqualTo(1);
            assertThat(memory.grow(3)).isEqualTo(1);
            assertThat(memory.ensureCapacity(4 * PAGE)).isTrue();
            assertThat(memory.pages()).isEqualTo(4);
            assertThat(memory.ensureCapacity(4 * PAGE + 1)).isTrue();
            assertThat(memory.pages()).isEqualTo(5);
            assertThat(memory.grow(96)).isEqualTo(-1);
            assertThat(memory.ensureCapacity(100 * PAGE + 1)).isFalse();
            assertThat(memory.ensureCapacity(0xFFFF_FFFFL)).isFalse();
            assertThat(memory.pages()).isEqualTo(5);
            assertThat(memory.ensureCapacity(100 * PAGE)).isTrue();
            assertThat(memory.grow(1)).isEqualTo(-1);
        }
    }

    @EveryBacking
    void section_5_2_1_everyLoad(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            byte[] sixteen = new byte[16];
            for (int i = 0; i < 16; i++) {
                sixteen[i] = (byte) (i + 1);
            }
            DataSegment.writeActive(new DataSegment[] {DataSegment.active(0, sixteen)}, memory.whole());
            assertThat(memory.loadU8(0)).isEqualTo(0x01);
            assertThat(memory.loadI8(15)).isEqualTo(0x10);
            assertThat(memory.loadU16(0)).isEqualTo(0x0201);
            assertThat(memory.loadI16(1)).isEqualTo(0x0302);
            assertThat(memory.loadI32(0)).isEqualTo(0x0403_0201);
            assertThat(memory.loadU32(4)).isEqualTo(0x0807_0605L);
            assertThat(memory.loadI64(0)).isEqualTo(0x0807_0605_0403_0201L);
            assertThat(memory.loadI64(8)).isEqualTo(0x100F_0E0D_0C0B_0A09L);
            assertThat(Float.floatToRawIntBits(memory.loadF32(0))).isEqualTo(0x0403_0201);
            assertThat(Double.doubleToRawLongBits(memory.loadF64(0))).isEqualTo(0x0807_0605_0403_0201L);
            memory.storeI8(0, 0xFF);
            assertThat(memory.loadI8(0)).isEqualTo(-1);
            assertThat(memory.loadU8(0)).isEqualTo(255);
            memory.storeI64(65_528, 1);
            assertThat(memory.loadI64(65_528)).isEqualTo(1);
            assertOutside(() -> memory.loadI64(65_529));
            assertOutside(() -> memory.loadF64(65_529));
        }
    }

    @EveryBacking
    void section_5_2_2_storesOfEveryWidth_copyAndFillEnd(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            memory.storeI32(0x100, -1);
            memory.storeI8(0x100, 0x1234_5678);
            assertThat(memory.loadI32(0x100)).isEqualTo(0xFFFF_FF78);
            memory.storeI16(0x100, 0x1234_5678);
            assertThat(memory.loadI32(0x100)).isEqualTo(0xFFFF_5678);
            memory.storeI32(0x100, 0x1234_5678);
            assertThat(memory.loadI32(0x100)).isEqualTo(0x1234_5678);
            memory.copy(0x200, 0x100, 4);
            assertThat(memory.loadI32(0x200)).isEqualTo(0x1234_5678);
            memory.fill(0x300, 0xAB, 16);
            assertThat(memory.span(0x2FF, 18).loadBytes())
                    .startsWith(0, 0xAB, 0xAB)
                    .endsWith(0xAB, 0xAB, 0);
        }
    }

    @EveryBacking
    void section_5_2_3_bulkOperations(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            DataSegment segment = DataSegment.passive(new byte[] {1, 2, 3, 4, 5});
            memory.init(segment, 0x10, 0, 5);
            memory.copy(0x12, 0x10, 5);
            assertThat(memory.span(0x10, 7).loadBytes()).containsExactly(1, 2, 1, 2, 3, 4, 5);
            memory.fill(0x10, 9, 3);
            assertThat(memory.span(0x10, 7).loadBytes()).containsExactly(9, 9, 9, 2, 3, 4, 5);
            assertOutside(() -> memory.copy(65_535, 0, 2));
            assertOutside(() -> memory.fill(65_530, 0, 7));
            assertOutside(() -> memory.init(segment, 0x20, 0, 6));
            assertThat(memory.span(0x20, 6).loadBytes()).containsOnly(0);
        }
    }

    @EveryBacking
    void section_5_4_1_alignedAndUnalignedAccess(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            memory.storeI32(0x1000, 0x1234_5678);
            assertThat(memory.loadI32(0x1000)).isEqualTo(0x1234_5678);
            memory.storeI32(0x1001, 0x8765_4321);
            assertThat(memory.loadI32(0x1001)).isEqualTo(0x8765_4321);
            assertThat(memory.loadI32(0x1000)).isEqualTo(0x6543_2178);
            memory.storeI64(0x2000, 0x1234_5678_9ABC_DEF0L);
            assertThat(memory.loadI64(0x2000)).isEqualTo(0x1234_5678_9ABC_DEF0L);
        }
    }

    @EveryBacking
    void section_5_4_1_person_withItsPadding(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            memory.fill(0x3000, 0x55, 24);
            memory.storeI32(0x3000, 12_345);
            memory.storeF64(0x3000, 8, 175.5);
            memory.storeI32(0x3000, 16, 25);
            Memory person = memory.span(0x3000, 24);
            assertThat(person.loadI32(0)).isEqualTo(12_345);
            assertThat(person.loadF64(8)).isEqualTo(175.5);
            assertThat(person.loadI32(16)).isEqualTo(25);
            assertThat(person.loadBytes(4, 4)).containsOnly(0x55);
            assertThat(person.loadBytes(20, 4)).containsOnly(0x55);
            assertThat(Alignment.alignUp(20, 8)).isEqualTo(24);
        }
    }

    @Test
    void section_5_4_1_alignUpAndIsAligned_whereTheChaptersWork() {
        for (long address : LongStream.range(0, 100).toArray()) {
            for (long alignment : new long[] {1, 2, 4, 8, 16, 64}) {
                long mask = alignment - 1;
                assertThat(Alignment.alignUp(address, alignment)).isEqualTo((address + mask) & ~mask);
                assertThat(Alignment.isAligned(address, alignment)).isEqualTo(address % alignment == 0);
            }
        }
    }

    @Test
    void section_5_4_1_alignUpAndIsAligned_whereTheChaptersAreWrong() {
        // The chapter's formula gives 0 here, 20 & ~11 = 20 there, and divides by 0.
        assertThat(Alignment.alignUp(0xFFFF_FFFFL, 8)).isEqualTo(0x1_0000_0000L);
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.alignUp(Long.MAX_VALUE, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.alignUp(10, 12));
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.isAligned(10, 0));
    }

    private static void assertOutside(Runnable access) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(access::run);
    }
}
