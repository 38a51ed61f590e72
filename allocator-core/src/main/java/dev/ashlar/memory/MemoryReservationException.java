package dev.ashlar.memory;

import org.jspecify.annotations.Nullable;

/** The operating system gave no room for a new {@link LinearMemory}; the message says what to change. */
public final class MemoryReservationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MemoryReservationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
