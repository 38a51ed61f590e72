package dev.ashlar.further;

import dev.ashlar.alloc.AllocatorStats;
import dev.ashlar.alloc.BlockAllocator;
import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;

/** The one that the README shows. */
final class Pile extends BlockAllocator {
    private long top = 16;
    private long blocks;

    Pile(LinearMemory memory) {
        super(memory, 0); // from address 0 to wherever the memory grows
    }

    @Override
    protected long findRoom(long byteSize, long byteAlignment) {
        long address = Alignment.alignUp(top, byteAlignment);
        return reaches(address, byteSize) ? address : 0;
    }

    @Override
    protected void take(Memory block) {
        top = block.offset() + block.length();
        blocks++;
    }

    @Override
    protected void giveBack(Memory block) {
        if (block.offset() + block.length() != top) {
            throw new IllegalStateException("not the newest block: offset=" + block.offset());
        }
        top = block.offset();
        blocks--;
    }

    @Override
    protected long largestFreeByteSize(long byteAlignment) {
        return Math.max(0, claim().end() - Alignment.alignUp(top, byteAlignment));
    }

    @Override
    public AllocatorStats stats() {
        return new AllocatorStats(top - 16, claim().end(), blocks, top - 16, largestFreeByteSize(1));
    }
}
