package dev.ashlar.struct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.struct.support.EnumNumbers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumNumbersTest {
    /** Numbers on both sides of 0 and of the limit of the dense ones, and beyond 32 bits; seven units. */
    private static final EnumNumbers<TimeUnit> NUMBERS =
            EnumNumbers.of(TimeUnit.values(), -1, 0, 255, 256, Integer.MIN_VALUE, 1L << 32, Long.MIN_VALUE);

    @Test
    void constant_whenItsNumberIsKnown_isFound() {
        for (TimeUnit unit : TimeUnit.values()) {
            long number = NUMBERS.number("p.Wait#unit", unit);
            assertThat(NUMBERS.constant("p.Wait#unit", number)).isEqualTo(unit);
            assertThat(NUMBERS.find(number)).isEqualTo(unit);
            if ((int) number == number) {
                assertThat(NUMBERS.constant("p.Wait#unit", (int) number)).isEqualTo(unit);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 254, 257, -2, Integer.MAX_VALUE, (1L << 32) + 255, -1L << 32, Long.MAX_VALUE})
    void constant_whenNoneHasTheNumber_isRefused(long number) {
        String message =
                "no constant has the number that is stored; the accessor whose name ends in Number returns it: struct=p.Wait component=unit number="
                        + number + " enum=java.util.concurrent.TimeUnit";
        assertThatThrownBy(() -> NUMBERS.constant("p.Wait#unit", number))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
        if ((int) number == number) {
            assertThatThrownBy(() -> NUMBERS.constant("p.Wait#unit", (int) number))
                    .hasMessage(message);
        }
        assertThat(NUMBERS.find(number)).isNull();
    }

    @Test
    void number_whenNull_isRefused() {
        assertThatThrownBy(() -> NUMBERS.number("p.Wait#unit", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a component cannot be null: struct=p.Wait component=unit");
    }
}
