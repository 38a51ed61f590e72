package dev.ashlar.alloc.heap;

import static dev.ashlar.alloc.HeapAssert.assertAllFree;
import static dev.ashlar.alloc.HeapAssert.assertWhole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.HeapMap;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTierTest {
    private final LinearMemory memory = LinearMemory.create(1, 64);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 12, 16, 20, 24, 64, 100, 256, 511, 512})
    void allocate_whenManyOfOneSize_givesDistinctSlotsAndTakesAllBack(long byteSize) {
        List<Long> addresses = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            addresses.add(allocator.allocateAddress(byteSize, 1));
        }
        assertThat(addresses).doesNotHaveDuplicates();
        assertWhole(allocator);
        assertThat(allocator.stats().liveBlocks()).isEqualTo(3_000);
        addresses.forEach(allocator::freeAddress);
        assertAllFree(allocator);
    }

    @ParameterizedTest
    @ValueSource(longs = {32, 64, 128, 256, 512})
    void allocate_whenASlotCanBeAligned_takesASlot(long byteAlignment) {
        for (int i = 0; i < 20; i++) {
            assertThat(allocator.allocateAddress(byteAlignment - 3, byteAlignment) % byteAlignment)
                    .isZero();
        }
        assertThat(allocator.map().byteSize(HeapMap.Kind.LIVE_BLOCK)).isZero();
        assertWhole(allocator);
    }

    @Test
    void allocate_whenSizesAreTiny_coversMostOfTheHeapWithPayload() {
        for (int i = 0; i < 40_000; i++) {
            allocator.allocateAddress(8L * (1 + i % 3), 8);
        }
        HeapMap map = allocator.map();
        double used = allocator.usedByteSize();
        assertThat(used / (map.byteSize() - map.byteSize(HeapMap.Kind.FREE_BLOCK)))
                .isGreaterThan(0.9);
    }

    @Test
    void free_whenRunsGetEmpty_givesAllButOneBack() {
        List<Long> addresses = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            addresses.add(allocator.allocateAddress(48));
        }
        addresses.forEach(allocator::freeAddress);
        assertThat(allocator.map().byteSize(HeapMap.Kind.FREE_SLOT)).isBetween(1L, (long) RunShape.MAX_RUN_BYTE_SIZE);
        assertWhole(allocator);
    }

    /** More runs of one class than a group holds: groups fill, leave the list, and come back to it. */
    @Test
    void allocateAndFree_whenAClassHasSeveralGroups_keepsTheHeapWhole() {
        Random random = new Random(7);
        List<Long> live = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            live.add(allocator.allocateAddress(512));
        }
        assertThat(allocator.map().byteSize(HeapMap.Kind.LIVE_SLOT)).isEqualTo(6_000 * 512);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(live, random);
            List<Long> freed = live.subList(live.size() - random.nextInt(live.size()), live.size());
            int count = freed.size();
            freed.forEach(allocator::freeAddress);
            freed.clear();
            assertWhole(allocator);
            for (int i = random.nextInt(count + 1); i > 0; i--) {
                live.add(allocator.allocateAddress(512));
            }
            assertWhole(allocator);
        }
        assertThat(live).doesNotHaveDuplicates();
        live.forEach(allocator::freeAddress);
        assertAllFree(allocator);
    }

    @Test
    void allocate_whenOnlySpareRunsStandInTheWay_getsTheirSpace() {
        try (LinearMemory small = LinearMemory.create(1, 1)) {
            LinkedListAllocator tight = LinkedListAllocator.over(small);
            for (long size = 8; size <= 512; size += 8) {
                tight.freeAddress(tight.allocateAddress(size));
            }
            assertAllFree(tight);
        }
    }

    @Test
    void allocate_whenThereIsNoRoomForARun_takesABlockOfTheLargeTier() {
        try (LinearMemory small = LinearMemory.create(1, 1)) {
            LinkedListAllocator tight = LinkedListAllocator.over(small);
            tight.allocateAddress(65_536 - 72 - 300);
            Memory block = tight.allocate(200);
            assertThat(block.length()).isEqualTo(200);
            assertThat(tight.map().byteSize(HeapMap.Kind.LIVE_SLOT)).isZero();
            assertThat(block.reallocate(210).length()).isEqualTo(210);
            assertWhole(tight);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 15, 16, 17, 100, 254, 255, 256, 257, 511, 512})
    void reallocate_whenASlotGetsAnyOtherLength_keepsBytesAndZeroesTheRest(long from) {
        for (long to = 1; to <= 600; to += 7) {
            Memory block = allocator.allocate(from);
            block.fill(0x5C);
            Memory other = block.reallocate(to);
            assertThat(other.length()).isEqualTo(to);
            int kept = (int) Math.min(from, to);
            assertThat(other.loadBytes(0, kept)).containsOnly(0x5C);
            if (to > from) {
                assertThat(other.loadBytes(from, (int) (to - from))).containsOnly(0);
            }
            other.free();
        }
        assertAllFree(allocator);
    }

    @Test
    void reallocate_whenASlotShrinksALittle_staysInPlace() {
        Memory block = allocator.allocate(300);
        assertThat(block.reallocate(60).offset()).isEqualTo(block.offset());
        assertWhole(allocator);
    }

    @Test
    void freeAddress_whenInTheStatesOfARun_isRefused() {
        long address = allocator.allocateAddress(16);
        Run run =
                Inside.heapOf(allocator).small().runs().head(SizeClasses.of(16)).run(0);
        assertThat(run.address).isEqualTo(address);
        for (long offset = RunShape.statesOffset(run.shape); offset < RunShape.runByteSize(run.shape); offset++) {
            assertThat(Inside.heapOf(allocator).lengthAt(run.address + offset)).isEqualTo(-1);
        }
    }
}
