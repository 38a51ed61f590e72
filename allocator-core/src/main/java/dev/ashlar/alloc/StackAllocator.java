package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack in a fixed range of a memory, growing down from its end: typed values, blocks, and frames that drop both.
 *
 * <pre>
 * base               top                                end
 *  |       free       | value value | block | gap | value |
 *                     '- newest                   oldest -'
 * </pre>
 *
 * <p><b>Values</b> are pushed and popped by storage type, little-endian and packed: each takes exactly its own bytes, at
 * {@link #topAddress()} right after the push, and nothing is inserted to align it. A stack that holds values of one size
 * only, from an end aligned to it, is aligned. The stack does not remember types: eight bytes pushed as I64 can be
 * popped as two I32.
 *
 * <p><b>Blocks</b> come from {@link #allocate(long)}, zeroed and aligned, so that views can lie on the stack. Values below
 * a block cannot be popped before it is freed, and it can be freed only when it is the newest thing on the stack.
 *
 * <p><b>Frames.</b> {@link #openFrame()} remembers where the stack stands; closing the frame drops all that was pushed and
 * allocated since, and revokes the handles of those blocks. Values outside the innermost frame cannot be popped.
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
public final class StackAllocator extends StackValues implements Allocator, AutoCloseable {
    /** The frames that are open and the blocks that are live, newest last. */
    private final List<Boundary> boundaries = new ArrayList<>();

    private final LinearMemory memory;

    /** The lowest address of a block: never 0. */
    private final long lowest;

    private long blocks;

    private StackAllocator(LinearMemory memory, long base, long byteSize) {
        super(memory, base, byteSize);
        this.memory = memory;
        this.lowest = Math.max(base, 1);
    }

    /**
     * An empty stack in {@code [base, base + byteSize)}.
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

    /** Opens a frame: all that comes onto the stack from now on goes when it is closed. O(1). */
    public Frame openFrame() {
        requireOpen();
        Boundary boundary = new Boundary(topAddress(), floor(), null);
        boundaries.add(boundary);
        settle(topAddress(), topAddress());
        return new Frame(this, boundary, boundaries.size() - 1);
    }

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        Memory handle = tryAllocate(byteSize, byteAlignment);
        if (handle == null) {
            throw noRoom(byteSize);
        }
        return handle;
    }

    /** {@inheritDoc} O(1), plus zeroing. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        checkRequest(byteSize, byteAlignment);
        requireOpen();
        long top = topAddress();
        if (!fits(top, byteSize, byteAlignment)) {
            return null;
        }
        long address = Alignment.alignDown(top - byteSize, byteAlignment);
        memory.fill(address, 0, byteSize);
        Memory handle = claim().handle(address, byteSize);
        boundaries.add(new Boundary(top, floor(), handle));
        settle(address, address);
        blocks++;
        return handle;
    }

    /**
     * {@inheritDoc} The gap that alignment left above the block goes with it. O(1).
     *
     * @throws IllegalStateException if the block is not the newest thing on the stack
     */
    @Override
    void free(Memory handle) {
        Boundary boundary = requireNewest("free", handle);
        boundaries.removeLast();
        drop(boundary);
    }

    /**
     * {@inheritDoc} Only the newest thing on the stack can be reallocated. As the stack grows down, its bytes move unless
     * the address stays the same. O(1), plus copying and zeroing.
     *
     * @throws IllegalStateException if the block is not the newest thing on the stack
     * @throws OutOfLinearMemoryException if there is no room; the block and its handle are as before then
     */
    @Override
    Memory reallocate(Memory handle, long newLength, long byteAlignment) {
        checkRequest(newLength, byteAlignment);
        Boundary old = requireNewest("reallocate", handle);
        if (!fits(old.top, newLength, byteAlignment)) {
            throw noRoom(newLength);
        }
        long length = handle.length();
        long address = Alignment.alignDown(old.top - newLength, byteAlignment);
        memory.copy(address, handle.offset(), Math.min(length, newLength));
        if (newLength > length) {
            memory.fill(address + length, 0, newLength - length);
        }
        Memory resized = claim().handle(address, newLength);
        boundaries.set(boundaries.size() - 1, new Boundary(old.top, old.floor, resized));
        claim().revoke(handle);
        settle(address, address);
        return resized;
    }

    @Override
    public LinearMemory memory() {
        return memory;
    }

    /** {@inheritDoc} Used bytes are all that is on the stack, values and gaps included. O(1). */
    @Override
    public AllocatorStats stats() {
        long end = claim().end();
        return new AllocatorStats(byteSize(), end - claim().base(), blocks, end - lowestTop(), largestFreeByteSize());
    }

    /** Drops everything, revokes all handles, and lets others claim the range. Does nothing the second time. */
    @Override
    public void close() {
        dropTo(0);
        settle(claim().end(), claim().end());
        shut();
        claim().release();
    }

    /** Where the range lies and how much of it is in use, for logs. */
    @Override
    public String toString() {
        return "StackAllocator[base=" + claim().base() + ", end=" + claim().end() + ", top=" + topAddress() + "]";
    }

    private static void checkRequest(long byteSize, long byteAlignment) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
        Alignment.requireValid(byteAlignment);
    }

    private boolean fits(long top, long byteSize, long byteAlignment) {
        return byteSize <= top - lowest && Alignment.alignDown(top - byteSize, byteAlignment) >= lowest;
    }

    private Boundary requireNewest(String operation, Memory handle) {
        if (!claim().owns(handle)) {
            throw Refusal.otherOwner(operation, handle, claim());
        }
        Boundary newest = boundaries.isEmpty() ? null : boundaries.getLast();
        if (newest == null || newest.handle != handle || topAddress() != handle.offset()) {
            throw new IllegalStateException(operation + " of a block that is not the newest thing on the stack: offset="
                    + handle.offset() + " top=" + topAddress());
        }
        return newest;
    }

    /** Takes the stack back to where it was before the boundary with this index. */
    private void dropTo(int index) {
        while (boundaries.size() > index) {
            drop(boundaries.removeLast());
        }
    }

    private void drop(Boundary boundary) {
        if (boundary.handle != null) {
            claim().revoke(boundary.handle);
            blocks--;
        }
        settle(boundary.top, boundary.floor);
    }

    private void requireOpen() {
        if (isClosed()) {
            throw closed();
        }
    }

    private long largestFreeByteSize() {
        return Math.max(0, topAddress() - Alignment.alignUp(lowest, DEFAULT_BYTE_ALIGNMENT));
    }

    @Override
    OutOfLinearMemoryException noRoom(long byteSize) {
        return Refusal.noRoom(claim(), byteSize, largestFreeByteSize());
    }

    /** A frame or a block: how the stack stood before it. */
    private static final class Boundary {
        private final long top;
        private final long floor;
        private final @Nullable Memory handle;

        private Boundary(long top, long floor, @Nullable Memory handle) {
            this.top = top;
            this.floor = floor;
            this.handle = handle;
        }
    }

    /** A part of the stack that goes at once. */
    public static final class Frame implements AutoCloseable {
        private final StackAllocator stack;
        private final Boundary boundary;
        private final int index;

        private Frame(StackAllocator stack, Boundary boundary, int index) {
            this.stack = stack;
            this.boundary = boundary;
            this.index = index;
        }

        /** Whether it was closed, by itself or with a frame around it. */
        public boolean isClosed() {
            List<Boundary> boundaries = stack.boundaries;
            return index >= boundaries.size() || boundaries.get(index) != boundary;
        }

        /**
         * Drops all that was pushed and allocated in the frame, inner frames included, and revokes the handles of its
         * blocks. Does nothing when it is closed already.
         */
        @Override
        public void close() {
            if (!isClosed()) {
                stack.dropTo(index);
            }
        }
    }
}
