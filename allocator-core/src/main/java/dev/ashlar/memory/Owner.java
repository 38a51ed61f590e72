package dev.ashlar.memory;

/**
 * The owner of a {@link Claim} and its handles: an allocator.
 *
 * <p>{@link Memory#free()} and {@link Memory#reallocate(long)} call it. A handle reaches only the owner of the claim
 * that made it, and only while it is not revoked.
 *
 * <p><b>Errors in the middle.</b> {@code Memory} revokes the handle itself, by a single store after the owner has
 * returned, so that no error can come between the two. In turn, an owner's last action in an operation is its last
 * store.
 */
public interface Owner {
    /**
     * Takes the block of {@code handle} back. The handle is revoked when this returns.
     *
     * @throws IllegalStateException if no live block starts there with that length; nothing has changed then
     */
    void free(Memory handle);

    /**
     * Gives the block of {@code handle} another length, and returns a new handle. The old one is revoked when this
     * returns; on failure the old block and its handle are as before.
     *
     * @param newLength bytes, positive
     * @param byteAlignment a positive power of two
     */
    Memory reallocate(Memory handle, long newLength, long byteAlignment);

    /**
     * Returns whether single blocks can be freed. Where they cannot, {@link Memory#close()} leaves the block to the
     * owner, so that try-with-resources works with every owner.
     */
    default boolean freesSingleBlocks() {
        return true;
    }

    /**
     * Returns whether an operation of this owner can free many blocks at once, as a reset or the end of a frame does. Their
     * handles cannot be {@linkplain Memory#pin() pinned}.
     */
    default boolean freesTogether() {
        return !freesSingleBlocks();
    }

    /**
     * Returns whether several threads may free and reallocate the handles: then freeing and revoking a handle is one
     * step, so that the second of two threads finds it revoked.
     */
    default boolean isShared() {
        return false;
    }

    /**
     * The name of this owner in messages, by which a program finds out who holds a range. Another thread may ask for it, and
     * while the owner is still being made.
     */
    default String name() {
        return getClass().getName();
    }

    /** The alignment in bytes that {@link Memory#reallocate(long)} asks for: this owner's default. */
    long defaultByteAlignment();
}
