package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.Usage;
import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Owner;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An allocator of fixed-size cells: for many things of one size, without a byte of bookkeeping between them.
 *
 * <p>Cells lie side by side in the claimed range. A block may be shorter than its cell and never longer. Which cells are
 * live, and how long their blocks are, is kept on the Java heap (4 bytes for each cell), where no payload can forge it;
 * the free cells form a list there, the one freed last first. Allocating and freeing take O(1).
 *
 * <p>{@code free}, {@code reallocate} and {@link #make} accept exactly the live blocks; everything else is refused with
 * an {@link IllegalStateException} and changes nothing. Address 0 is never handed out: a pool from address 0
 * starts at 16.
 *
 * <p>For one thread at a time.
 */
public final class PoolAllocator implements Allocator {
    private final Claim claim;
    private final Memory bytes;
    private final long firstCell;
    private final int cellByteSize;
    private final long byteAlignment;
    private final Usage usage = new Usage();
    private long liveCells;

    /** For each cell that was ever used: the length of a live block; or of a free one -(1 + the next free cell), or 0. */
    private int[] cells = new int[64];

    /** 1 + the first free cell, or 0. */
    private int firstFree;

    /** Cells from here on were never used. */
    private int fresh;

    private PoolAllocator(LinearMemory memory, long base, long byteSize, long cellByteSize) {
        Owner owner = new Blocks();
        this.claim = byteSize < 0 ? memory.claim(base, owner) : memory.claim(base, byteSize, owner);
        this.bytes = memory.whole();
        this.cellByteSize = (int) cellByteSize;
        this.byteAlignment = Math.min(DEFAULT_BYTE_ALIGNMENT, Long.lowestOneBit(cellByteSize));
        long first = Alignment.alignUp(base, DEFAULT_BYTE_ALIGNMENT);
        this.firstCell = first == 0 ? DEFAULT_BYTE_ALIGNMENT : first;
    }

    /**
     * A pool from {@code base} to the end of {@code memory}, growing with it cell by cell, by no page more than needed.
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
        return new PoolAllocator(memory, base, -1, cellByteSize);
    }

    /**
     * A pool in {@code [base, base + byteSize)}, which never grows.
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
        return new PoolAllocator(memory, base, byteSize, cellByteSize);
    }

    /** Allocates a whole cell, zeroed. O(1), plus zeroing. Throws as {@link #allocate(long)} does. */
    public Memory allocate() {
        return allocate(cellByteSize);
    }

    /** Allocates a zeroed block aligned as cells are, see {@link #byteAlignment()}; else as {@link #allocate(long, long)}. */
    @Override
    public Memory allocate(long byteSize) {
        return allocate(byteSize, byteAlignment);
    }

    /**
     * {@inheritDoc} O(1), plus zeroing.
     *
     * @throws IllegalArgumentException also if the block is larger than a cell or its alignment stricter than that of
     *     cells
     */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        Memory handle = tryAllocate(byteSize, byteAlignment);
        if (handle == null) {
            throw noRoom(byteSize);
        }
        return handle;
    }

    /** As {@link #allocate(long)}, but returns {@code null} where that throws {@link OutOfLinearMemoryException}. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize) {
        return tryAllocate(byteSize, byteAlignment);
    }

    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        long address = take(byteSize, byteAlignment);
        if (address == 0) {
            return null;
        }
        ZeroFill.zero(bytes, address, byteSize);
        return claim.handle(address, byteSize);
    }

    /**
     * Allocates a whole cell and returns its plain address, never 0. Makes no object. The cell is <b>not</b> zeroed. O(1).
     *
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough
     * @throws IllegalStateException if the memory is closed
     */
    public long allocateAddress() {
        long address = take(cellByteSize, 1);
        if (address == 0) {
            throw noRoom(cellByteSize);
        }
        return address;
    }

    /**
     * Frees the live block that starts at {@code address}. Handles to it are not revoked. O(1).
     *
     * @throws IllegalStateException if no live block starts there, or the memory is closed; nothing has changed then
     */
    public void freeAddress(long address) {
        bytes.checkRange(0, 0);
        int cell = liveCell("free", address);
        give(cell);
    }

    /**
     * Makes a handle for exactly a live block: one that starts at {@code offset} and was asked for with {@code length}
     * bytes. It is a handle of its own: freeing through another one does not revoke it, see {@link Memory}. O(1).
     *
     * @throws IllegalStateException if there is no such block, or the memory is closed
     */
    public Memory make(long offset, long length) {
        requireLength("make", offset, length);
        return claim.handle(offset, length);
    }

    /** O(1). */
    private void free(Memory handle) {
        give(ownedCell("free", handle));
        claim.revoke(handle);
    }

    /**
     * The block stays in its cell. O(1), plus zeroing.
     *
     * @throws IllegalArgumentException if {@code newLength} is not positive or larger than a cell, or
     *     {@code byteAlignment} is no positive power of two or stricter than that of cells
     */
    private Memory reallocate(Memory handle, long newLength, long byteAlignment) {
        checkRequest(newLength, byteAlignment);
        int cell = ownedCell("reallocate", handle);
        long address = handle.offset();
        long length = cells[cell];
        if (newLength > length) {
            ZeroFill.zero(bytes, address + length, newLength - length);
        }
        Memory resized = claim.handle(address, newLength);
        cells[cell] = (int) newLength;
        usage.resized(length, newLength);
        claim.revoke(handle);
        return resized;
    }

    /** The alignment of every cell in bytes: the largest power of two that divides the cell size, at most 16. */
    public long byteAlignment() {
        return byteAlignment;
    }

    /** Bytes in a cell. */
    public long cellByteSize() {
        return cellByteSize;
    }

    /** How many cells the range holds as it is now, live and free. O(1). */
    public long cellCount() {
        return Math.max(0, (claim.end() - firstCell) / cellByteSize);
    }

    @Override
    public LinearMemory memory() {
        return claim.memory();
    }

    /** {@inheritDoc} O(1). The largest free block is a cell, or 0 when all cells are live. */
    @Override
    public AllocatorStats stats() {
        return new AllocatorStats(
                usage.byteSize(), claim.end() - claim.base(), liveCells, usage.peakByteSize(), largestFree());
    }

    /** Cell size and how many cells are live, for logs. */
    @Override
    public String toString() {
        return "PoolAllocator[base=" + claim.base() + ", cellByteSize=" + cellByteSize + ", live=" + liveCells + "]";
    }

    private static void checkCell(long cellByteSize) {
        if (cellByteSize <= 0 || cellByteSize > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "size of a cell must be from 1 to " + Integer.MAX_VALUE + ": cellByteSize=" + cellByteSize);
        }
    }

    private void checkRequest(long byteSize, long alignment) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        if (byteSize > cellByteSize || Alignment.requireValid(alignment) > byteAlignment) {
            throw new IllegalArgumentException("block does not fit in a cell: byteSize=" + byteSize + " byteAlignment="
                    + alignment + " cellByteSize=" + cellByteSize + " cellByteAlignment=" + byteAlignment);
        }
    }

    private long take(long byteSize, long alignment) {
        checkRequest(byteSize, alignment);
        int cell = firstFree - 1;
        if (cell < 0) {
            cell = fresh;
            if (!reachesFresh()) {
                return 0;
            }
            fresh++;
        } else {
            bytes.checkRange(0, 0);
            firstFree = -cells[cell];
        }
        cells[cell] = (int) byteSize;
        usage.allocated(byteSize);
        liveCells++;
        return addressOf(cell);
    }

    /** Whether there is room for one cell more, in the range, the memory and the table. */
    private boolean reachesFresh() {
        long end = addressOf(fresh) + cellByteSize;
        if (claim.isGrowing() ? !claim.memory().ensureCapacity(end) : end > claim.end()) {
            return false;
        }
        bytes.checkRange(0, end);
        if (fresh == cells.length) {
            cells = Arrays.copyOf(cells, (int) Math.min(2L * fresh, Integer.MAX_VALUE - 8));
        }
        return fresh < cells.length;
    }

    private void give(int cell) {
        usage.freed(cells[cell]);
        liveCells--;
        cells[cell] = -firstFree;
        firstFree = cell + 1;
    }

    private long addressOf(int cell) {
        return firstCell + (long) cell * cellByteSize;
    }

    private int ownedCell(String operation, Memory handle) {
        if (!claim.owns(handle)) {
            throw Refusal.otherOwner(operation, handle, claim);
        }
        return requireLength(operation, handle.offset(), handle.length());
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
            throw Refusal.notLive(operation, address, claim);
        }
        return (int) cell;
    }

    private long largestFree() {
        boolean hasFree = firstFree != 0 || fresh < cellCount();
        return hasFree ? cellByteSize : 0;
    }

    private OutOfLinearMemoryException noRoom(long byteSize) {
        return Refusal.noRoom(claim, byteSize, largestFree());
    }

    /** The side of the allocator that handles see. */
    private final class Blocks implements Owner {
        @Override
        public void free(Memory handle) {
            PoolAllocator.this.free(handle);
        }

        @Override
        public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
            return PoolAllocator.this.reallocate(handle, newLength, byteAlignment);
        }

        @Override
        public long defaultByteAlignment() {
            return byteAlignment;
        }
    }
}
