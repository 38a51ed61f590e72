package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is told about blocks that were not freed. */
class LeakReportTest {
    private final List<LeakReport> reports = new ArrayList<>();

    @Test
    void onClose_whenBlocksAreLive_countsThemBySize() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            try (LeakReport.OnClose leaks = LeakReport.onClose(allocator, reports::add)) {
                assertThat(leaks).isNotNull();
                allocator.allocate(24);
                allocator.allocate(30);
                allocator.allocate(5_000);
                allocator.allocate(24).free();
            }
        }
        assertThat(reports).hasSize(1);
        LeakReport report = reports.getFirst();
        assertThat(report.liveBlocks()).isEqualTo(3);
        assertThat(report.liveByteSize()).isEqualTo(5_054);
        assertThat(report.blocksByByteSize()).containsEntry(32L, 2L).hasSize(2);
        assertThat(report.sites()).isEmpty();
        assertThat(report.toString())
                .startsWith("3 blocks not freed, 5054 bytes: LinkedListAllocator[")
                .contains("\n  2 of 32 bytes with slack\n");
    }

    @Test
    void onClose_whenAllIsFreed_saysNothing() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            try (LeakReport.OnClose leaks = LeakReport.onClose(allocator, reports::add)) {
                assertThat(leaks).isNotNull();
                allocator.allocate(24).free();
            }
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void trackingAllocator_whenBlocksAreLive_namesThePlacesThatAskedForThem() {
        try (LinearMemory memory = LinearMemory.create(1);
                TrackingAllocator allocator = TrackingAllocator.over(LinkedListAllocator.over(memory), reports::add)) {
            forgetful(allocator, 3, 100);
            allocator.tryAllocate(8);
            allocator.allocate(1_000).free();
            Memory freed = allocator.allocate(200, 64);
            assertThat(freed.offset() % 64).isZero();
            freed.close();
        }
        LeakReport report = reports.getFirst();
        assertThat(report.liveBlocks()).isEqualTo(4);
        assertThat(report.sites()).extracting(LeakReport.Site::blocks).containsExactly(3L, 1L);
        assertThat(report.sites()).extracting(LeakReport.Site::byteSize).containsExactly(300L, 8L);
        assertThat(report.sites().getFirst().call()).contains("LeakReportTest.forgetful(LeakReportTest.java:");
        assertThat(report.toString()).contains("3 blocks, 300 bytes, allocated at\n    ");
    }

    @Test
    void trackingAllocator_whenABlockCameByAnArena_namesThePlaceThatAskedTheArena() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            TrackingAllocator allocator = TrackingAllocator.over(LinkedListAllocator.over(memory), reports::add);
            Arena arena = allocator.openArena();
            arena.allocate(40);
            assertThat(allocator.report().sites().getFirst().call().lines().findFirst())
                    .hasValueSatisfying(line -> assertThat(line).contains("LeakReportTest"));
            arena.close();
            assertThat(allocator.report().sites()).isEmpty();
            allocator.close();
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void trackingAllocator_whenABlockWasReallocated_countsItInNoSite() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            TrackingAllocator allocator = TrackingAllocator.over(LinkedListAllocator.over(memory), reports::add);
            Memory resized = allocator.allocate(40).reallocate(4_000);
            LeakReport report = allocator.report();
            assertThat(resized.length()).isEqualTo(4_000);
            assertThat(report.liveByteSize()).isEqualTo(4_000);
            assertThat(report.sites()).isEmpty();
        }
    }

    @Test
    void trackingAllocator_whenTheMemoryIsClosedFirst_namesThePlacesOnce() {
        TrackingAllocator allocator;
        try (LinearMemory memory = LinearMemory.create(1)) {
            allocator = TrackingAllocator.over(LinkedListAllocator.over(memory), reports::add);
            forgetful(allocator, 3, 100);
            allocator.allocate(8).free();
        }
        allocator.close();
        assertThat(reports).hasSize(1);
        LeakReport report = reports.getFirst();
        assertThat(report.liveBlocks()).isEqualTo(3);
        assertThat(report.sites()).extracting(LeakReport.Site::byteSize).containsExactly(300L);
        assertThat(report.sites().getFirst().call()).contains("LeakReportTest.forgetful(LeakReportTest.java:");
    }

    @Test
    void trackingAllocator_whenItIsClosedFirst_reportsNothingMoreWithTheMemory() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            TrackingAllocator allocator = TrackingAllocator.over(PoolAllocator.over(memory, 0, 32), reports::add);
            allocator.allocate(8);
            allocator.close();
            allocator.close();
        }
        assertThat(reports).hasSize(1);
    }

    @Test
    void trackingAllocator_whenTheConsumerThrows_theMemoryIsClosedAllTheSame() {
        LinearMemory memory = LinearMemory.create(1);
        Allocator allocator = TrackingAllocator.over(LinkedListAllocator.over(memory), report -> {
            reports.add(report);
            throw new IllegalStateException(report.liveBlocks() + " forgotten");
        });
        allocator.allocate(8);
        assertThatThrownBy(memory::close).hasMessage("1 forgotten");
        assertThat(memory.isClosed()).isTrue();
        memory.close();
        assertThat(reports).hasSize(1);
    }

    @Test
    void onClose_whenTheMemoryIsClosedFirst_reports() {
        LeakReport.OnClose leaks;
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            leaks = LeakReport.onClose(allocator, reports::add);
            allocator.allocate(24);
        }
        leaks.close();
        assertThat(reports).extracting(LeakReport::liveBlocks).containsExactly(1L);
    }

    @Test
    void trackingAllocator_whenThreadsShareIt_countsEveryBlock() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                LinearMemory memory = LinearMemory.create(1);
                TrackingAllocator allocator = TrackingAllocator.over(SharedAllocator.over(memory), reports::add)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < 8; worker++) {
                workers.add(threads.submit(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        Memory block = allocator.allocate(16);
                        if (i % 10 != 0) {
                            block.free();
                        }
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        assertThat(reports.getFirst().sites())
                .extracting(LeakReport.Site::blocks)
                .containsExactly(800L);
    }

    private static void forgetful(Allocator allocator, int blocks, long byteSize) {
        for (int i = 0; i < blocks; i++) {
            allocator.allocate(byteSize);
        }
    }
}
