package dev.ashlar.struct.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructRangeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 24, 0",
        "1, 24, 24",
        "9223372036854775807, 1, 9223372036854775807",
        "1152921504606846975, 8, 9223372036854775800"
    })
    void ofArray_whenItFits(long count, long byteSize, long expected) {
        assertThat(StructRange.ofArray("p.Line", count, byteSize)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 24",
        "-9223372036854775808, 1",
        "1152921504606846976, 8",
        "9223372036854775807, 2147483639",
        "2305843009213693952, 8"
    })
    void ofArray_whenNegativeOrTooLarge_isRefused(long count, long byteSize) {
        assertThatThrownBy(() -> StructRange.ofArray("p.Line", count, byteSize))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "impossible number of structs: struct=p.Line count=" + count + " structByteSize=" + byteSize);
    }

    @Test
    void ofElement_whenInside() {
        assertThat(StructRange.ofElement("p.Line", 16, 0, 3, 24)).isEqualTo(16);
        assertThat(StructRange.ofElement("p.Line", 16, 2, 3, 24)).isEqualTo(64);
        assertThat(StructRange.ofElement("p.Line", 0, (1L << 40) - 1, 1L << 40, 24))
                .isEqualTo(((1L << 40) - 1) * 24);
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "3, 3", "0, 0", "9223372036854775807, 3", "-9223372036854775808, 3"})
    void ofElement_whenOutside_throws(long index, long size) {
        assertThatThrownBy(() -> StructRange.ofElement("p.Line", 16, index, size, 24))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("no such element: struct=p.Line index=" + index + " size=" + size);
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "3, 3", "0, 0"})
    void ofElement_whenOutsideOfAComponent_namesIt(long index, long size) {
        assertThat(StructRange.ofElement("p.Line#xs", 16, 2, 3, 4)).isEqualTo(24);
        assertThatThrownBy(() -> StructRange.ofElement("p.Line#xs", 16, index, size, 4))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("no such element: struct=p.Line component=xs index=" + index + " size=" + size);
    }
}
