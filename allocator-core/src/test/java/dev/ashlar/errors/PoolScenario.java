package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** A pool whose table and memory grow. */
final class PoolScenario implements Scenario {
    private static final int CELL_BYTE_SIZE = 1_000;

    private long address;

    @SuppressWarnings("NullAway.Init")
    private Memory made;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        PoolAllocator pool = PoolAllocator.over(memory, 0, CELL_BYTE_SIZE);
        BlockModel model = new BlockModel(memory);
        for (int operation = 0; operation < 150; operation++) {
            int kind = random.nextInt(10);
            long length = 1L + random.nextInt(random.nextBoolean() ? 40 : CELL_BYTE_SIZE);
            List<BlockModel.Live> live = model.live();
            if (kind < 6 || live.isEmpty()) {
                faults.run(() -> made = pool.allocate(length), () -> verify(pool, model));
                model.addZeroed(made);
            } else if (kind == 6) {
                faults.run(() -> address = pool.allocateAddress(), () -> verify(pool, model));
                model.add(null, address, CELL_BYTE_SIZE);
            } else {
                BlockModel.Live block = live.get(random.nextInt(live.size()));
                Memory handle = block.handle();
                if (handle == null) {
                    faults.run(() -> pool.freeAddress(block.address()), () -> goneIfCounted(pool, model, block));
                    live.remove(block);
                } else if (kind == 7) {
                    faults.run(() -> made = handle.reallocate(length), () -> verify(pool, model));
                    model.resized(block, made);
                } else {
                    faults.run(handle::free, () -> goneIfRevoked(pool, model, block));
                    live.remove(block);
                }
            }
            verify(pool, model);
        }
    }

    private static boolean goneIfRevoked(PoolAllocator pool, BlockModel model, BlockModel.Live block) {
        boolean isGone = !Objects.requireNonNull(block.handle()).isAlive();
        if (isGone) {
            model.live().remove(block);
        }
        verify(pool, model);
        return isGone;
    }

    private static boolean goneIfCounted(PoolAllocator pool, BlockModel model, BlockModel.Live block) {
        boolean isGone = pool.stats().liveBlocks() < model.live().size();
        if (isGone) {
            model.live().remove(block);
        }
        verify(pool, model);
        return isGone;
    }

    private static boolean verify(PoolAllocator pool, BlockModel model) {
        model.verify();
        assertThat(pool.stats().liveBlocks()).isEqualTo(model.live().size());
        assertThat(pool.stats().usedByteSize()).isEqualTo(model.byteSize());
        return false;
    }
}
