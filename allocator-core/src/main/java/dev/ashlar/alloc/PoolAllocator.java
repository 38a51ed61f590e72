package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.Arrays;

/**
 * An allocator of fixed-size cells: for many objects of one size, without a byte of bookkeeping between them.
 *
 * <p>Cells lie side by side in the claimed range. A block may be shorter than its cell but never longer. The Java heap
 * records which cells are live and how long their blocks are (4 bytes for each cell), where no payload can forge it;
 * the free cells form a list there, the one freed last first. Allocating and freeing take O(1).
 *
 * <p>{@code free}, {@code reallocate} and {@link #make} accept exactly the live blocks; everything else is refused with
 * an {@link IllegalStateException} and changes nothing. Address 0 is never handed out: a pool from address 0
 * starts at 16.
 *
 * <p>For one thread at a time.
 */
public final class PoolAllocator extends BlockAllocator {
    private static final int FIRST_TABLE_LENGTH = 64;

    /** An address beyond every memory, so that the memory refuses it. */
    private static final long LAST_BASE = Long.MAX_VALUE - DEFAULT_BYTE_ALIGNMENT;

    private final long firstCell;
    private final int cellByteSize;
    private final long byteAlignment;
    private long usedByteSize;
    private long peakUsedByteSize;
    private long liveCells;

    /** The cells that were ever used: the length of a live block; for a free one -(1 + the next free cell), or 0. */
    private int[] cells;

    /** The first free cell plus 1, or 0. */
    private int firstFree;

    /** The first cell of those that were never used. */
    private int fresh;

    private PoolAllocator(LinearMemory memory, long base, long byteSize, boolean isGrowing, long cellByteSize) {
        int[] table = new int[FIRST_TABLE_LENGTH];
        long first = firstCell(base);
        long alignment = alignmentOf(cellByteSize);
        super(memory, base, byteSize, isGrowing, false);
        this.cells = table;
        this.firstCell = first;
        this.cellByteSize = (int) cellByteSize;
        this.byteAlignment = alignment;
    }

    private static long firstCell(long base) {
        long first = Alignment.alignUp(Math.clamp(base, 0, LAST_BASE), DEFAULT_BYTE_ALIGNMENT);
        return first == 0 ? DEFAULT_BYTE_ALIGNMENT : first;
    }

    private static long alignmentOf(long cellByteSize) {
        return Math.min(DEFAULT_BYTE_ALIGNMENT, Long.lowestOneBit(cellByteSize));
    }

    /**
     * Makes a pool from {@code base} to the end of {@code memory}, growing with it cell by cell, by no page more than
     * needed.
     *
     * @param base address of the first byte, at most the size of the memory; the first cell starts at the next multiple
     *     of 16
     * @param cellByteSize bytes in a cell, positive, at most {@link Integer#MAX_VALUE}
     * @throws IllegalArgumentException if {@code cellByteSize} is not as described
     * @throws IndexOutOfBoundsException if {@code base} is negative or beyond the end of the memory
     * @throws IllegalStateException if a part of the range is claimed already, or the memory is closed
     */
    public static PoolAllocator over(LinearMemory memory, long base, long cellByteSize) {
        checkCell(cellByteSize);
        return new PoolAllocator(memory, base, 0, true, cellByteSize);
    }

    /**
     * Makes a pool in {@code [base, base + byteSize)}, which never grows.
     *
     * @param base address of the first byte; the first cell starts at the next multiple of 16
     * @param byteSize bytes, positive; the range must lie inside the memory as it is now
     * @param cellByteSize bytes in a cell, positive, at most {@link Integer#MAX_VALUE}
     * @throws IllegalArgumentException if a size is not as described
     * @throws IndexOutOfBoundsException if the range does not lie inside the memory
     * @throws IllegalStateException if a part of the range is claimed already, or the memory is closed
     */
    public static PoolAllocator over(LinearMemory memory, long base, long byteSize, long cellByteSize) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        checkCell(cellByteSize);
        return new PoolAllocator(memory, base, byteSize, false, cellByteSize);
    }

    /** Allocates a whole cell, zeroed. O(1), plus zeroing. Throws as {@link #allocate(long)} does. */
    public Memory allocate() {
        return allocate(cellByteSize);
    }

    /** As {@link #allocate(long, long)}, with the alignment of cells, see {@link #byteAlignment()}. */
    @Override
    public Memory allocate(long byteSize) {
        return super.allocate(byteSize);
    }

    /**
     * {@inheritDoc} O(1), plus zeroing.
     *
     * @throws IllegalArgumentException also if the block is larger than a cell or its alignment stricter than that of
     *     cells
     */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        return super.allocate(byteSize, byteAlignment);
    }

    /**
     * Allocates a whole cell and returns its plain address, never 0. Makes no object. The cell is <b>not</b> zeroed.
     * O(1).
     *
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough
     * @throws IllegalStateException if the memory is closed
     */
    public long allocateAddress() {
        long address = findRoom(cellByteSize, 1);
        if (address == 0) {
            throw noRoom(cellByteSize, byteAlignment);
        }
        takeNext(cellByteSize);
        return address;
    }

    /**
     * Frees the live block that starts at {@code address}. Handles to it are not revoked. O(1).
     *
     * @throws IllegalStateException if no live block starts there, or the memory is closed; nothing has changed then
     */
    public void freeAddress(long address) {
        bytes().checkRange(0, 0);
        giveBack(liveCell("free", address));
    }

    /** {@inheritDoc} O(1). */
    @Override
    public void freeAddress(long address, long byteSize) {
        requirePositive(byteSize);
        bytes().checkRange(0, 0);
        giveBack(requireLength("free", address, byteSize));
    }

    /**
     * Makes a handle for exactly a live block: one that starts at {@code offset} and was requested with {@code length}
     * bytes. It is a separate handle: freeing through another one does not revoke it, see {@link Memory}. O(1).
     *
     * @throws IllegalStateException if there is no such block, or the memory is closed
     */
    public Memory make(long offset, long length) {
        requireLength("make", offset, length);
        return claim().handle(offset, length);
    }

    @Override
    protected void giveBack(Memory block) {
        giveBack(requireLength("free", block.offset(), block.length()));
    }

    /**
     * Gives a block another length in its cell. O(1), plus zeroing.
     *
     * @throws IllegalArgumentException if {@code newLength} is larger than a cell, or {@code byteAlignment} stricter
     *     than that of cells
     */
    @Override
    protected Memory resize(Memory block, long newLength, long byteAlignment) {
        checkFits(newLength, byteAlignment);
        long address = block.offset();
        long length = block.length();
        int cell = requireLength("reallocate", address, length);
        if (newLength > length) {
            zero(address + length, newLength - length);
        }
        Memory resized = claim().handle(address, newLength);
        int[] table = cells;
        // No call from here on.
        table[cell] = (int) newLength;
        usedByteSize += newLength - length;
        if (usedByteSize > peakUsedByteSize) {
            peakUsedByteSize = usedByteSize;
        }
        return resized;
    }

    /** The alignment of every cell in bytes: the largest power of two that divides the cell size, at most 16. */
    public long byteAlignment() {
        return byteAlignment;
    }

    /** The bytes in a cell. */
    public long cellByteSize() {
        return cellByteSize;
    }

    /** The number of cells that the range holds as it is now, live and free. O(1). */
    public long cellCount() {
        return Math.max(0, (claim().end() - firstCell) / cellByteSize);
    }

    /** {@inheritDoc} O(1). The largest free block is a cell, or 0 if all cells are live. */
    @Override
    public AllocatorStats stats() {
        return new AllocatorStats(
                usedByteSize,
                claim().end() - claim().base(),
                liveCells,
                peakUsedByteSize,
                largestFreeByteSize(byteAlignment));
    }

    /** The cell size and the number of live cells, for logs. */
    @Override
    public String toString() {
        return "PoolAllocator[base=" + claim().base() + ", cellByteSize=" + cellByteSize + ", live=" + liveCells + "]";
    }

    private static void checkCell(long cellByteSize) {
        if (cellByteSize <= 0 || cellByteSize > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "size of a cell must be from 1 to " + Integer.MAX_VALUE + ": cellByteSize=" + cellByteSize);
        }
    }

    private void checkFits(long byteSize, long alignment) {
        if (byteSize > cellByteSize || alignment > byteAlignment) {
            throw new IllegalArgumentException("block does not fit in a cell: byteSize=" + byteSize + " byteAlignment="
                    + alignment + " cellByteSize=" + cellByteSize + " cellByteAlignment=" + byteAlignment);
        }
    }

    @Override
    protected long findRoom(long byteSize, long alignment) {
        checkFits(byteSize, alignment);
        int cell = firstFree - 1;
        if (cell < 0) {
            return reachesFresh() ? addressOf(fresh) : 0;
        }
        bytes().checkRange(0, 0);
        return addressOf(cell);
    }

    /** Returns whether there is room for one more cell, in the range, the memory and the table. */
    private boolean reachesFresh() {
        long address = addressOf(fresh);
        if (!reaches(address, cellByteSize)) {
            return false;
        }
        bytes().checkRange(address, cellByteSize);
        if (fresh == cells.length) {
            cells = Arrays.copyOf(cells, (int) Math.min(2L * fresh, Integer.MAX_VALUE - 8));
        }
        return fresh < cells.length;
    }

    @Override
    protected void take(Memory block) {
        long length = block.length();
        if (addressOf(firstFree == 0 ? fresh : firstFree - 1) != block.offset()) {
            throw severalThreads();
        }
        takeNext((int) length);
    }

    /** Takes the cell that {@link #findRoom} has found, for a block of this length. */
    private void takeNext(int length) {
        int[] table = cells;
        int cell = firstFree - 1;
        if (cell < 0) {
            cell = fresh;
        }
        int state = table[cell];
        if (state > 0) {
            throw severalThreads();
        }
        // No call from here on.
        if (cell == fresh) {
            fresh = cell + 1;
        } else {
            firstFree = -state;
        }
        table[cell] = length;
        liveCells++;
        usedByteSize += length;
        if (usedByteSize > peakUsedByteSize) {
            peakUsedByteSize = usedByteSize;
        }
    }

    private void giveBack(int cell) {
        int[] table = cells;
        // No call from here on.
        usedByteSize -= table[cell];
        liveCells--;
        table[cell] = -firstFree;
        firstFree = cell + 1;
    }

    private long addressOf(int cell) {
        return firstCell + (long) cell * cellByteSize;
    }

    private int requireLength(String operation, long address, long length) {
        int cell = liveCell(operation, address);
        if (cells[cell] != length) {
            throw Refusal.otherLength(operation, address, length, cells[cell]);
        }
        return cell;
    }

    private int liveCell(String operation, long address) {
        long offset = address - firstCell;
        long cell = offset / cellByteSize;
        if (address < firstCell || cell >= fresh || cell * cellByteSize != offset || cells[(int) cell] <= 0) {
            throw Refusal.notLive(operation, address, claim());
        }
        return (int) cell;
    }

    @Override
    protected long largestFreeByteSize(long alignment) {
        boolean hasFree = firstFree != 0 || fresh < cellCount();
        return hasFree ? cellByteSize : 0;
    }

    @Override
    protected long defaultByteAlignment() {
        return byteAlignment;
    }

    private IllegalStateException severalThreads() {
        return new IllegalStateException(
                "pool has changed while it changed: is it used by several threads at once? base=" + claim().base()
                        + " cellByteSize=" + cellByteSize + " live=" + liveCells);
    }
}
