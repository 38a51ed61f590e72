package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A stack in a fixed range of a memory, growing down from its end. It holds typed values and blocks; frames drop both.
 *
 * <pre>
 * base               top                                end
 *  |       free       | value value | block | gap | value |
 *                     '- newest                   oldest -'
 * </pre>
 *
 * <p><b>Values</b> are pushed and popped by storage type, little-endian and packed: each takes exactly its own bytes,
 * which start at {@link #topAddress()} right after the push, without padding for alignment. A stack that holds only
 * values of one size, from an end aligned to that size, is aligned. The stack does not remember types: eight bytes
 * pushed as I64 can be popped as two I32.
 *
 * <p><b>Blocks</b> come from {@link #allocate(long)}, zeroed and aligned, so that views can lie on the stack. Values
 * below a block cannot be popped before it is freed, and it can be freed only when it is the newest thing on the stack.
 *
 * <p><b>Frames.</b> {@link #openFrame()} remembers the state of the stack; closing the frame drops everything pushed
 * and allocated since, and revokes the handles of those blocks. Values outside the innermost frame cannot be popped.
 *
 * <p><b>Limits.</b> A push or allocation that does not fit is refused with {@link OutOfLinearMemoryException}, a pop of
 * more bytes than there are with {@link IllegalStateException}; nothing is written or moved then. Nobody else can claim
 * the range until {@link #close()}.
 *
 * <p><b>Cost.</b> Every operation is O(1), plus zeroing; closing a frame is O(blocks and frames in it). Values need no
 * Java object; blocks and frames need two each.
 *
 * <p><b>Threads.</b> For one thread at a time.
 */
public final class StackAllocator extends StackValues implements AutoCloseable {
    private static final long MAX_ARRAY_BYTE_SIZE = 1 << 20;

    private final LinearMemory memory;

    /** The lowest address of a block: never 0. */
    private final long lowest;

    /** The newest open frame or live block, each of which knows the one before it. */
    private @Nullable Boundary newest;

    private long blocks;

    /**
     * The boundary from which on everything is being dropped, itself included; set while that is under way or cut off
     * by an error.
     */
    private @Nullable Boundary dropFrom;

    /** The move of the newest block, while it is under way or cut off by an error. */
    private @Nullable Move move;

    private boolean closed;

    private StackAllocator(LinearMemory memory, long base, long byteSize) {
        long lowestBlock = Math.max(base, 1);
        super(memory, base, byteSize);
        this.memory = memory;
        this.lowest = lowestBlock;
    }

    /**
     * Makes an empty stack in {@code [base, base + byteSize)}.
     *
     * @param base address of the last byte that the stack can reach
     * @param byteSize bytes, positive; the range must lie inside the memory as it is now
     * @throws IllegalArgumentException if {@code byteSize} is not positive
     * @throws IndexOutOfBoundsException if the range does not lie inside the memory
     * @throws IllegalStateException if a part of it is claimed already, or the memory is closed
     */
    public static StackAllocator over(LinearMemory memory, long base, long byteSize) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        return new StackAllocator(memory, base, byteSize);
    }

    /** Opens a frame: closing it drops everything that comes onto the stack from now on. O(1). */
    public Frame openFrame() {
        requireOpen();
        Boundary boundary = new Boundary(top, floor, null, newest);
        Frame frame = new Frame(this, boundary);
        // No call from here on.
        newest = boundary;
        floor = top;
        return frame;
    }

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        return super.allocate(byteSize, byteAlignment);
    }

    @Override
    protected long findRoom(long byteSize, long byteAlignment) {
        requireOpen();
        // Read once: a second thread, although not allowed here, might change it in between.
        long end = top;
        return fits(end, byteSize, byteAlignment) ? Alignment.alignDown(end - byteSize, byteAlignment) : 0;
    }

    @Override
    protected void take(Memory block) {
        settleAt(block.offset(), new Boundary(top, floor, block, newest));
        blocks++;
    }

    /**
     * {@inheritDoc} It must be the newest thing on the stack, and its handle is revoked. O(1).
     *
     * @throws IllegalStateException also if it is not the newest thing on the stack
     */
    @Override
    public void freeAddress(long address, long byteSize) {
        requirePositive(byteSize);
        requireOpen();
        Memory block = newest == null ? null : newest.handle;
        if (block == null || block.offset() != address || block.length() != byteSize) {
            throw new IllegalStateException("free of a block that is not the newest thing on the stack: address="
                    + address + " byteSize=" + byteSize + " top=" + top);
        }
        block.free();
    }

    /**
     * Takes back the newest block, and with it the gap that alignment left above it. O(1).
     *
     * @throws IllegalStateException if the block is not the newest thing on the stack
     */
    @Override
    protected void giveBack(Memory block) {
        Boundary boundary = requireNewest("free", block);
        // No call from here on.
        newest = boundary.previous;
        top = boundary.top;
        floor = boundary.floor;
        blocks--;
    }

    @Override
    protected boolean freesTogether() {
        return true;
    }

    /**
     * {@inheritDoc} Only the newest thing on the stack can be reallocated. As the stack grows down, its bytes move
     * unless the address stays the same. O(1), plus copying and zeroing.
     *
     * <p>An error in the middle of an overlapping move may leave the handle as if freed: the next operation on the
     * stack restores the bytes and the handle.
     *
     * @throws IllegalStateException if the block is not the newest thing on the stack
     * @throws OutOfLinearMemoryException if there is no room; the block and its handle are as before then
     */
    @Override
    protected Memory resize(Memory block, long newLength, long byteAlignment) {
        Boundary old = requireNewest("reallocate", block);
        if (!fits(old.top, newLength, byteAlignment)) {
            throw noRoom(newLength, byteAlignment);
        }
        long address = Alignment.alignDown(old.top - newLength, byteAlignment);
        Memory resized = claim().handle(address, newLength);
        Boundary boundary = new Boundary(old.top, old.floor, resized, old.previous);
        long offset = block.offset();
        if (address == offset || address + newLength <= offset) {
            // Only free bytes are written.
            copy(block, address, newLength);
        } else {
            moveOver(block, address, newLength);
        }
        settleAt(address, boundary);
        return resized;
    }

    /** Copies the bytes of a block that remain to its new address, and zeroes those it gains. */
    private void copy(Memory block, long address, long newLength) {
        long copied = Math.min(block.length(), newLength);
        memory.copy(address, block.offset(), copied);
        zero(address + copied, newLength - copied);
    }

    /** As {@link #copy}, if the block overlaps its new range: saves its bytes until the move is done. */
    private void moveOver(Memory block, long address, long newLength) {
        long length = block.length();
        Memory before = Memory.of(bytesAside(length));
        block.copyTo(before);
        long copied = Math.min(length, newLength);
        Move made = new Move(block, before);
        move = made;
        isHeld = true;
        try {
            claim().revoke(block);
            memory.copy(address, block.offset(), copied);
            zero(address + copied, newLength - copied);
        } catch (Throwable failure) {
            undoQuietly();
            throw failure;
        }
    }

    private static MemorySegment bytesAside(long byteSize) {
        return byteSize <= MAX_ARRAY_BYTE_SIZE
                ? MemorySegment.ofArray(new byte[(int) byteSize])
                : Arena.ofAuto().allocate(byteSize);
    }

    private void undoQuietly() {
        try {
            completePending();
        } catch (Throwable stillNoRoom) {
            // The next operation will settle it.
        }
    }

    /** Makes a boundary whose block starts at an address the newest one. Stores to fields and calls nothing. */
    private void settleAt(long address, Boundary boundary) {
        newest = boundary;
        top = address;
        floor = address;
        if (address < lowestTop) {
            lowestTop = address;
        }
        move = null;
        isHeld = false;
    }

    /** {@inheritDoc} Used bytes are all bytes on the stack, values and gaps included. O(1). */
    @Override
    public AllocatorStats stats() {
        long used = byteSize();
        long end = claim().end();
        return new AllocatorStats(
                used, end - claim().base(), blocks, end - lowestTop, largestFreeByteSize(DEFAULT_BYTE_ALIGNMENT));
    }

    /**
     * Drops everything, revokes all handles, and lets others claim the range. Does nothing the second time, unless an
     * error has cut off the first call.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        completePending();
        Boundary oldest = newest;
        while (oldest != null && oldest.previous != null) {
            oldest = oldest.previous;
        }
        if (oldest != null) {
            drop(oldest);
        }
        long end = claim().end();
        claim().release();
        // No call from here on.
        top = end;
        floor = end;
        closed = true;
        isHeld = true;
    }

    /** The range and the number of its bytes in use, for logs. */
    @Override
    public String toString() {
        return "StackAllocator[base=" + claim().base() + ", end=" + claim().end() + ", top=" + topAddress() + "]";
    }

    private boolean fits(long from, long byteSize, long byteAlignment) {
        return byteSize <= from - lowest && Alignment.alignDown(from - byteSize, byteAlignment) >= lowest;
    }

    @SuppressWarnings("ReferenceEquality") // a handle is one object
    private Boundary requireNewest(String operation, Memory block) {
        completePending();
        Boundary boundary = newest;
        if (boundary == null || boundary.handle != block || top != block.offset()) {
            throw new IllegalStateException(operation + " of a block that is not the newest thing on the stack: offset="
                    + block.offset() + " top=" + top);
        }
        return boundary;
    }

    /** Resets the stack to its state before a boundary. */
    private void drop(Boundary from) {
        dropFrom = from;
        isHeld = true;
        floor = top;
        completePending();
    }

    @Override
    void completePending() {
        Move cutOff = move;
        if (cutOff != null) {
            undo(cutOff);
        }
        Boundary from = dropFrom;
        if (from != null) {
            completeDrop(from);
        }
    }

    private void undo(Move cutOff) {
        Memory block = cutOff.block;
        long length = cutOff.before.length();
        cutOff.before.copyTo(0, memory.whole(), block.offset(), length);
        claim().resize(block, length);
        // No call from here on.
        move = null;
        isHeld = false;
    }

    /** Completes a drop. Whichever step an error interrupts, all of it can be repeated. */
    @SuppressWarnings("ReferenceEquality") // a boundary is one object
    private void completeDrop(Boundary from) {
        long dropped = 0;
        Boundary boundary = newest;
        while (boundary != null) {
            boundary.isDropped = true;
            if (boundary.handle != null) {
                claim().revoke(boundary.handle);
                dropped++;
            }
            boundary = boundary == from ? null : boundary.previous;
        }
        // No call from here on.
        newest = from.previous;
        top = from.top;
        floor = from.floor;
        blocks -= dropped;
        dropFrom = null;
        isHeld = false;
    }

    private void requireOpen() {
        completePending();
        if (isClosed()) {
            throw closed();
        }
    }

    @Override
    boolean isClosed() {
        return closed || memory.isClosed();
    }

    @Override
    protected long largestFreeByteSize(long byteAlignment) {
        return Math.max(0, top - Alignment.alignUp(lowest, DEFAULT_BYTE_ALIGNMENT));
    }

    /** A frame or a block, with the state of the stack before it. */
    private static final class Boundary {
        private final long top;
        private final long floor;
        private final @Nullable Memory handle;
        private final @Nullable Boundary previous;
        private boolean isDropped;

        private Boundary(long top, long floor, @Nullable Memory handle, @Nullable Boundary previous) {
            this.top = top;
            this.floor = floor;
            this.handle = handle;
            this.previous = previous;
        }
    }

    /** The move of a block over its own bytes, and a copy of the bytes before it. */
    private record Move(Memory block, Memory before) {}

    /** A part of the stack that is dropped at once. */
    public static final class Frame implements AutoCloseable {
        private final StackAllocator stack;
        private final Boundary boundary;

        private Frame(StackAllocator stack, Boundary boundary) {
            this.stack = stack;
            this.boundary = boundary;
        }

        /** Returns whether the frame was closed, by itself or with a frame around it. */
        public boolean isClosed() {
            stack.completePending();
            return boundary.isDropped;
        }

        /**
         * Drops everything pushed and allocated in the frame, inner frames included, and revokes the handles of its
         * blocks. Does nothing if it is already closed. If an error cuts this off, the next operation completes it.
         */
        @Override
        public void close() {
            if (!isClosed()) {
                stack.drop(boundary);
            }
        }
    }
}
