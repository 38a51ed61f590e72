package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What allocators keep on the Java heap. */
class HeldStateTest {
    private static final Pattern PRINTED = Pattern.compile("processors=64 empty=(\\d+) withBlock=(\\d+)");

    @Test
    void sharedAllocator_whenEmptyOnManyProcessors_keepsLittleState() throws Exception {
        String printed = ChildJvm.run(HeldState.class, List.of("-XX:ActiveProcessorCount=64", "-Xint"));
        Matcher figures = PRINTED.matcher(printed);
        assertThat(figures.matches()).as(printed).isTrue();
        assertThat(Long.parseLong(figures.group(1))).isPositive().isLessThanOrEqualTo(8 << 10);
        assertThat(Long.parseLong(figures.group(2))).isLessThanOrEqualTo(8 << 10);
    }
}
