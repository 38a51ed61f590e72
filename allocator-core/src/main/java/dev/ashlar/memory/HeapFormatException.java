package dev.ashlar.memory;

/**
 * The bytes that were to be opened are no heap, or one that is damaged, cut short, or of another version. The message
 * names the file and says what is wrong and where; nothing has been changed.
 *
 * <p>An {@link IllegalStateException}, since a heap need not lie in a file and nobody but the operator can do anything
 * about it: see docs/decisions/0011.
 */
public final class HeapFormatException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** With a sentence and facts. */
    public HeapFormatException(String message) {
        super(message);
    }
}
