package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** A bump allocator with marks, resets and reallocations. */
final class BumpScenario implements Scenario {
    private record Marked(BumpAllocator.Mark mark, int blocks) {}

    private final List<Marked> marks = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Memory made;

    private long address;

    @SuppressWarnings("NullAway.Init")
    private BumpAllocator.Mark mark;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        BumpAllocator bump = BumpAllocator.over(memory, 0);
        BlockModel model = new BlockModel(memory);
        mark = bump.mark();
        marks.clear();
        marks.add(new Marked(mark, 0));
        for (int operation = 0; operation < 150; operation++) {
            int kind = random.nextInt(12);
            long length = 1L + random.nextInt(random.nextBoolean() ? 40 : 2_000);
            List<BlockModel.Live> live = model.live();
            if (kind < 5 || live.isEmpty()) {
                faults.run(() -> made = bump.allocate(length), () -> verify(bump, model));
                model.addZeroed(made);
            } else if (kind == 5) {
                faults.run(() -> address = bump.allocateAddress(length), () -> verify(bump, model));
                model.add(null, address, length);
            } else if (kind < 8) {
                faults.run(() -> mark = bump.mark(), () -> verify(bump, model));
                marks.add(new Marked(mark, live.size()));
            } else if (kind == 8) {
                reset(bump, model, faults, random.nextInt(marks.size()));
            } else {
                reallocate(bump, model, faults, length, random);
            }
            verify(bump, model);
        }
        faults.run(bump::close, () -> {
            // Whether or not it has come to that, closing again completes it.
            bump.close();
            return true;
        });
        assertThat(BumpAllocator.over(memory, 0).stats().liveBlocks()).isZero();
        assertThat(model.live().stream()
                        .filter(block ->
                                block.handle() != null && block.handle().isAlive()))
                .isEmpty();
    }

    private void reset(BumpAllocator bump, BlockModel model, Faults faults, int index) {
        Marked to = marks.get(index);
        List<BlockModel.Live> gone =
                List.copyOf(model.live().subList(to.blocks, model.live().size()));
        boolean ended = faults.run(() -> bump.reset(to.mark), () -> {
            long handles = handles(gone).count();
            // Asking completes what was cut off.
            long after = bump.stats().liveBlocks();
            long alive = handles(gone).filter(Memory::isAlive).count();
            assertThat(alive).isIn(0L, handles);
            boolean happened = after == to.blocks;
            assertThat(after).isIn((long) to.blocks, (long) model.live().size());
            if (!happened) {
                verify(bump, model);
            }
            return happened;
        });
        assertThat(handles(gone).filter(Memory::isAlive)).isEmpty();
        assertThat(ended || bump.nextAddress() == to.mark.address()).isTrue();
        model.live().removeAll(gone);
        marks.subList(index + 1, marks.size()).clear();
    }

    private static Stream<Memory> handles(List<BlockModel.Live> blocks) {
        return blocks.stream().map(BlockModel.Live::handle).filter(Objects::nonNull);
    }

    /** A block that moves counts as allocated since the last mark, so only those since then are taken. */
    private void reallocate(BumpAllocator bump, BlockModel model, Faults faults, long length, Random random) {
        int first = marks.getLast().blocks;
        int count = model.live().size() - first;
        if (count == 0) {
            return;
        }
        BlockModel.Live block = model.live().get(first + (random.nextBoolean() ? count - 1 : random.nextInt(count)));
        Memory handle = block.handle();
        if (handle != null) {
            faults.run(() -> made = handle.reallocate(length), () -> verify(bump, model));
            model.resized(block, made);
        }
    }

    private static boolean verify(BumpAllocator bump, BlockModel model) {
        model.verify();
        assertThat(bump.stats().liveBlocks()).isEqualTo(model.live().size());
        assertThat(bump.stats().usedByteSize()).isEqualTo(model.byteSize());
        return false;
    }
}
