package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Blocks one after another, given back all at once: each allocation moves one address up, a reset moves it down again.
 *
 * <pre>
 * base            mark               next                end
 *  | block | block | block | gap | block |      free      |
 *                  '---- a reset to the mark -----'
 * </pre>
 *
 * <p><b>Range.</b> Either fixed, {@code [base, base + byteSize)}, or from {@code base} to the end of the memory, which
 * is then grown as needed. Nobody else can claim it until {@link #close()}. There is no bookkeeping in the range; the
 * only bytes lost are gaps for alignment.
 *
 * <p><b>Addresses.</b> Multiples of 16 bytes unless another alignment is requested. An alignment above {@link
 * LinearMemory#baseAlignment()} applies to the address in linear memory, not to the address in the process. Address 0
 * is never handed out.
 *
 * <p><b>Contents.</b> {@link #allocate(long)} gives zeroed memory, {@link #allocateAddress(long)} does not.
 *
 * <p><b>Freeing.</b> {@link Memory#free()} of a single block is refused; {@link Memory#close()} does nothing, so that
 * try-with-resources works. {@link #reset(Mark)} and {@link #reset()} give back every block allocated since, and revoke
 * the handle of each, so that no access through one of them, or through a view of one, reaches a block allocated later.
 * For this the allocator stores its handles, some 100 bytes of Java heap each, until the reset. Blocks from {@code
 * allocateAddress} have no handle and cost nothing; nothing can revoke a plain address.
 *
 * <p><b>Cost.</b> Allocating is O(1) plus zeroing; a reset is O(blocks with a handle that it gives back).
 *
 * <p><b>Threads.</b> For one thread at a time.
 */
public final class BumpAllocator extends BlockAllocator implements AutoCloseable {
    private final IssuedHandles handles;
    private final Mark origin;

    /** The newest of the marks that a reset may still go to. */
    private Mark newest;

    /** The mark of a reset that is under way, or that an error has cut off; otherwise null. */
    private @Nullable Mark resetTo;

    private long next;
    private long peakUsedByteSize;
    private long plainByteSize;
    private long plainBlocks;
    private boolean closed;

    private BumpAllocator(LinearMemory memory, long base, long byteSize, boolean isGrowing) {
        IssuedHandles none = new IssuedHandles();
        Mark start = new Mark(Math.max(base, 1));
        super(memory, base, byteSize, isGrowing, false);
        this.handles = none;
        this.origin = start;
        this.newest = start;
        this.next = start.next;
    }

    /**
     * Makes an allocator in {@code [base, base + byteSize)}, a range that never grows.
     *
     * @param base address of the first byte
     * @param byteSize bytes, positive; the range must lie inside the memory as it is now
     * @throws IllegalArgumentException if {@code byteSize} is not positive
     * @throws IndexOutOfBoundsException if the range does not lie inside the memory
     * @throws IllegalStateException if a part of it is claimed already, or the memory is closed
     */
    public static BumpAllocator over(LinearMemory memory, long base, long byteSize) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        return new BumpAllocator(memory, base, byteSize, false);
    }

    /**
     * Makes an allocator from {@code base} to the end of {@code memory}, which grows the memory when that end is
     * reached.
     *
     * @param base address of the first byte, at most the size of the memory
     * @throws IndexOutOfBoundsException if {@code base} is negative or beyond the end
     * @throws IllegalStateException if a part of the range is claimed already, or the memory is closed
     */
    public static BumpAllocator over(LinearMemory memory, long base) {
        return new BumpAllocator(memory, base, 0, true);
    }

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        return super.allocate(byteSize, byteAlignment);
    }

    /** As {@link #allocateAddress(long, long)}, aligned to 16 bytes. */
    public long allocateAddress(long byteSize) {
        return allocateAddress(byteSize, DEFAULT_BYTE_ALIGNMENT);
    }

    /**
     * Allocates a block and returns its plain address, never 0. Makes no object. The block is <b>not</b> zeroed. O(1).
     *
     * @param byteSize bytes, positive
     * @param byteAlignment a positive power of two; the address is a multiple of it
     * @throws IllegalArgumentException if {@code byteSize} is not positive or {@code byteAlignment} is not a positive
     *     power of two
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough
     * @throws IllegalStateException if the memory or the allocator is closed
     */
    public long allocateAddress(long byteSize, long byteAlignment) {
        checkRequest(byteSize, byteAlignment);
        long address = findRoom(byteSize, byteAlignment);
        if (address == 0) {
            throw noRoom(byteSize, byteAlignment);
        }
        long used = usedByteSize() + byteSize;
        // No call from here on.
        next = address + byteSize;
        plainByteSize += byteSize;
        plainBlocks++;
        if (used > peakUsedByteSize) {
            peakUsedByteSize = used;
        }
        return address;
    }

    /** Marks the point that allocation has reached, for {@link #reset(Mark)}. O(1). Many marks may be open at once. */
    public Mark mark() {
        requireOpen();
        if (newest.next == next && newest.handles == handles.size()) {
            return newest;
        }
        Mark mark = new Mark(next, handles.size(), plainByteSize, plainBlocks, newest);
        newest = mark;
        return mark;
    }

    /**
     * Gives back every block allocated since {@code mark} was taken, and revokes their handles. The mark stays valid;
     * those taken after it do not. O(blocks and marks that it gives back).
     *
     * <p>A block that was reallocated since counts as allocated since, unless it stayed where it was. A reset that an
     * error has cut off is completed by the next operation.
     *
     * @throws IllegalStateException if the mark is another allocator's, or was undone by a reset to an earlier one;
     *     nothing has changed then
     */
    public void reset(Mark mark) {
        requireOpen();
        if (!isGood(mark)) {
            throw new IllegalStateException(
                    "mark of another allocator, or undone by a reset to an earlier mark: address=" + mark.next
                            + " next=" + next);
        }
        resetTo = mark;
        completeReset();
    }

    /** Gives back every block and revokes all handles, like a reset to a mark taken at the start. */
    public void reset() {
        reset(origin);
    }

    /** The address after the newest block. */
    public long nextAddress() {
        completeReset();
        return next;
    }

    /**
     * Always throws: single blocks cannot be freed.
     *
     * @throws IllegalStateException always
     */
    @Override
    protected void giveBack(Memory block) {
        throw new IllegalStateException(
                "a bump allocator frees no single block, reset it to a mark instead: offset=" + block.offset());
    }

    @Override
    protected boolean freesSingleBlocks() {
        return false;
    }

    @Override
    protected long findRoom(long byteSize, long byteAlignment) {
        requireOpen();
        long address = Alignment.alignUp(next, byteAlignment);
        return reaches(address, byteSize) ? address : 0;
    }

    @Override
    protected void take(Memory block) {
        long end = block.offset() + block.length();
        long used = usedByteSize() + block.length();
        handles.add(block);
        // No call from here on.
        next = end;
        if (used > peakUsedByteSize) {
            peakUsedByteSize = used;
        }
    }

    /**
     * Gives a live block another length. The block stays where it is if it gets shorter, or if it is the newest one and
     * no mark lies behind it. Otherwise it moves, and its old bytes are lost until a reset. O(log blocks), plus copying
     * and zeroing.
     *
     * @throws OutOfLinearMemoryException if there is no room; the block and its handle are as before then
     */
    @Override
    protected Memory resize(Memory block, long newLength, long byteAlignment) {
        completeReset();
        if (!block.isAlive()) {
            throw Refusal.notLive("reallocate", block.offset(), claim());
        }
        return staysInPlace(block, newLength, byteAlignment)
                ? resizeInPlace(block, newLength)
                : move(block, newLength, byteAlignment);
    }

    private Memory resizeInPlace(Memory block, long newLength) {
        long address = block.offset();
        long length = block.length();
        if (newLength > length) {
            zero(address + length, newLength - length);
        }
        Memory resized = claim().handle(address, newLength);
        long end = isNewest(block) ? address + newLength : next;
        long used = usedByteSize() + newLength - length;
        handles.replace(block, resized);
        // No call from here on.
        next = end;
        if (used > peakUsedByteSize) {
            peakUsedByteSize = used;
        }
        return resized;
    }

    private Memory move(Memory block, long newLength, long byteAlignment) {
        long address = findRoom(newLength, byteAlignment);
        if (address == 0) {
            throw noRoom(newLength, byteAlignment);
        }
        long copied = Math.min(block.length(), newLength);
        Memory moved = claim().handle(address, newLength);
        block.copyTo(0, moved, 0, copied);
        if (newLength > copied) {
            zero(address + copied, newLength - copied);
        }
        // Both blocks are live at this moment.
        long peak = Math.max(peakUsedByteSize, usedByteSize() + newLength);
        handles.addMoved(moved, block);
        // No call from here on.
        next = address + newLength;
        peakUsedByteSize = peak;
        return moved;
    }

    /** {@inheritDoc} O(1). */
    @Override
    public AllocatorStats stats() {
        completeReset();
        return new AllocatorStats(
                usedByteSize(),
                claim().end() - claim().base(),
                handles.live() + plainBlocks,
                peakUsedByteSize,
                largestFreeByteSize(DEFAULT_BYTE_ALIGNMENT));
    }

    /**
     * Gives back every block, revokes all handles, and lets others claim the range. Does nothing the second time,
     * unless an error has cut off the first call.
     */
    @Override
    public void close() {
        if (!closed) {
            resetTo = origin;
            completeReset();
            claim().release();
            closed = true;
        }
    }

    /** The range and the number of its bytes in use, for logs. */
    @Override
    public String toString() {
        return "BumpAllocator[base=" + claim().base() + ", next=" + next + ", used=" + usedByteSize() + "]";
    }

    private boolean staysInPlace(Memory block, long newLength, long byteAlignment) {
        return Alignment.isAligned(block.offset(), byteAlignment)
                && (newLength <= block.length() || (isNewest(block) && reaches(block.offset(), newLength)));
    }

    /**
     * Returns whether nothing lies behind the block, not even a mark: a reset to the mark must leave the block whole.
     */
    private boolean isNewest(Memory block) {
        return block.offset() + block.length() == next && block.offset() >= newest.next;
    }

    /** Completes a reset that is under way. Whichever step an error interrupts, all of it can be repeated. */
    private void completeReset() {
        Mark mark = resetTo;
        if (mark == null) {
            return;
        }
        handles.revokeFrom(claim(), mark.handles);
        handles.forgetFrom(mark.handles);
        // No call from here on.
        newest = mark;
        plainBlocks = mark.plainBlocks;
        plainByteSize = mark.plainByteSize;
        next = mark.next;
        resetTo = null;
    }

    @SuppressWarnings("ReferenceEquality") // a mark is one object
    private boolean isGood(Mark mark) {
        Mark good = newest;
        while (good.depth > mark.depth && good.previous != null) {
            good = good.previous;
        }
        return good == mark;
    }

    private long usedByteSize() {
        return handles.byteSize() + plainByteSize;
    }

    private void requireOpen() {
        if (closed || memory().isClosed()) {
            throw new IllegalStateException("bump allocator or its memory is closed: base=" + claim().base());
        }
        completeReset();
    }

    @Override
    protected long largestFreeByteSize(long byteAlignment) {
        return Math.max(0, claim().end() - Alignment.alignUp(next, byteAlignment));
    }

    /** A point that allocation had reached. Valid until a reset to an earlier mark. */
    public static final class Mark {
        private final long next;
        private final int handles;
        private final long plainByteSize;
        private final long plainBlocks;
        private final @Nullable Mark previous;
        private final int depth;

        /** Makes the mark at the start. */
        private Mark(long next) {
            this.next = next;
            this.handles = 0;
            this.plainByteSize = 0;
            this.plainBlocks = 0;
            this.previous = null;
            this.depth = 0;
        }

        private Mark(long next, int handles, long plainByteSize, long plainBlocks, Mark previous) {
            this.next = next;
            this.handles = handles;
            this.plainByteSize = plainByteSize;
            this.plainBlocks = plainBlocks;
            this.previous = previous;
            this.depth = previous.depth + 1;
        }

        /** The address after the block that was the newest when the mark was taken. */
        public long address() {
            return next;
        }

        /** The address, for logs. */
        @Override
        public String toString() {
            return "Mark[address=" + next + "]";
        }
    }
}
