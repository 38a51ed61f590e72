package dev.ashlar.memory;

/**
 * Thrown when the bytes to be opened are not a heap, or are one that is damaged, cut short, or of another version. The
 * message names the file and says what is wrong and where; nothing has been changed.
 *
 * <p>It is an {@link IllegalStateException}, since a heap need not lie in a file and only an operator can do anything
 * about it: see docs/decisions/0011.
 */
public final class HeapFormatException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** Makes an exception with a message: a sentence and facts. */
    public HeapFormatException(String message) {
        super(message);
    }
}
