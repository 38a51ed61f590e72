package dev.ashlar.further;

import dev.ashlar.alloc.AllocatorStats;
import dev.ashlar.alloc.BlockAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;

/**
 * Cells of 64 bytes from address 64 on. The free ones form a list, the last one freed first: each holds the address of the
 * next one, or 0. So a cell is taken when it is found, before it is zeroed.
 */
public final class LinkedCells extends BlockAllocator {
    private static final long CELL_BYTE_SIZE = 64;

    private long firstFree;
    private long fresh = CELL_BYTE_SIZE;
    private long live;

    public LinkedCells(LinearMemory memory) {
        super(memory, 0);
    }

    @Override
    protected long findRoom(long byteSize, long byteAlignment) {
        if (byteSize > CELL_BYTE_SIZE || byteAlignment > CELL_BYTE_SIZE) {
            throw new IllegalArgumentException("block does not fit in a cell: byteSize=" + byteSize);
        }
        long cell = firstFree;
        if (cell != 0) {
            firstFree = bytes().loadI64(cell);
            live++;
            return cell;
        }
        if (!reaches(fresh, CELL_BYTE_SIZE)) {
            return 0;
        }
        cell = fresh;
        fresh = cell + CELL_BYTE_SIZE;
        live++;
        return cell;
    }

    @Override
    protected void cancel(long address, long byteSize) {
        bytes().storeI64(address, firstFree);
        firstFree = address;
        live--;
    }

    @Override
    protected void giveBack(Memory block) {
        cancel(block.offset(), block.length());
    }

    @Override
    protected long largestFreeByteSize(long byteAlignment) {
        return firstFree != 0 || fresh + CELL_BYTE_SIZE <= claim().end() ? CELL_BYTE_SIZE : 0;
    }

    @Override
    public AllocatorStats stats() {
        return new AllocatorStats(
                live * CELL_BYTE_SIZE, claim().end(), live, fresh, largestFreeByteSize(CELL_BYTE_SIZE));
    }
}
