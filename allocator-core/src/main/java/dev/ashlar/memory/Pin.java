package dev.ashlar.memory;

import java.util.Objects;

/**
 * A hold on the block of a handle, for code outside the library that reads the bytes at their address, such as the consumer
 * of an Arrow export: until it is released, the block cannot be freed or reallocated through its handle, and its memory
 * cannot be closed. Made by {@link Memory#pin()}.
 *
 * <p>A handle may be pinned several times; each pin counts until it is released. Loads and stores go on as before.
 *
 * <p><b>Threads.</b> A pin may be released by any thread. Making one follows the thread rule of the handle's owner, as a
 * free does. A thread that frees the block must be ordered after the release.
 */
public final class Pin implements AutoCloseable {
    private final Memory handle;
    private final LinearMemory memory;
    private boolean released;

    private Pin(Memory handle, LinearMemory memory) {
        this.handle = handle;
        this.memory = memory;
    }

    /** Pins a handle; the caller holds its lock. */
    static Pin of(Memory handle, Claim claim) {
        Owner owner = claim.owner();
        if (owner != null && !(owner instanceof Holder) && owner.freesTogether()) {
            throw new IllegalStateException(
                    "cannot pin a block that its allocator frees together with others; copy it into one of an allocator"
                            + " that frees single blocks: offset="
                            + handle.offset() + " allocator=" + owner.name());
        }
        LinearMemory memory = claim.memory();
        Claim pinned = owner == null ? null : owner instanceof Holder ? claim : claim.heldBy(new Holder(claim, owner));
        Pin pin = new Pin(handle, memory);
        memory.addPin();
        // No call that may fail from here on.
        if (pinned != null && pinned.owner() instanceof Holder holder) {
            holder.pins++;
            handle.claimBy(pinned);
        }
        return pin;
    }

    /** Ends this hold. Does nothing the second time. */
    @Override
    public void close() {
        synchronized (handle) {
            if (released) {
                return;
            }
            released = true;
            Claim claim = Objects.requireNonNull(handle.claim(), "claim");
            if (claim.owner() instanceof Holder holder && --holder.pins == 0) {
                handle.claimBy(holder.before);
            }
        }
        memory.removePin();
    }

    /** Returns whether {@link #close()} was called. */
    public boolean isReleased() {
        synchronized (handle) {
            return released;
        }
    }

    /**
     * The owner of a pinned block in place of its allocator, so that an ordinary free needs no check for pins. Its fields
     * belong to the lock of the handle.
     */
    private static final class Holder implements Owner {
        private final Claim before;
        private final Owner owner;
        private int pins;

        Holder(Claim before, Owner owner) {
            this.before = before;
            this.owner = owner;
        }

        @Override
        public void free(Memory pinned) {
            throw refused("free", pinned);
        }

        @Override
        public Memory reallocate(Memory pinned, long newLength, long byteAlignment) {
            throw refused("reallocate", pinned);
        }

        private IllegalStateException refused(String operation, Memory pinned) {
            return new IllegalStateException(operation
                    + " of memory that is pinned, because something outside the library may still read it, such as the"
                    + " consumer of an Arrow export; release that first: offset=" + pinned.offset() + " length="
                    + pinned.length());
        }

        /** Leaves the block to what holds it, so that try-with-resources does no harm. */
        @Override
        public boolean freesSingleBlocks() {
            return false;
        }

        @Override
        public String name() {
            return owner.name();
        }

        @Override
        public boolean isShared() {
            return owner.isShared();
        }

        @Override
        public long defaultByteAlignment() {
            return owner.defaultByteAlignment();
        }
    }
}
