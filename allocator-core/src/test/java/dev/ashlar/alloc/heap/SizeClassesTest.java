package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeClassesTest {
    @Test
    void of_whenAnyLengthAndAlignment_givesTheLeastSlotThatIsLargeAndAlignedEnough() {
        for (long alignment = 1; alignment <= 1024; alignment *= 2) {
            for (int length = 1; length <= 520; length++) {
                int sizeClass = SizeClasses.of(length, alignment);
                if (sizeClass == 0) {
                    continue;
                }
                int slot = SizeClasses.slotByteSize(sizeClass);
                assertThat(slot).isBetween(length, length + SizeClasses.MAX_SLACK);
                assertThat(slot % alignment).isZero();
                for (int other = 1; other <= SizeClasses.COUNT; other++) {
                    int otherSlot = SizeClasses.slotByteSize(other);
                    assertThat(otherSlot >= slot || otherSlot < length || otherSlot % alignment != 0)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "16, 16", "17, 32", "32, 32", "33, 48", "496, 496", "497, 512", "512, 512"})
    void of_whenTheAlignmentIsTheDefault_takesStepsOf16(int length, int slot) {
        assertThat(SizeClasses.slotByteSize(SizeClasses.of(length))).isEqualTo(slot);
        assertThat(SizeClasses.of(length, 16)).isEqualTo(SizeClasses.of(length));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 8",
        "9, 4, 12",
        "12, 4, 12",
        "20, 1, 20",
        "24, 8, 24",
        "9, 8, 16",
        "40, 8, 40",
        "33, 64, 64",
        "64, 64, 64"
    })
    void of_whenTheAlignmentIsAnother_takesTheSlotForIt(int length, long alignment, int slot) {
        assertThat(SizeClasses.slotByteSize(SizeClasses.of(length, alignment))).isEqualTo(slot);
    }

    @Test
    void of_whenTooLargeOrTooStrict_isNone() {
        assertThat(SizeClasses.of(513)).isZero();
        assertThat(SizeClasses.of(Long.MAX_VALUE)).isZero();
        assertThat(SizeClasses.of(8, 1024)).isZero();
        assertThat(SizeClasses.of(8, 1L << 62)).isZero();
    }
}
