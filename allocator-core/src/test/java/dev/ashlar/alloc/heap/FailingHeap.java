package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Claim;
import org.jspecify.annotations.Nullable;

/** A shared heap whose journal and indexes throw an error at one of their calls: before they do what they are asked, or after. */
final class FailingHeap {
    private final boolean isAfter;
    private long callsLeft;

    /** The error that a double throws. */
    static final class InjectedError extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Throws at the call with a number from 1 on. */
    FailingHeap(long call, boolean isAfter) {
        this.callsLeft = call;
        this.isAfter = isAfter;
    }

    /** Whether the error has been thrown. */
    boolean hasFailed() {
        return callsLeft <= 0;
    }

    @Nullable
    SharedHeap in(Claim claim) {
        HeapExtent extent = HeapExtent.of(claim);
        if (extent == null) {
            return null;
        }
        long call = callsLeft;
        callsLeft = Long.MAX_VALUE;
        Journal journal = new FailingJournal(new Preamble(claim.memory(), extent.start()));
        BlockIndex live = new FailingBlockIndex();
        FreeLists lists = new FailingFreeLists(new BlockFormat(journal), extent, live);
        LargeTier large = new LargeTier(extent, journal, live, lists);
        large.writeEmpty();
        SharedHeap heap = new SharedHeap(large, new FailingTable());
        callsLeft = call;
        return heap;
    }

    private void call(Runnable operation) {
        boolean fails = --callsLeft == 0;
        if (fails && !isAfter) {
            throw new InjectedError();
        }
        operation.run();
        if (fails) {
            throw new InjectedError();
        }
    }

    private final class FailingJournal extends PlainJournal {
        private FailingJournal(Preamble preamble) {
            super(preamble);
        }

        @Override
        void store(long address, long word) {
            call(() -> super.store(address, word));
        }

        @Override
        void beginChange() {
            call(super::beginChange);
        }

        @Override
        void beginShrink(long block, long word) {
            call(() -> super.beginShrink(block, word));
        }

        /** Fails before only: the real one ends with a store, behind which no error can come. */
        @Override
        void endChange() {
            call(() -> {});
            super.endChange();
        }
    }

    private final class FailingBlockIndex extends BlockIndex {
        @Override
        void addLive(long address) {
            call(() -> super.addLive(address));
        }

        @Override
        void removeLive(long address) {
            call(() -> super.removeLive(address));
        }

        @Override
        void addFree(long address) {
            call(() -> super.addFree(address));
        }

        @Override
        void removeFree(long address) {
            call(() -> super.removeFree(address));
        }
    }

    private final class FailingFreeLists extends FreeLists {
        private FailingFreeLists(BlockFormat format, HeapExtent extent, BlockIndex live) {
            super(format, extent, live);
        }

        @Override
        void reserve(long end) {
            call(() -> super.reserve(end));
        }

        @Override
        void insert(long block, long size) {
            call(() -> super.insert(block, size));
        }

        @Override
        void remove(long block, long size, long next, long previous) {
            call(() -> super.remove(block, size, next, previous));
        }
    }

    private final class FailingTable extends SharedRunTable {
        @Override
        void reserve(SharedRun run) {
            call(() -> super.reserve(run));
        }

        @Override
        void add(SharedRun run) {
            call(() -> super.add(run));
        }

        @Override
        void remove(SharedRun run) {
            call(() -> super.remove(run));
        }
    }
}
