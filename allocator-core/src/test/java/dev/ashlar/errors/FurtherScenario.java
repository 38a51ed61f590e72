package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.further.LinkedCells;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** An allocator from outside the library, which takes blocks when it finds them, and moves those that are reallocated. */
final class FurtherScenario implements Scenario {
    @SuppressWarnings("NullAway.Init")
    private Memory made;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        LinkedCells cells = new LinkedCells(memory);
        BlockModel model = new BlockModel(memory);
        for (int operation = 0; operation < 100; operation++) {
            List<BlockModel.Live> live = model.live();
            long length = 1L + random.nextInt(64);
            int kind = random.nextInt(10);
            if (kind < 5 || live.isEmpty()) {
                faults.run(() -> made = cells.allocate(length), () -> verify(cells, model, 1));
                model.addZeroed(made);
            } else {
                BlockModel.Live block = live.get(random.nextInt(live.size()));
                Memory handle = Objects.requireNonNull(block.handle());
                if (kind < 8) {
                    faults.run(() -> made = handle.reallocate(length), () -> verify(cells, model, 1));
                    model.resized(block, made);
                } else {
                    faults.run(handle::free, () -> {
                        boolean isGone = !handle.isAlive();
                        if (isGone) {
                            live.remove(block);
                        }
                        verify(cells, model, 1);
                        return isGone;
                    });
                    live.remove(block);
                }
            }
            verify(cells, model, 0);
        }
    }

    /** What the failed operation took may be given back by the next one, but not later. */
    private static boolean verify(LinkedCells cells, BlockModel model, long unwanted) {
        model.verify();
        assertThat(cells.stats().liveBlocks())
                .isBetween((long) model.live().size(), model.live().size() + unwanted);
        return false;
    }
}
