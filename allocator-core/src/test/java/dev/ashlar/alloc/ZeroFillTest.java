package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.LinearMemory;
import org.junit.jupiter.api.Test;

class ZeroFillTest {
    @Test
    void zero_whenAnyLength_zeroesExactlyThat() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            for (int length = 0; length <= 600; length++) {
                memory.fill(0, 0xFF, 1_024);
                ZeroFill.zero(memory.whole(), 100, length);
                byte[] bytes = memory.whole().loadBytes(0, 1_024);
                for (int i = 0; i < bytes.length; i++) {
                    assertThat(bytes[i] == 0).isEqualTo(i >= 100 && i < 100 + length);
                }
            }
        }
    }
}
