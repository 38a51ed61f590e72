package dev.ashlar.struct.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledDecimalTest {
    @ParameterizedTest
    @CsvSource({
        "12.5, 4, 125000",
        "-12.5, 4, -125000",
        "12.500000000000000000000000000, 1, 125",
        "0, 4, 0",
        "0E+1000000000, 4, 0",
        "0E-1000000000, 4, 0",
        "922337203685477.5807, 4, 9223372036854775807",
        "-922337203685477.5808, 4, -9223372036854775808",
        "1E+18, 0, 1000000000000000000",
        "1200, -2, 12",
        "0.000000000000000001, 18, 1"
    })
    void encode_countsUnits(BigDecimal value, int scale, long unscaled) {
        assertThat(ScaledDecimal.encode(value, scale)).isEqualTo(unscaled);
        assertThat(ScaledDecimal.decode(unscaled, scale)).isEqualByComparingTo(value);
    }

    @Test
    void decode_hasTheScaleOfTheComponent() {
        assertThat(ScaledDecimal.decode(125_000, 4)).isEqualTo(new BigDecimal("12.5000"));
    }

    @ParameterizedTest
    @CsvSource({"0.00001, 5", "12.50001, 5", "1E-1000000000, 1000000000"})
    void encode_whenItWouldRound_refuses(BigDecimal value, int places) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledDecimal.encode(value, 4))
                .withMessage("more decimal places than are stored, use setScale with a rounding mode: places=" + places
                        + " scale=4");
    }

    /** Computing with them, or their precision, would take seconds. */
    @Test
    void encode_whenThereAreMillionsOfDigits_refusesOrStores() {
        BigInteger many = BigInteger.ONE.shiftLeft(10_000_000).add(BigInteger.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledDecimal.encode(new BigDecimal(many, 4), 4))
                .withMessageStartingWith("a long does not hold so many units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledDecimal.encode(new BigDecimal(many.negate(), -5), 4))
                .withMessageStartingWith("a long does not hold so many units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledDecimal.encode(new BigDecimal(many, 3_010_299), 4))
                .withMessageStartingWith("more decimal places than are stored");
        assertThat(ScaledDecimal.encode(new BigDecimal(BigInteger.TEN.pow(100_000), 100_000), 4))
                .isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"922337203685477.5808", "-922337203685477.5809", "1E+15", "1E+1000000000"})
    void encode_whenALongIsTooShort_refuses(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScaledDecimal.encode(new BigDecimal(value), 4))
                .withMessage(
                        "a long does not hold so many units: min=-922337203685477.5808" + " max=922337203685477.5807");
    }
}
