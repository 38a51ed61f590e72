package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {
    private static final long MAX = Long.MAX_VALUE;
    private static final long HIGHEST = 1L << 62;

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0",
        "0, 16, 0, 0",
        "1, 1, 1, 1",
        "1, 2, 2, 0",
        "7, 8, 8, 0",
        "8, 8, 8, 8",
        "9, 8, 16, 8",
        "65535, 65536, 65536, 0",
        "65537, 65536, 131072, 65536",
        "4294967295, 4, 4294967296, 4294967292",
        "9223372036854775807, 1, 9223372036854775807, 9223372036854775807",
        "9223372036854775800, 8, 9223372036854775800, 9223372036854775800",
        "1, 4611686018427387904, 4611686018427387904, 0",
        "4611686018427387904, 4611686018427387904, 4611686018427387904, 4611686018427387904"
    })
    void alignUpAndDown_giveTheNextMultiples(long value, long byteAlignment, long up, long down) {
        assertThat(Alignment.alignUp(value, byteAlignment)).isEqualTo(up);
        assertThat(Alignment.alignDown(value, byteAlignment)).isEqualTo(down);
        assertThat(Alignment.isAligned(value, byteAlignment)).isEqualTo(up == down);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 2",
        "9223372036854775801, 8",
        "4611686018427387905, 4611686018427387904",
        "9223372036854775807, 4611686018427387904"
    })
    void alignUp_beyondTheLargestLong_isRefused(long value, long byteAlignment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Alignment.alignUp(value, byteAlignment))
                .withMessage("value cannot be aligned up: value=" + value + " byteAlignment=" + byteAlignment);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -2, -8, 3, 12, 65535, MAX, Long.MIN_VALUE, HIGHEST + 1})
    void anything_whichIsNoPositivePowerOfTwo_isRefused(long byteAlignment) {
        assertThat(Alignment.isValid(byteAlignment)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Alignment.requireValid(byteAlignment))
                .withMessage("alignment is not a positive power of two: byteAlignment=" + byteAlignment);
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.alignUp(0, byteAlignment));
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.alignDown(0, byteAlignment));
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.isAligned(0, byteAlignment));
    }

    @Test
    void everyPowerOfTwo_isAnAlignment() {
        for (int bit = 0; bit < 63; bit++) {
            assertThat(Alignment.isValid(1L << bit)).isTrue();
            assertThat(Alignment.requireValid(1L << bit)).isEqualTo(1L << bit);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -16, Long.MIN_VALUE})
    void align_ofANegativeValue_isRefused(long value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.alignUp(value, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.alignUp(value, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Alignment.alignDown(value, 8));
    }
}
