package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreeListsTest {
    @Test
    void binOf_whenSizesGrow_neverFallsAndKeepsWithinOneSixteenth() {
        int before = 0;
        long least = 16;
        for (long size = 16;
                size <= BlockFormat.MAX_BLOCK_BYTE_SIZE;
                size = Math.max(size + 16, size + size / 77 & -16)) {
            int bin = FreeLists.binOf(size);
            assertThat(bin).isBetween(before, FreeLists.BINS - 1);
            if (bin != before) {
                least = size;
            }
            assertThat(size - least).isLessThanOrEqualTo(Math.max(0, least / 16));
            before = bin;
        }
    }

    @Test
    void binOf_whenTheLargestRequestIsAligned_isStillABin() {
        assertThat(FreeLists.binOf(BlockFormat.MAX_BLOCK_BYTE_SIZE * 2)).isLessThan(FreeLists.BINS);
    }

    @Test
    void front_whenAligned_isNothingOrRoomForABlock() {
        for (long alignment = 1; alignment <= 8_192; alignment *= 2) {
            for (long block = 8; block < 20_000; block += 16) {
                long front = FreeLists.front(block, alignment);
                assertThat((block + front + 8) % alignment).isZero();
                assertThat(front == 0 || front >= BlockFormat.MIN_BLOCK_BYTE_SIZE)
                        .isTrue();
                assertThat(front).isLessThanOrEqualTo(alignment + 16);
            }
        }
    }
}
