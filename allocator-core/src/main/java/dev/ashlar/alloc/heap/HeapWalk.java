package dev.ashlar.alloc.heap;

import dev.ashlar.memory.HeapDamagedException;

/** A walk over the blocks of a heap in the order of their addresses, by their headers. */
public final class HeapWalk {
    private HeapWalk() {}

    /** A visitor of blocks. */
    public interface Visitor {
        /** Visits the block at an address, with its header word. */
        void visit(long block, long word);
    }

    /**
     * Passes every block, free blocks and runs included, to a visitor. O(blocks).
     *
     * @throws HeapDamagedException if the bookkeeping is damaged
     * @throws IllegalStateException if the memory is closed
     */
    public static void forEach(WalkedHeap heap, Visitor visitor) {
        long end = heap.extent().endHeader();
        long block = heap.extent().firstBlock();
        while (block < end) {
            long word = heap.format().word(block);
            long size = BlockFormat.sizeOf(word);
            if (!BlockFormat.hasTag(word) || size < BlockFormat.MIN_BLOCK_BYTE_SIZE || size > end - block) {
                throw Damage.found(block, "no header of a block", word);
            }
            visitor.visit(block, word);
            block += size;
        }
    }
}
