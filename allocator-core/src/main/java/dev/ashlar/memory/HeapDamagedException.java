package dev.ashlar.memory;

/**
 * Thrown when something has written into the bookkeeping of a heap that is in use: through a segment or an address used
 * after a free, from another thread, or from native code. The message says where, and what was found there.
 *
 * <p>It is thrown before anything is changed. The heap goes on refusing operations that need the damaged bytes; where
 * the data on the Java heap is enough to restore them, {@code recover()} of the allocator does so.
 */
public final class HeapDamagedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** Makes an exception with a message: a sentence and facts. */
    public HeapDamagedException(String message) {
        super(message);
    }
}
