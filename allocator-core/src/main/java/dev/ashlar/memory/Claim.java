package dev.ashlar.memory;

import org.jspecify.annotations.Nullable;

/**
 * The exclusive right of one {@link Owner} to a range of a {@link LinearMemory}, and with it the power to make and
 * revoke handles there.
 *
 * <p>Claims of one memory never overlap, so that several allocators, a stack and static data can share it. A claim
 * either has a fixed end or follows the growing end of the memory.
 *
 * <p>Thread rule: making and revoking handles follows the owner's own rule; claiming and releasing are atomic.
 */
public final class Claim {
    /** The end of a claim that follows growth. */
    static final long GROWING = Long.MAX_VALUE;

    private final LinearMemory memory;
    private final long base;
    private final long limit;
    private final @Nullable Owner owner;
    /** True once the range was given up; stored to by {@link ClaimTable} alone. */
    volatile boolean released;

    private volatile @Nullable Runnable whenClosed;

    Claim(LinearMemory memory, long base, long limit, @Nullable Owner owner) {
        this.memory = memory;
        this.base = base;
        this.limit = limit;
        this.owner = owner;
    }

    /** The same range for a handle that another owner holds for a while; it is not in the table of claims. */
    Claim heldBy(Owner holder) {
        return new Claim(memory, base, limit, holder);
    }

    /** The memory that the range lies in. */
    public LinearMemory memory() {
        return memory;
    }

    /** The address of the first byte. */
    public long base() {
        return base;
    }

    /** The address after the last byte: fixed, or where the memory ends now. */
    public long end() {
        return limit == GROWING ? memory.byteSize() : limit;
    }

    /** Returns whether the range follows the end of the memory as it grows. */
    public boolean isGrowing() {
        return limit == GROWING;
    }

    /**
     * Makes a handle over a part of the range, owned by this claim's owner.
     *
     * @throws IndexOutOfBoundsException if the part does not lie inside the range
     * @throws IllegalStateException if the memory is closed, or this claim released
     */
    public Memory handle(long address, long byteSize) {
        if (address < base || byteSize < 0 || byteSize > end() - address) {
            throw outside("handle", address, byteSize);
        }
        if (released) {
            throw released("handle", address, byteSize);
        }
        return memory.handle(address, byteSize, this);
    }

    /**
     * Ends a handle that this claim made: every later access through it is refused.
     *
     * @throws IllegalArgumentException if another claim made it
     */
    public void revoke(Memory handle) {
        requireOwn(handle);
        handle.revoke();
    }

    /** Returns whether this claim made {@code handle}. */
    public boolean owns(Memory handle) {
        return handle.claim() == this;
    }

    /**
     * Gives the range up, so that another may claim it. Handles made by this claim go on working and can still be
     * revoked, but no new ones are made; whether they can be freed is up to the owner. Does nothing if it was released
     * before.
     */
    public void release() {
        memory.release(this);
    }

    /**
     * Gives memory of the range back to the operating system: those of its pages that lie wholly inside {@code
     * [address, address + byteSize)}. Their bytes read as zeros from then on, and a store to one takes a page again;
     * the range stays a part of the memory, and every handle stays valid. For owners that have no use for the bytes at
     * the moment.
     *
     * <p>Works for memories off the heap that were created with native access, on Linux and macOS. Elsewhere nothing
     * happens. O(pages given back). Waits while another thread grows or closes the memory.
     *
     * @param address of the first byte
     * @param byteSize bytes, not negative
     * @return bytes given back; if 0, nothing has changed
     * @throws IndexOutOfBoundsException if the bytes do not lie inside the range
     * @throws IllegalStateException if the memory is closed, or this claim released
     */
    public long discard(long address, long byteSize) {
        if (address < base || byteSize < 0 || byteSize > end() - address) {
            throw outside("discarded range", address, byteSize);
        }
        if (released) {
            throw released("discarded range", address, byteSize);
        }
        return memory.discard(address, byteSize);
    }

    /**
     * The unit of {@link #discard} in bytes, a page of the operating system: a power of two, or 0 where nothing can be
     * given back.
     */
    public long discardGranule() {
        return memory.discardGranule();
    }

    /**
     * Makes a memory as long as its file, where another writer has grown the file after it was mapped here. For owners
     * that have made sure that this process is the writer now; until then the memory refuses to grow. Does nothing if
     * the range does not follow the end of the memory, or if no file outlives the process.
     *
     * @throws IllegalStateException if the file has become shorter, or the memory is closed; nothing has changed then
     */
    public void followFile() {
        if (isGrowing()) {
            memory.followFile();
        }
    }

    /**
     * Sets the action that is run once, by the thread that closes the memory, when the memory and all handles are
     * closed. It must not throw. Another thread that is inside the owner meanwhile gets what the memory throws.
     */
    public void whenClosed(Runnable action) {
        whenClosed = action;
    }

    /**
     * Cuts the memory's file at {@code address}, or at the end of the page there. For the action of {@link
     * #whenClosed}, when no handle reaches the bytes any more. Does nothing if the memory has grown since the owner
     * gave the bytes up, if the range does not follow the end of the memory, or if no file outlives the process.
     *
     * @param address after the last byte of the range that is needed, not below {@link #base()}
     * @param byteSize bytes that the memory had when the owner gave up what lies behind {@code address}
     * @throws IllegalArgumentException if {@code address} is below the base, or beyond {@code byteSize}
     * @throws IllegalStateException if the memory is open, or this claim released
     */
    public void cutFile(long address, long byteSize) {
        if (address < base || address > byteSize) {
            throw new IllegalArgumentException(
                    "end outside its claim: address=" + address + " claimBase=" + base + " byteSize=" + byteSize);
        }
        if (!memory.isClosed() || released) {
            throw new IllegalStateException(
                    "memory is open, or claim is released: address=" + address + " released=" + released);
        }
        if (isGrowing()) {
            memory.cutFile(address, byteSize);
        }
    }

    void memoryClosed() {
        Runnable action = whenClosed;
        if (action != null) {
            action.run();
            whenClosed = null;
        }
    }

    /**
     * Gives a handle another length, starting where it does: for an owner that finds that the block of a handle is
     * longer or shorter than the handle.
     *
     * @throws IllegalArgumentException if another claim made it
     */
    public void resize(Memory handle, long byteSize) {
        requireOwn(handle);
        handle.redirect(handle(handle.offset(), byteSize).reach());
    }

    private void requireOwn(Memory handle) {
        if (!owns(handle)) {
            throw new IllegalArgumentException(
                    "handle of another claim: offset=" + handle.offset() + " claimBase=" + base);
        }
    }

    /** The start and the end of the range, for messages. */
    @Override
    public String toString() {
        return "Claim[base=" + base + ", end=" + (isGrowing() ? "growing" : limit) + "]";
    }

    @Nullable
    Owner owner() {
        return owner;
    }

    boolean overlaps(Claim other) {
        return base < other.limit && other.base < limit;
    }

    private IllegalStateException released(String what, long address, long byteSize) {
        return new IllegalStateException(what + " of a claim that is released: address=" + address + " byteSize="
                + byteSize + " claimBase=" + base);
    }

    private IndexOutOfBoundsException outside(String what, long address, long byteSize) {
        return new IndexOutOfBoundsException(what + " outside its claim: address=" + address + " byteSize=" + byteSize
                + " claimBase=" + base + " claimEnd=" + end());
    }
}
