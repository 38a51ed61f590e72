package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.LeakReport;
import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.alloc.TrackingAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arenas of a pool, and a tracking allocator over it. */
final class ArenaScenario implements Scenario {
    @SuppressWarnings("NullAway.Init")
    private Memory made;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        PoolAllocator pool = PoolAllocator.over(memory, 0, 64);
        List<LeakReport> reports = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            Arena arena = pool.openArena();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                faults.run(() -> arena.allocate(1 + random.nextInt(64), 1), () -> false);
            }
            faults.run(arena::close, () -> {
                // What could not be freed is freed by closing again; nothing may be left of that either.
                if (pool.stats().liveBlocks() > 0) {
                    arena.close();
                }
                return pool.stats().liveBlocks() == 0;
            });
            assertThat(pool.stats().liveBlocks()).isZero();
        }
        TrackingAllocator tracking = TrackingAllocator.over(pool, reports::add);
        for (int block = 1; block <= 30; block++) {
            int live = block - 1;
            faults.run(() -> made = tracking.allocate(16), () -> {
                assertThat(pool.stats().liveBlocks()).isEqualTo(live);
                assertThat(tracked(tracking)).isEqualTo(live);
                return false;
            });
            assertThat(tracked(tracking)).isEqualTo(block);
        }
        tracking.close();
        assertThat(reports).hasSize(1);
    }

    private static long tracked(TrackingAllocator tracking) {
        return tracking.report().sites().stream()
                .mapToLong(LeakReport.Site::blocks)
                .sum();
    }
}
