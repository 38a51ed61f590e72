package dev.ashlar.alloc;

/** The blocks of a heap in the order of their addresses, as their headers say. */
final class HeapWalk {
    private HeapWalk() {}

    /** Is shown one block. */
    interface Visitor {
        /** Is shown the block at an address, with its header word. */
        void visit(long block, long word);
    }

    /**
     * Shows every block, free ones and runs included, to a visitor. O(blocks).
     *
     * @throws IllegalStateException if the memory is closed, or the bookkeeping is damaged
     */
    static void forEach(WalkedHeap heap, Visitor visitor) {
        long end = heap.extent().endHeader();
        long block = heap.extent().firstBlock();
        while (block < end) {
            long word = heap.format().word(block);
            long size = BlockFormat.sizeOf(word);
            if (!BlockFormat.hasTag(word) || size < BlockFormat.MIN_BLOCK_BYTE_SIZE || size > end - block) {
                throw new IllegalStateException("bookkeeping is damaged, see HeapChecker: address=" + block);
            }
            visitor.visit(block, word);
            block += size;
        }
    }
}
