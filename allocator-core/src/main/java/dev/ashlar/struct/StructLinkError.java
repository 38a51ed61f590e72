package dev.ashlar.struct;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the generated classes of a struct meet other structs, enums or variants than those they were compiled
 * with: a library was replaced by another version of it, and what was built on it was not compiled anew. The message
 * names both sides and the struct to compile anew.
 *
 * <p>It comes before the first byte is read or written, from every method that makes a view, an array, a list or
 * columns of the struct and from {@code type()}, each time with the same message. It is the error of the Java virtual
 * machine for classes that do not fit together: a program that survives it for a plug-in survives this one.
 */
public final class StructLinkError extends IncompatibleClassChangeError {
    private static final long serialVersionUID = 1;

    /** The error that the program's parts do not fit together, in one sentence and its facts. */
    public StructLinkError(@Nullable String message) {
        super(message);
    }
}
