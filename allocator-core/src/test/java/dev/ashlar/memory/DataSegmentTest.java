package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data segments: WebAssembly core specification, "memory.init", "data.drop" and "Instantiation". */
class DataSegmentTest {
    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    @Test
    void create_withActiveSegments_writesThemInOrder_andUsesThemUp() {
        DataSegment first = DataSegment.active(8, new byte[] {1, 2, 3, 4});
        DataSegment second = DataSegment.active(10, new byte[] {9});
        DataSegment passive = DataSegment.passive(new byte[] {5, 6});
        try (LinearMemory memory = LinearMemory.create(1, 1, first, passive, second)) {
            assertThat(memory.span(7, 6).loadBytes()).containsExactly(0, 1, 2, 9, 4, 0);
            assertThat(first.byteSize()).isZero();
            assertOutside(() -> memory.init(first, 0, 0, 1));
            memory.init(first, 0, 0, 0);
            memory.init(passive, 0, 0, 2);
            assertThat(memory.loadU16(0)).isEqualTo(0x0605);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> LinearMemory.create(1, 1, second))
                .withMessageContaining("address=10");
    }

    @Test
    void createOnHeap_withActiveSegments_writesThem() {
        try (LinearMemory memory = LinearMemory.createOnHeap(1, 1, DataSegment.active(PAGE - 1, new byte[] {7}))) {
            assertThat(memory.loadI8(PAGE - 1)).isEqualTo(7);
        }
    }

    @Test
    void create_whenAnActiveSegmentDoesNotFit_writesNone() {
        DataSegment fits = DataSegment.active(0, new byte[] {1});
        DataSegment beyond = DataSegment.active(PAGE - 1, new byte[] {1, 2});
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> LinearMemory.create(1, 2, fits, beyond))
                .withMessage("active data segment outside the memory: address=65535 byteSize=2 memoryByteSize=65536");
        try (LinearMemory memory = LinearMemory.create(2, 2, fits, beyond)) {
            assertThat(memory.loadI8(0)).isEqualTo(1);
            assertThat(memory.loadI8(PAGE)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "65536, 0, true",
        "65537, 0, false",
        "65535, 1, true",
        "65536, 1, false",
        "9223372036854775807, 1, false"
    })
    void create_withAnActiveSegmentAtTheEnd_followsTheSpec(long address, int byteSize, boolean fits) {
        DataSegment segment = DataSegment.active(address, new byte[byteSize]);
        if (fits) {
            LinearMemory.create(1, 1, segment).close();
        } else {
            assertOutside(() -> LinearMemory.create(1, 1, segment));
        }
    }

    @Test
    void create_withOneActiveSegmentTwice_isRefused() {
        DataSegment segment = DataSegment.active(0, new byte[] {1});
        assertThatIllegalStateException().isThrownBy(() -> LinearMemory.create(1, 1, segment, segment));
    }

    @Test
    void create_withADroppedActiveSegment_isRefused() {
        DataSegment segment = DataSegment.active(0, new byte[] {1});
        segment.drop();
        assertThatIllegalStateException().isThrownBy(() -> LinearMemory.create(1, 1, segment));
    }

    @Test
    void create_withoutPages_takesOnlyEmptySegments() {
        LinearMemory.create(0, 1, DataSegment.active(0, new byte[0])).close();
        assertOutside(() -> LinearMemory.create(0, 1, DataSegment.active(0, new byte[1])));
    }

    @Test
    void active_atANegativeAddress_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSegment.active(-1, new byte[1]))
                .withMessageContaining("address=-1");
    }

    @EveryBacking
    void init_copiesAPart_asOftenAsWanted(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            byte[] bytes = {1, 2, 3, 4, 5};
            DataSegment segment = DataSegment.passive(bytes);
            bytes[0] = 99;
            memory.init(segment, 0, 0, 5);
            memory.init(segment, 100, 3, 2);
            memory.init(segment, PAGE - 1, 4, 1);
            assertThat(memory.span(0, 6).loadBytes()).containsExactly(1, 2, 3, 4, 5, 0);
            assertThat(memory.span(99, 4).loadBytes()).containsExactly(0, 4, 5, 0);
            assertThat(memory.loadI8(PAGE - 1)).isEqualTo(5);
        }
    }

    @EveryBacking
    void init_outsideEitherRange_copiesNothing(BackingKind kind) {
        long[][] refused = {
            {0, 0, 4},
            {0, 1, 3},
            {0, 4, 0},
            {0, -1, 1},
            {0, 0, -1},
            {0, Long.MAX_VALUE, 1},
            {0, Long.MAX_VALUE, Long.MAX_VALUE},
            {0, 1, 0xFFFF_FFFFL},
            {PAGE - 2, 0, 3},
            {PAGE + 1, 0, 0},
            {-1, 0, 1},
            {Long.MAX_VALUE, 0, 3},
            {1L << 32, 0, 1}
        };
        try (LinearMemory memory = kind.create(1, 2)) {
            DataSegment segment = DataSegment.passive(new byte[] {1, 2, 3});
            for (long[] arguments : refused) {
                assertOutside(() -> memory.init(segment, arguments[0], arguments[1], arguments[2]));
            }
            assertThat(memory.whole().loadBytes()).containsOnly(0);
            memory.init(segment, PAGE, 3, 0);
            memory.init(segment, PAGE - 3, 0, 3);
        }
    }

    @EveryBacking
    void init_ofADroppedSegment_actsAsEmpty(BackingKind kind) {
        try (LinearMemory memory = kind.create(1, 1)) {
            DataSegment segment = DataSegment.passive(new byte[] {1, 2, 3});
            assertThat(segment).hasToString("DataSegment[passive, byteSize=3]");
            segment.drop();
            segment.drop();
            assertThat(segment.byteSize()).isZero();
            assertThat(segment.isActive()).isFalse();
            memory.init(segment, 0, 0, 0);
            memory.init(segment, PAGE, 0, 0);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> memory.init(segment, 0, 0, 1))
                    .withMessage("init outside the data segment: from=0 byteSize=1 segmentByteSize=0");
            assertOutside(() -> memory.init(segment, 0, 1, 0));
            assertOutside(() -> memory.init(segment, PAGE + 1, 0, 0));
        }
    }

    @Test
    void init_ofAnActiveSegment_actsAsEmpty_evenIfItWasNeverWritten() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            DataSegment segment = DataSegment.active(4, new byte[] {1});
            assertThat(segment.isActive()).isTrue();
            assertThat(segment).hasToString("DataSegment[active, address=4, byteSize=1]");
            memory.init(segment, 0, 0, 0);
            assertOutside(() -> memory.init(segment, 0, 0, 1));
        }
    }

    @Test
    void init_whileAnotherThreadDrops_copiesAllOrNothing() throws InterruptedException, ExecutionException {
        byte[] ones = new byte[1000];
        Arrays.fill(ones, (byte) 1);
        try (LinearMemory memory = LinearMemory.create(1, 1);
                ExecutorService threads = Executors.newFixedThreadPool(1)) {
            for (int i = 0; i < 500; i++) {
                memory.fill(0, 0, 1000);
                DataSegment segment = DataSegment.passive(ones);
                Future<?> dropped = threads.submit(segment::drop);
                boolean copied = tryInit(memory, segment);
                dropped.get();
                assertThat(memory.span(0, 1000).loadBytes()).containsOnly(copied ? 1 : 0);
            }
        }
    }

    private static boolean tryInit(LinearMemory memory, DataSegment segment) {
        try {
            memory.init(segment, 0, 0, 1000);
            return true;
        } catch (IndexOutOfBoundsException droppedBefore) {
            return false;
        }
    }

    private static void assertOutside(Runnable access) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(access::run);
    }
}
