package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import java.util.Objects;

/**
 * A heap whose journal and indexes are doubles that a {@link Fuse} makes fail. What ends with a store to a field fails
 * before it only: nothing can fail after that.
 */
final class FusedHeap {
    private FusedHeap() {}

    static Heap create(Claim claim, boolean isPersistent, Fuse fuse) {
        HeapExtent extent = Objects.requireNonNull(HeapExtent.of(claim));
        Preamble preamble = new Preamble(claim.memory(), extent.start());
        Journal journal = isPersistent ? new Persistent(preamble, fuse) : new Plain(preamble, fuse);
        BlockIndex live = new Live(fuse);
        FreeLists lists = new Lists(new BlockFormat(journal), extent, live, fuse);
        Heap heap = new Heap(new LargeTier(extent, journal, live, lists), new Runs(fuse));
        heap.large().writeEmpty();
        return heap;
    }

    private static final class Plain extends PlainJournal {
        private final Fuse fuse;

        Plain(Preamble preamble, Fuse fuse) {
            super(preamble);
            this.fuse = fuse;
        }

        @Override
        void store(long address, long word) {
            fuse.through(() -> super.store(address, word));
        }

        @Override
        void storeState(SlotRun run, int slot, int state) {
            fuse.through(() -> super.storeState(run, slot, state));
        }

        @Override
        void storeSlack(SlotRun run, int slot, int slack) {
            fuse.through(() -> super.storeSlack(run, slot, slack));
        }

        @Override
        void requireSettled() {
            fuse.through(super::requireSettled);
        }

        @Override
        void beginChange() {
            fuse.through(super::beginChange);
        }

        @Override
        void beginShrink(long block, long word) {
            fuse.through(() -> super.beginShrink(block, word));
        }

        @Override
        void endChange() {
            fuse.through(() -> {});
            super.endChange();
        }

        @Override
        void noteMove() {
            fuse.through(super::noteMove);
        }

        @Override
        void endMove() {
            fuse.through(() -> {});
            super.endMove();
        }
    }

    private static final class Persistent extends FileJournal {
        private final Fuse fuse;

        Persistent(Preamble preamble, Fuse fuse) {
            super(preamble);
            this.fuse = fuse;
        }

        @Override
        void store(long address, long word) {
            fuse.through(() -> super.store(address, word));
        }

        @Override
        void write(long address, int state) {
            fuse.through(() -> super.write(address, state));
        }

        @Override
        void storeSlack(SlotRun run, int slot, int slack) {
            fuse.through(() -> super.storeSlack(run, slot, slack));
        }

        @Override
        void requireSettled() {
            fuse.through(super::requireSettled);
        }

        @Override
        void beginChange() {
            fuse.through(super::beginChange);
        }

        @Override
        void beginShrink(long block, long word) {
            fuse.through(() -> super.beginShrink(block, word));
        }

        @Override
        void endChange() {
            fuse.through(() -> {});
            super.endChange();
        }

        @Override
        void noteMove() {
            fuse.through(super::noteMove);
        }

        @Override
        void endMove() {
            fuse.through(() -> {});
            super.endMove();
        }
    }

    private static final class Live extends BlockIndex {
        private final Fuse fuse;

        Live(Fuse fuse) {
            this.fuse = fuse;
        }

        @Override
        void reserve(long address) {
            fuse.through(() -> super.reserve(address));
        }

        @Override
        void addLive(long address) {
            fuse.through(() -> super.addLive(address));
        }

        @Override
        void removeLive(long address) {
            fuse.through(() -> super.removeLive(address));
        }

        @Override
        void addFree(long address) {
            fuse.through(() -> super.addFree(address));
        }

        @Override
        void removeFree(long address) {
            fuse.through(() -> super.removeFree(address));
        }
    }

    private static final class Lists extends FreeLists {
        private final Fuse fuse;

        Lists(BlockFormat format, HeapExtent extent, BlockIndex live, Fuse fuse) {
            super(format, extent, live);
            this.fuse = fuse;
        }

        @Override
        void insert(long block, long size) {
            fuse.through(() -> super.insert(block, size));
        }

        @Override
        void remove(long block, long size, long next, long previous) {
            fuse.through(() -> super.remove(block, size, next, previous));
        }
    }

    private static final class Runs extends RunIndex {
        private final Fuse fuse;

        Runs(Fuse fuse) {
            this.fuse = fuse;
        }

        @Override
        Run prepare(int shape, long address) {
            fuse.through(() -> {});
            return super.prepare(shape, address);
        }

        @Override
        void relist(RunGroup group) {
            fuse.through(() -> super.relist(group));
        }

        @Override
        void enter(Run run) {
            fuse.through(() -> super.enter(run));
        }

        @Override
        void remove(Run run) {
            fuse.through(() -> super.remove(run));
        }
    }
}
