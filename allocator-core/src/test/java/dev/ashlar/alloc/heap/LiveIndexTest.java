package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveIndexTest {
    private final LiveIndex index = new LiveIndex();

    @ParameterizedTest
    @ValueSource(longs = {16, 1_008, 65_520, 65_536, 1L << 22, (1L << 32) + 48})
    void contains_whenAdded_isTrueForThatAddressAlone(long address) {
        index.reserve(address);
        index.add(address);
        assertThat(index.contains(address)).isTrue();
        for (long other :
                new long[] {address - 16, address + 16, address + 1, address + 8, -address, address | 1L << 62}) {
            assertThat(index.contains(other)).as("address %d", other).isFalse();
        }
        assertThat(index.count()).isEqualTo(1);
        index.remove(address);
        assertThat(index.contains(address)).isFalse();
        assertThat(index.count()).isZero();
    }
}
