package dev.ashlar.struct;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the generated classes of a struct meet structs, enums or variants other than those they were compiled
 * with: a library was replaced by another version, and code built on it was not recompiled. The message names both
 * sides and the struct to recompile.
 *
 * <p>It is thrown before the first byte is read or written, by every method that makes a view, an array, a list or
 * columns of the struct and by {@code type()}, each time with the same message. It extends the error of the Java
 * virtual machine for incompatible classes: a program that handles that error of a plug-in handles this one.
 */
public final class StructLinkError extends IncompatibleClassChangeError {
    private static final long serialVersionUID = 1;

    /** Makes an error with a message: a sentence and facts. */
    public StructLinkError(@Nullable String message) {
        super(message);
    }
}
