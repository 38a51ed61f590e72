package dev.ashlar.alloc.heap;

import dev.ashlar.memory.HeapFormatException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The recovery of a heap that threads share, and the record that it needs; no other thread may use the heap meanwhile.
 * The blocks are found as in any heap that is opened; then each run becomes a shared run.
 */
final class SharedRecovery {
    private final SharedLargeTier large;

    /** The moves that were cut off, or that were refused because another change was cut off. */
    private final Queue<Move> cutOffMoves = new ConcurrentLinkedQueue<>();

    /** A block to be moved, and the one that was allocated for it. */
    private record Move(long from, long to) {}

    SharedRecovery(SharedLargeTier large) {
        this.large = large;
    }

    /** Notes a move that has failed, if the new block cannot be freed now; otherwise the caller frees it. */
    void noteMove(long from, long to) {
        if (large.isStopped()) {
            cutOffMoves.add(new Move(from, to));
        }
    }

    /**
     * Rebuilds the heap from the headers, the index of blocks and the states of slots.
     *
     * @throws HeapFormatException if headers are damaged; nothing has changed then
     */
    SharedHeap recovered(SharedHeap before) {
        try {
            Heap plain = HeapOpening.recover(before);
            plain.small().giveSparesBack();
            SharedHeap heap = new SharedHeap(plain.large(), new SharedRunTable());
            heap.large().adopt(largeByteSize(plain), large.peakOccupiedByteSize());
            plain.small().runs().forEach(run -> adopt(run, heap.large()));
            cutOffMoves.forEach(move -> undo(move, heap));
            return heap;
        } catch (HeapFormatException damaged) {
            throw damaged;
        } catch (Throwable failure) {
            large.stop(failure);
            throw failure;
        }
    }

    private static long largeByteSize(Heap heap) {
        long[] byteSize = new long[1];
        HeapWalk.forEach(heap, (block, word) -> {
            if (BlockFormat.isLive(word) && !BlockFormat.isRun(word)) {
                byteSize[0] += BlockFormat.lengthOf(word);
            }
        });
        return byteSize[0];
    }

    /** Adopts a run, for the stripe to which it belonged before. */
    private void adopt(Run run, SharedLargeTier recovered) {
        SharedRun before = large.table().hiddenAt(run.address);
        int number = before == null ? 0 : before.queue.stripe.number;
        SharedRunQueue queue = recovered.stripe(number).queue(run.sizeClass());
        recovered.adopt(new SharedRun(run, queue));
    }

    /** Undoes a move: it is done once the old block is free, and until then nobody owns the new one. */
    private static void undo(Move move, SharedHeap heap) {
        if (heap.lengthAt(move.from) >= 0) {
            heap.free(move.to, PlainHeap.ANY_LENGTH);
        }
    }
}
