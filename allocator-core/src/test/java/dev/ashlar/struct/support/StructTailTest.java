package dev.ashlar.struct.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of tails, which may be anything in memory. */
class StructTailTest {
    private final Memory memory = Memory.of(MemorySegment.ofArray(new byte[20]));

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 0",
        "20, 0, 1, 20",
        "5, 0, 4, 5",
        "4, 3, 4, 4",
        "0, 20, 8, 0",
        "2, 17, 1, 2",
    })
    void counted_whenTheElementsFit_isTheCount(long count, long start, long elementByteSize, int length) {
        assertThat(StructTail.counted("p.A#b", memory, count, start, elementByteSize))
                .isEqualTo(length);
        assertThat(StructTail.countedInBytes("p.A#b", memory, count * elementByteSize, start, elementByteSize))
                .isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1, 20",
        "21, 0, 1, 20",
        "5, 1, 4, 4",
        "1, 20, 1, 0",
        "9223372036854775807, 4, 8, 2",
        "-9223372036854775808, 4, 8, 2",
        "2305843009213693953, 4, 8, 2",
    })
    void counted_whenTheElementsDoNotFit_isRefused(long count, long start, long elementByteSize, long most) {
        assertThatThrownBy(() -> StructTail.counted("p.A#b", memory, count, start, elementByteSize))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "tail of an impossible length: struct=p.A component=b length=" + count + " mostLength=" + most);
    }

    @Test
    void counted_whenItStartsBeyondTheHandle_isRefusedEvenIfEmpty() {
        assertThatThrownBy(() -> StructTail.counted("p.A#b", memory, 0, 24, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tail starts beyond the end of the handle: struct=p.A component=b byteSize=4");
    }

    @ParameterizedTest
    @CsvSource({"3", "-3", "13", "-9223372036854775807"})
    void countedInBytes_whenTheLastElementIsCutOff_isRefused(long byteCount) {
        assertThatThrownBy(() -> StructTail.countedInBytes("p.A#b", memory, byteCount, 0, 4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tail of bytes that are not whole elements: struct=p.A component=b byteLength=" + byteCount
                        + " elementByteSize=4");
    }

    @Test
    void toEnd_countsWhatIsThere() {
        assertThat(StructTail.toEnd("p.A#b", memory, 4, 8)).isEqualTo(2);
        assertThat(StructTail.toEnd("p.A#b", memory, 20, 8)).isZero();
        assertThatThrownBy(() -> StructTail.toEnd("p.A#b", memory, 5, 8)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> StructTail.toEnd("p.A#b", memory, 21, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void end_isRoundedUp() {
        assertThat(StructTail.end(12, 5, 1, 1)).isEqualTo(17);
        assertThat(StructTail.end(12, 5, 1, 4)).isEqualTo(20);
        assertThat(StructTail.end(12, 2, 4, 4)).isEqualTo(20);
        assertThat(StructTail.end(12, Integer.MAX_VALUE, 1L << 20, 1)).isEqualTo(12 + ((1L << 51) - (1L << 20)));
    }

    @Test
    void requireCount_whenItIsAnother_namesBoth() {
        StructTail.requireCount("p.A#b", "n", 3, 3);
        assertThatThrownBy(() -> StructTail.requireCount("p.A#b", "n", -1, 255))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tail and its count disagree: struct=p.A component=b length=255 countedBy=n count=-1");
    }
}
