package dev.ashlar.memory;

/**
 * Who answers for the handles of a {@link Claim}: an allocator.
 *
 * <p>{@link Memory#free()} and {@link Memory#reallocate(long)} end here. A handle reaches only the owner of the claim
 * that made it, and only while it is not revoked.
 */
public interface Owner {
    /**
     * Takes the block of {@code handle} back and revokes the handle.
     *
     * @throws IllegalStateException if no live block starts there with that length; nothing has changed then
     */
    void free(Memory handle);

    /**
     * Gives the block of {@code handle} another length. On success the old handle is revoked and a new one returned;
     * on failure the old block and its handle are as before.
     *
     * @param newLength bytes, positive
     * @param byteAlignment a positive power of two
     */
    Memory reallocate(Memory handle, long newLength, long byteAlignment);

    /**
     * Whether single blocks can be freed. Where they cannot, {@link Memory#close()} leaves the block to the owner, so
     * that try-with-resources works with every owner.
     */
    default boolean freesSingleBlocks() {
        return true;
    }

    /**
     * Told once, by the thread that closes the memory, that it is gone and every handle with it. Must not throw. Another
     * thread that is inside the owner meanwhile gets what the memory throws.
     */
    default void memoryClosed() {}

    /** The alignment in bytes that {@link Memory#reallocate(long)} asks for: this owner's default. */
    long defaultByteAlignment();
}
