package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockIndexTest {
    private final BlockIndex index = new BlockIndex();

    @ParameterizedTest
    @ValueSource(longs = {16, 1_008, 65_520, 65_536, 1L << 22, (1L << 32) + 48})
    void isLive_whenAdded_isTrueForThatAddressAlone(long address) {
        index.reserve(address);
        index.addLive(address);
        assertThat(index.isLive(address)).isTrue();
        for (long other :
                new long[] {address - 16, address + 16, address + 1, address + 8, -address, address | 1L << 62}) {
            assertThat(index.isLive(other)).as("address %d", other).isFalse();
        }
        assertThat(index.liveCount()).isEqualTo(1);
        index.removeLive(address);
        assertThat(index.isLive(address)).isFalse();
        assertThat(index.liveCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 1_008, 65_520, 65_536, 1L << 22, (1L << 32) + 48})
    void isFree_whenAdded_isTrueForThatAddressAlone(long address) {
        index.reserve(address);
        index.addFree(address);
        index.addFree(address);
        assertThat(index.isFree(address)).isTrue();
        assertThat(index.isLive(address)).isFalse();
        for (long other :
                new long[] {address - 16, address + 16, address + 1, address + 8, -address, address | 1L << 62}) {
            assertThat(index.isFree(other)).as("address %d", other).isFalse();
        }
        assertThat(index.freeCount()).isEqualTo(1);
        assertThat(index.liveCount()).isZero();
        index.removeFree(address);
        assertThat(index.isFree(address)).isFalse();
        assertThat(index.freeCount()).isZero();
    }
}
