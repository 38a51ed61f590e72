package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.HeapAssert;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.LiveBlocks;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One run of a script of operations, in which one operation meets an error at one of its calls. Then the script goes on:
 * on the heap as it is if the error has left it settled, else after the refusals that must come then and a recovery.
 */
final class ErrorInjection {
    private final boolean isPersistent;
    private final Fuse fuse = new Fuse();
    private final LinearMemory memory;
    private LinkedListAllocator allocator;
    private final Random random;
    private final List<Block> live = new ArrayList<>();
    private boolean isRecovered;

    /** An acknowledged block. */
    private static final class Block {
        private long address;
        private long length;
        private int seed;
        private @Nullable Memory handle;
    }

    /** What the operation with the error asked for: the block it is about, or null for a new one; and its new length, or 0. */
    private record Request(@Nullable Block block, long length) {}

    private @Nullable Request request;

    ErrorInjection(long seed, long pages, boolean isPersistent) {
        this.isPersistent = isPersistent;
        this.random = new Random(seed);
        this.memory = LinearMemory.createOnHeap(1, pages);
        this.allocator = Inside.over(memory, claim -> FusedHeap.create(claim, isPersistent, fuse));
    }

    /**
     * Runs the script with an error at a call of one operation; returns whether that operation makes so many calls.
     *
     * @param late whether the call has done its work when the error comes
     */
    boolean run(int operations, int failing, long call, boolean late) {
        boolean hasFailed = false;
        for (int i = 0; i < operations; i++) {
            request = null;
            if (i == failing) {
                fuse.set(call, late);
            }
            try {
                step();
                if (i == failing && !fuse.clear()) {
                    memory.close();
                    return false;
                }
            } catch (Fuse.Blown blown) {
                fuse.clear();
                hasFailed = true;
                try {
                    settle(blown);
                } catch (Throwable failure) {
                    failure.addSuppressed(blown);
                    throw failure;
                }
            }
            HeapAssert.assertWhole(allocator);
        }
        assertThat(hasFailed).isTrue();
        end();
        return true;
    }

    boolean isRecovered() {
        return isRecovered;
    }

    private void step() {
        int dice = random.nextInt(100);
        long length = nextLength();
        long alignment = random.nextInt(4) == 0 ? 1L << random.nextInt(10) : 16;
        int index = random.nextInt(1 << 20);
        boolean byHandle = random.nextBoolean();
        if (live.isEmpty() || dice < 45) {
            allocate(length, alignment, byHandle);
        } else if (dice < 72) {
            free(live.get(index % live.size()));
        } else if (dice < 76) {
            allocator.trim();
        } else {
            reallocate(live.get(index % live.size()), length, alignment);
        }
    }

    private long nextLength() {
        return 1L + random.nextInt(1 << (2 + random.nextInt(12)));
    }

    private void allocate(long length, long alignment, boolean byHandle) {
        request = new Request(null, length);
        Block block = new Block();
        try {
            if (byHandle) {
                Memory handle = allocator.allocate(length, alignment);
                block.handle = handle;
                block.address = handle.offset();
            } else {
                block.address = allocator.allocateAddress(length, alignment);
            }
        } catch (OutOfLinearMemoryException full) {
            return;
        }
        enter(block, length);
    }

    private void free(Block block) {
        request = new Request(block, 0);
        LiveBlocks.assertFilled(memory, block.address, block.length, block.seed);
        Memory handle = block.handle;
        if (handle == null) {
            allocator.freeAddress(block.address);
        } else {
            handle.free();
            assertThat(handle.isFreed()).isTrue();
        }
        live.remove(block);
    }

    private void reallocate(Block block, long length, long alignment) {
        request = new Request(block, length);
        Memory handle = block.handle;
        try {
            if (handle == null) {
                block.address = allocator.reallocateAddress(block.address, length, alignment);
            } else {
                Memory resized = handle.reallocate(length, alignment);
                assertThat(handle.isFreed()).isTrue();
                block.handle = resized;
                block.address = resized.offset();
            }
        } catch (OutOfLinearMemoryException full) {
            return;
        }
        LiveBlocks.assertFilled(memory, block.address, Math.min(length, block.length), block.seed);
        fill(block, length);
    }

    private void enter(Block block, long length) {
        fill(block, length);
        live.add(block);
    }

    private void fill(Block block, long length) {
        block.length = length;
        block.seed = random.nextInt();
        LiveBlocks.fill(memory, block.address, length, block.seed);
    }

    /** After the error: the heap is settled, or it refuses every change and is recovered; then the model is told what is. */
    private void settle(Fuse.Blown blown) {
        Journal journal = Inside.heapOf(allocator).journal();
        if ((journal.change | journal.movedTo) != 0) {
            assertRefuses(blown);
            if (isPersistent) {
                assertCopyOpens();
            }
            allocator.recover();
            isRecovered = true;
        }
        HeapAssert.assertWhole(allocator);
        assertContents(LiveBlocks.of(allocator), memory, true);
    }

    private void assertRefuses(Fuse.Blown blown) {
        List<Runnable> changes = new ArrayList<>(List.of(
                () -> allocator.allocateAddress(24),
                () -> allocator.allocateAddress(24, 8),
                () -> allocator.allocate(3_000),
                () -> allocator.trim(),
                () -> allocator.stats(),
                () -> allocator.map()));
        for (Block block : live) {
            changes.add(() -> allocator.freeAddress(block.address));
            changes.add(() -> allocator.reallocateAddress(block.address, block.length + 1));
            Memory handle = block.handle;
            if (handle != null && handle.isAlive()) {
                changes.add(handle::free);
            }
        }
        for (Runnable change : changes) {
            assertThatThrownBy(change::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("recover()")
                    .hasMessageContaining(Fuse.Blown.class.getName())
                    .hasCause(blown);
        }
    }

    /** The process ends here, and another one opens the heap. */
    private void assertCopyOpens() {
        try (LinearMemory copy = LinearMemory.createOnHeap(memory.pages(), memory.pages())) {
            copy.whole().storeBytes(0, memory.whole().loadBytes());
            LinkedListAllocator opened = LinkedListAllocator.open(copy);
            HeapAssert.assertWhole(opened);
            assertContents(LiveBlocks.of(opened), copy, false);
        }
    }

    /** Every acknowledged block is there, and besides them what the operation with the error may have left. */
    private void assertContents(NavigableMap<Long, Long> found, LinearMemory where, boolean adopts) {
        Request asked = request;
        Block touched = asked == null ? null : asked.block;
        for (Block block : live) {
            if (block != touched) {
                assertThat(found.remove(block.address))
                        .as("block at %d", block.address)
                        .isEqualTo(block.length);
                LiveBlocks.assertFilled(where, block.address, block.length, block.seed);
                assertHandle(block);
            }
        }
        if (asked != null && !adopts) {
            // As after a kill: a new block may be there that nobody was told of.
            long old = touched == null ? 0 : touched.address;
            if (touched == null || found.containsKey(old)) {
                found.entrySet().removeIf(block -> block.getKey() != old && block.getValue() == asked.length);
            }
        }
        assertThat(found.size())
                .as("blocks besides those acknowledged: %s", found)
                .isLessThanOrEqualTo(1);
        if (asked == null || touched == null) {
            assertThat(found).as("an allocation that has failed").isEmpty();
        } else if (!found.isEmpty()) {
            assertThat(found.firstEntry().getValue())
                    .isIn(touched.length, asked.length == 0 ? touched.length : asked.length);
            LiveBlocks.assertFilled(
                    where,
                    found.firstKey(),
                    Math.min(touched.length, found.firstEntry().getValue()),
                    touched.seed);
        } else {
            assertThat(asked.length)
                    .as("a block is gone that was not to be freed")
                    .isZero();
        }
        if (adopts) {
            adopt(touched, found);
        }
    }

    private static void assertHandle(Block block) {
        Memory handle = block.handle;
        if (handle != null) {
            assertThat(handle.isAlive()).isTrue();
            assertThat(handle.length()).isEqualTo(block.length);
        }
    }

    /** What the operation with the error has left is acknowledged from here on. */
    private void adopt(@Nullable Block touched, NavigableMap<Long, Long> found) {
        if (touched == null) {
            return;
        }
        Block block = touched;
        Memory handle = block.handle;
        if (found.isEmpty()) {
            live.remove(block);
            assertThat(handle != null && handle.isAlive())
                    .as("a handle to a block that is gone")
                    .isFalse();
            return;
        }
        long length = found.firstEntry().getValue();
        if (handle != null && handle.isAlive()) {
            assertThat(handle.offset()).isEqualTo(found.firstKey());
            assertThat(handle.length()).isEqualTo(length);
        } else {
            block.handle = null;
        }
        block.address = found.firstKey();
        fill(block, length);
    }

    private void end() {
        for (Block block : List.copyOf(live)) {
            free(block);
        }
        HeapAssert.assertAllFree(allocator);
        memory.close();
    }
}
