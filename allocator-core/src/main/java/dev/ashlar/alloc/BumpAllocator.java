package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Owner;
import java.util.ArrayList;
import java.util.List;
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
 * <p><b>Addresses.</b> Multiples of 16 bytes unless another alignment is asked for. An alignment above
 * {@link LinearMemory#baseAlignment()} is one of the address in linear memory, not of the address in the process.
 * Address 0 is never handed out.
 *
 * <p><b>Contents.</b> {@link #allocate(long)} gives zeroed memory, {@link #allocateAddress(long)} does not.
 *
 * <p><b>Freeing.</b> {@link Memory#free()} of a single block is refused; {@link Memory#close()} does nothing, so that
 * try-with-resources works. {@link #reset(Mark)} and {@link #reset()} give back every block allocated since, and revoke
 * the handle of each, so that no access through one of them, or through a view of one, reaches a block allocated later.
 * For this the allocator keeps its handles, some 100 bytes of Java heap each, until the reset. Blocks from
 * {@code allocateAddress} have no handle and cost nothing; nothing can revoke a plain address.
 *
 * <p><b>Cost.</b> Allocating is O(1) plus zeroing; a reset is O(blocks with a handle that it gives back).
 *
 * <p><b>Threads.</b> For one thread at a time.
 */
public final class BumpAllocator implements Allocator, AutoCloseable {
    private static final long NO_ROOM = 0;

    private final Claim claim;
    private final Memory bytes;
    private final IssuedHandles handles;

    /** The marks that a reset may still go to, in the order of their addresses. */
    private final List<Mark> marks = new ArrayList<>();

    private final Mark origin;
    private long next;
    private long peakUsedByteSize;
    private long plainByteSize;
    private long plainBlocks;
    private boolean closed;

    private BumpAllocator(LinearMemory memory, long base, long byteSize) {
        Owner owner = new Blocks();
        this.claim = byteSize < 0 ? memory.claim(base, owner) : memory.claim(base, byteSize, owner);
        this.bytes = memory.whole();
        this.handles = new IssuedHandles(claim);
        this.next = Math.max(base, 1);
        this.origin = new Mark(next, 0, 0, 0, 0);
    }

    /**
     * Allocates in {@code [base, base + byteSize)}, a range that never grows.
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
        return new BumpAllocator(memory, base, byteSize);
    }

    /**
     * Allocates from {@code base} to the end of {@code memory}, and grows the memory when that is reached.
     *
     * @param base address of the first byte, at most the size of the memory
     * @throws IndexOutOfBoundsException if {@code base} is negative or beyond the end
     * @throws IllegalStateException if a part of the range is claimed already, or the memory is closed
     */
    public static BumpAllocator over(LinearMemory memory, long base) {
        return new BumpAllocator(memory, base, -1);
    }

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        Memory handle = tryAllocate(byteSize, byteAlignment);
        if (handle == null) {
            throw noRoom(byteSize, byteAlignment);
        }
        return handle;
    }

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        long address = room(byteSize, byteAlignment);
        if (address == NO_ROOM) {
            return null;
        }
        bytes.fill(address, 0, byteSize);
        return take(address, byteSize);
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
     * @throws IllegalArgumentException if {@code byteSize} is not positive or {@code byteAlignment} is no positive power
     *     of two
     * @throws OutOfLinearMemoryException if there is no room and the memory cannot grow enough
     * @throws IllegalStateException if the memory or the allocator is closed
     */
    public long allocateAddress(long byteSize, long byteAlignment) {
        long address = room(byteSize, byteAlignment);
        if (address == NO_ROOM) {
            throw noRoom(byteSize, byteAlignment);
        }
        next = address + byteSize;
        plainByteSize += byteSize;
        plainBlocks++;
        notePeak();
        return address;
    }

    /** Remembers where allocation stands, for {@link #reset(Mark)}. O(1). Many marks may be open at once. */
    public Mark mark() {
        requireOpen();
        Mark latest = marks.isEmpty() ? origin : marks.getLast();
        if (latest.next == next && latest.handles == handles.size()) {
            return latest;
        }
        Mark mark = new Mark(next, handles.size(), plainByteSize, plainBlocks, marks.size() + 1);
        marks.add(mark);
        return mark;
    }

    /**
     * Gives back every block allocated since {@code mark} was taken, and revokes their handles. The mark stays good;
     * those taken after it do not.
     *
     * <p>A block that was reallocated since counts as allocated since, unless it stayed where it was.
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
        marks.subList(mark.depth, marks.size()).clear();
        giveBack(mark);
    }

    /** Gives back every block and revokes all handles, as a reset to a mark taken at the start. */
    public void reset() {
        reset(origin);
    }

    /** The address after the newest block. */
    public long nextAddress() {
        return next;
    }

    /**
     * Refuses: single blocks cannot be freed.
     *
     * @throws IllegalStateException always
     */
    private void free(Memory handle) {
        throw new IllegalStateException(
                "a bump allocator frees no single block, reset it to a mark instead: offset=" + handle.offset());
    }

    /**
     * A block stays where it is when it gets shorter, or when it is the newest one and no mark lies behind
     * it. Otherwise it moves, and its old bytes are lost until a reset. O(log blocks), plus copying and zeroing.
     *
     * @throws OutOfLinearMemoryException if there is no room; the block and its handle are as before then
     */
    private Memory reallocate(Memory handle, long newLength, long byteAlignment) {
        checkRequest(newLength, byteAlignment);
        long length = handle.length();
        if (!handles.contains(handle)) {
            throw Refusal.otherOwner("reallocate", handle, claim);
        }
        if (!staysInPlace(handle, newLength, byteAlignment)) {
            return move(handle, newLength, byteAlignment);
        }
        long address = handle.offset();
        if (newLength > length) {
            bytes.fill(address + length, 0, newLength - length);
        }
        Memory resized = claim.handle(address, newLength);
        if (isNewest(handle)) {
            next = address + newLength;
        }
        handles.replace(handle, resized);
        notePeak();
        return resized;
    }

    @Override
    public LinearMemory memory() {
        return claim.memory();
    }

    /** {@inheritDoc} O(1). */
    @Override
    public AllocatorStats stats() {
        return new AllocatorStats(
                usedByteSize(),
                claim.end() - claim.base(),
                handles.live() + plainBlocks,
                peakUsedByteSize,
                largestFreeByteSize(DEFAULT_BYTE_ALIGNMENT));
    }

    /** Gives back every block, revokes all handles, and lets others claim the range. Does nothing the second time. */
    @Override
    public void close() {
        if (!closed) {
            marks.clear();
            giveBack(origin);
            closed = true;
            claim.release();
        }
    }

    /** Where the range lies and how much of it is in use, for logs. */
    @Override
    public String toString() {
        return "BumpAllocator[base=" + claim.base() + ", next=" + next + ", used=" + usedByteSize() + "]";
    }

    private static void checkRequest(long byteSize, long byteAlignment) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        Alignment.requireValid(byteAlignment);
    }

    /** Where a block fits, or {@link #NO_ROOM}. Grows the memory if that helps; takes nothing. */
    private long room(long byteSize, long byteAlignment) {
        checkRequest(byteSize, byteAlignment);
        requireOpen();
        long address = Alignment.alignUp(next, byteAlignment);
        return reaches(address, byteSize) ? address : NO_ROOM;
    }

    private boolean reaches(long address, long byteSize) {
        if (byteSize <= claim.end() - address) {
            return true;
        }
        return claim.isGrowing()
                && byteSize <= Long.MAX_VALUE - address
                && claim.memory().ensureCapacity(address + byteSize);
    }

    private Memory take(long address, long byteSize) {
        Memory handle = claim.handle(address, byteSize);
        handles.add(handle);
        next = address + byteSize;
        notePeak();
        return handle;
    }

    private Memory move(Memory handle, long newLength, long byteAlignment) {
        Memory moved = allocate(newLength, byteAlignment);
        handle.copyTo(0, moved, 0, Math.min(handle.length(), newLength));
        handles.revoke(handle);
        return moved;
    }

    private boolean staysInPlace(Memory handle, long newLength, long byteAlignment) {
        return Alignment.isAligned(handle.offset(), byteAlignment)
                && (newLength <= handle.length() || (isNewest(handle) && reaches(handle.offset(), newLength)));
    }

    /** Whether nothing lies behind the block, not even a mark: a reset to that must leave the block whole. */
    private boolean isNewest(Memory handle) {
        long markedUpTo = marks.isEmpty() ? 0 : marks.getLast().next;
        return handle.offset() + handle.length() == next && handle.offset() >= markedUpTo;
    }

    private void giveBack(Mark mark) {
        handles.revokeFrom(mark.handles);
        plainBlocks = mark.plainBlocks;
        plainByteSize = mark.plainByteSize;
        next = mark.next;
    }

    private boolean isGood(Mark mark) {
        return mark == origin || (mark.depth > 0 && mark.depth <= marks.size() && marks.get(mark.depth - 1) == mark);
    }

    private long usedByteSize() {
        return handles.byteSize() + plainByteSize;
    }

    private void notePeak() {
        peakUsedByteSize = Math.max(peakUsedByteSize, usedByteSize());
    }

    private void requireOpen() {
        if (closed || claim.memory().isClosed()) {
            throw new IllegalStateException("bump allocator or its memory is closed: base=" + claim.base());
        }
    }

    private long largestFreeByteSize(long byteAlignment) {
        return Math.max(0, claim.end() - Alignment.alignUp(next, byteAlignment));
    }

    private OutOfLinearMemoryException noRoom(long byteSize, long byteAlignment) {
        return Refusal.noRoom(claim, byteSize, largestFreeByteSize(byteAlignment));
    }

    /** Where allocation stood once. Good until a reset goes to an earlier mark. */
    public static final class Mark {
        private final long next;
        private final int handles;
        private final long plainByteSize;
        private final long plainBlocks;
        private final int depth;

        private Mark(long next, int handles, long plainByteSize, long plainBlocks, int depth) {
            this.next = next;
            this.handles = handles;
            this.plainByteSize = plainByteSize;
            this.plainBlocks = plainBlocks;
            this.depth = depth;
        }

        /** The address after the block that was the newest one then. */
        public long address() {
            return next;
        }

        /** The address, for logs. */
        @Override
        public String toString() {
            return "Mark[address=" + next + "]";
        }
    }

    /** The side of the allocator that handles see. */
    private final class Blocks implements Owner {
        @Override
        public void free(Memory handle) {
            BumpAllocator.this.free(handle);
        }

        @Override
        public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
            return BumpAllocator.this.reallocate(handle, newLength, byteAlignment);
        }

        @Override
        public boolean freesSingleBlocks() {
            return false;
        }

        @Override
        public long defaultByteAlignment() {
            return DEFAULT_BYTE_ALIGNMENT;
        }
    }
}
