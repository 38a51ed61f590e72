package dev.ashlar.alloc;

import dev.ashlar.memory.Alignment;
import dev.ashlar.memory.Claim;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.memory.Owner;
import org.jspecify.annotations.Nullable;

/**
 * The skeleton of an allocator over a claimed range of a memory. It checks requests, zeroes blocks, makes their handles
 * and takes them back, and explains refusals; a subclass decides where blocks lie.
 *
 * <pre>
 * allocate     check request - {@link #findRoom} - zero - make handle - {@link #take}
 *                              an error before the end:      {@link #cancel}
 * free         check handle  - {@link #giveBack} - revoke handle
 * reallocate   check both    - {@link #resize}   - revoke old handle
 * </pre>
 *
 * <p>An allocator that hands out one block after the other and takes back the last one:
 *
 * <pre>{@code
 * final class Pile extends BlockAllocator {
 *     private long top = 16;
 *
 *     Pile(LinearMemory memory) {
 *         super(memory, 0);
 *     }
 *
 *     protected long findRoom(long byteSize, long byteAlignment) {
 *         long address = Alignment.alignUp(top, byteAlignment);
 *         return reaches(address, byteSize) ? address : 0;
 *     }
 *
 *     protected void take(Memory block) {
 *         top = block.offset() + block.length();
 *     }
 *
 *     protected void giveBack(Memory block) {
 *         if (block.offset() + block.length() != top) {
 *             throw new IllegalStateException("not the newest block: offset=" + block.offset());
 *         }
 *         top = block.offset();
 *     }
 *     ...
 * }
 * }</pre>
 *
 * <p><b>Errors in the middle.</b> Any call can end in a {@link StackOverflowError}, and whatever makes an object in an
 * {@link OutOfMemoryError}; a program may catch them and go on. Then an operation either happens or does not, provided
 * that each of the methods above either does what it says or changes nothing: it first calls everything that can fail,
 * and calls nothing from its first store to a field to its end. The block of an operation that failed is given back; if
 * there is not enough stack left for that, by the next operation.
 *
 * <p><b>Threads.</b> For one thread at a time.
 */
public abstract class BlockAllocator implements Allocator {
    /** The value of {@link #unwantedAddress} that stands for {@link #unwantedBlock}. */
    private static final long TAKEN = -1;

    /** The whole memory; a field for the sake of {@link HeapAllocator}, whose allocation is measured. */
    final Memory bytes;

    final Claim claim;

    /**
     * The block that a failed operation has taken, until it is given back: an address, {@link #TAKEN}, or 0 for
     * nothing.
     */
    long unwantedAddress;

    long unwantedByteSize;
    private @Nullable Memory unwantedBlock;

    /**
     * Makes an allocator from {@code base} to the end of {@code memory}, wherever growth moves that end.
     *
     * @param base address of the first byte, at most the size of the memory
     * @throws IndexOutOfBoundsException if {@code base} is negative or beyond the end
     * @throws IllegalStateException if a part of the range is claimed already, or the memory is closed
     */
    protected BlockAllocator(LinearMemory memory, long base) {
        this(memory, base, 0, true, false);
    }

    /**
     * Makes an allocator in {@code [base, base + byteSize)}.
     *
     * @param base address of the first byte
     * @param byteSize bytes, positive; the range must lie inside the memory as it is now
     * @throws IllegalArgumentException if {@code byteSize} is not positive
     * @throws IndexOutOfBoundsException if the range does not lie inside the memory
     * @throws IllegalStateException if a part of it is claimed already, or the memory is closed
     */
    protected BlockAllocator(LinearMemory memory, long base, long byteSize) {
        this(memory, base, byteSize, false, false);
    }

    /**
     * Makes an allocator as one of the other constructors does, the first if {@code isGrowing}; for one thread at a
     * time, or many.
     */
    BlockAllocator(LinearMemory memory, long base, long byteSize, boolean isGrowing, boolean isShared) {
        this.bytes = memory.whole();
        Owner owner = new Blocks(isShared);
        // The last step: a failure before it leaves the range unclaimed.
        this.claim = isGrowing ? memory.claim(base, owner) : memory.claim(base, byteSize, owner);
    }

    /**
     * Finds room for a block, after growing the memory if that helps. The room is zeroed next, and then {@link #take}
     * makes it a live block; until then nothing is taken.
     *
     * <p>An allocator that stores links in its free blocks, or whose search removes what it finds, takes the block
     * here; it overrides {@link #cancel} and not {@code take}.
     *
     * @param byteSize bytes, positive
     * @param byteAlignment a positive power of two
     * @return the address, or 0 if there is no room
     * @throws IllegalArgumentException if there can never be such a block
     */
    protected abstract long findRoom(long byteSize, long byteAlignment);

    /** Makes the room that {@link #findRoom} has just found a live block; {@code block} is its handle. */
    protected void take(Memory block) {}

    /** Gives back what {@link #findRoom} has taken, because no handle could be made. Does nothing unless overridden. */
    protected void cancel(long address, long byteSize) {}

    /**
     * Takes a block back. Its handle, which this allocator made, is revoked next.
     *
     * @throws IllegalStateException if no live block lies exactly there, or if single blocks cannot be given back;
     *     nothing has changed then
     */
    protected abstract void giveBack(Memory block);

    /**
     * Gives a live block another length and returns its new handle; the old one is revoked next. Its bytes are
     * preserved up to the shorter of both lengths, and bytes gained are zero. Unless overridden it moves the block.
     *
     * @param newLength bytes, positive
     * @param byteAlignment a positive power of two
     * @throws OutOfLinearMemoryException if there is no room; the block is as before then
     */
    protected Memory resize(Memory block, long newLength, long byteAlignment) {
        Memory moved = allocate(newLength, byteAlignment);
        try {
            block.copyTo(0, moved, 0, Math.min(block.length(), newLength));
            giveBack(block);
        } catch (Throwable failure) {
            unwantedBlock = moved;
            unwantedAddress = TAKEN;
            settleQuietly();
            throw failure;
        }
        return moved;
    }

    /** The bytes of the largest block with an alignment for which there is room now, without growing the memory. */
    protected abstract long largestFreeByteSize(long byteAlignment);

    /** Zeroes a block that is about to be handed out. An allocator whose blocks are zero anyway can override it. */
    protected void zero(long address, long byteSize) {
        ZeroFill.zero(bytes, address, byteSize);
    }

    /** The alignment in bytes of blocks requested without one: 16 unless overridden. */
    protected long defaultByteAlignment() {
        return DEFAULT_BYTE_ALIGNMENT;
    }

    /**
     * Returns whether single blocks can be freed: {@code true} unless overridden. Where they cannot, {@link
     * Memory#close()} does nothing.
     */
    protected boolean freesSingleBlocks() {
        return true;
    }

    /**
     * Returns whether an operation of this allocator frees many blocks at once and revokes their handles, which therefore
     * cannot be {@linkplain Memory#pin() pinned}: where single blocks cannot be freed, unless overridden.
     */
    protected boolean freesTogether() {
        return !freesSingleBlocks();
    }

    /** The claim to the range. It can make and revoke handles, so it should not be passed on. */
    protected final Claim claim() {
        return claim;
    }

    /** The bytes of the whole memory, by address. */
    protected final Memory bytes() {
        return bytes;
    }

    /**
     * Returns whether a range of addresses lies before the end, after growing the memory if that helps and this
     * allocator's range grows with it.
     *
     * @param address not negative
     * @param byteSize bytes, not negative
     */
    protected final boolean reaches(long address, long byteSize) {
        if (byteSize <= claim.end() - address) {
            return true;
        }
        return claim.isGrowing() && byteSize <= Long.MAX_VALUE - address && memory().ensureCapacity(address + byteSize);
    }

    /**
     * Refuses a request for no bytes, or with an invalid alignment.
     *
     * @throws IllegalArgumentException if {@code byteSize} is not positive, or {@code byteAlignment} is not a positive
     *     power of two
     */
    protected static void checkRequest(long byteSize, long byteAlignment) {
        requirePositive(byteSize);
        Alignment.requireValid(byteAlignment);
    }

    static void requirePositive(long byteSize) {
        if (byteSize <= 0) {
            throw Refusal.byteSize(byteSize);
        }
    }

    /** The exception for a block for which there is no room. */
    protected final OutOfLinearMemoryException noRoom(long byteSize, long byteAlignment) {
        return Refusal.noRoom(claim, byteSize, byteAlignment, largestFreeByteSize(byteAlignment));
    }

    @Override
    public Memory allocate(long byteSize) {
        return allocate(byteSize, defaultByteAlignment());
    }

    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        Memory block = tryAllocate(byteSize, byteAlignment);
        if (block == null) {
            throw noRoom(byteSize, byteAlignment);
        }
        return block;
    }

    @Override
    public @Nullable Memory tryAllocate(long byteSize) {
        return tryAllocate(byteSize, defaultByteAlignment());
    }

    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        checkRequest(byteSize, byteAlignment);
        settle();
        long address = findRoom(byteSize, byteAlignment);
        if (address == 0) {
            return null;
        }
        try {
            zero(address, byteSize);
            Memory block = claim.handle(address, byteSize);
            take(block);
            return block;
        } catch (Throwable failure) {
            unwantedByteSize = byteSize;
            unwantedAddress = address;
            settleQuietly();
            throw failure;
        }
    }

    @Override
    public void freeAddress(long address, long byteSize) {
        requirePositive(byteSize);
        settle();
        bytes.checkRange(0, 0);
        if (address < claim.base() || byteSize > claim.end() - address) {
            throw Refusal.notLive("free", address, claim);
        }
        giveBack(claim.handle(address, byteSize));
    }

    @Override
    public LinearMemory memory() {
        return claim.memory();
    }

    /** Gives back a block that a failed operation has taken. */
    final void settle() {
        if (unwantedAddress != 0) {
            settleUnwanted();
        }
    }

    /** Gives back the block, under a lock, so that threads that share the allocator do not give it back twice. */
    private void settleUnwanted() {
        synchronized (claim) {
            long address = unwantedAddress;
            Memory block = unwantedBlock;
            if (block != null) {
                giveBack(block);
            } else if (address != 0) {
                cancel(address, unwantedByteSize);
            }
            unwantedBlock = null;
            unwantedAddress = 0;
        }
    }

    /** As {@link #settle()}, on the way out with an error. */
    final void settleQuietly() {
        try {
            settle();
        } catch (Throwable stillNoRoom) {
            // The next operation will settle it.
        }
    }

    /** The owner of the handles: the allocator as they see it. */
    private final class Blocks implements Owner {
        private final boolean isShared;

        private Blocks(boolean isShared) {
            this.isShared = isShared;
        }

        @Override
        public String name() {
            return BlockAllocator.this.getClass().getName();
        }

        @Override
        public void free(Memory handle) {
            settle();
            giveBack(handle);
        }

        @Override
        public Memory reallocate(Memory handle, long newLength, long byteAlignment) {
            checkRequest(newLength, byteAlignment);
            settle();
            return resize(handle, newLength, byteAlignment);
        }

        @Override
        public boolean freesSingleBlocks() {
            return BlockAllocator.this.freesSingleBlocks();
        }

        @Override
        public boolean freesTogether() {
            return BlockAllocator.this.freesTogether();
        }

        @Override
        public boolean isShared() {
            return isShared;
        }

        @Override
        public long defaultByteAlignment() {
            return BlockAllocator.this.defaultByteAlignment();
        }
    }
}
