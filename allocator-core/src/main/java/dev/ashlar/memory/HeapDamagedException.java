package dev.ashlar.memory;

/**
 * Something has written into the bookkeeping of a heap that is in use: through a segment or an address that was kept
 * after a free, from another thread, or from native code. The message says where and what was found there.
 *
 * <p>It is thrown before anything is changed. The heap goes on refusing what needs the damaged place; where the truth can
 * still be told from what is on the Java heap, {@code recover()} of the allocator makes it whole.
 */
public final class HeapDamagedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** With a sentence and facts. */
    public HeapDamagedException(String message) {
        super(message);
    }
}
