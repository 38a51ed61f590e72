package dev.ashlar.memory;

import org.jspecify.annotations.Nullable;

/** Thrown when the operating system has no room for a new {@link LinearMemory}; the message says what to change. */
public final class MemoryReservationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MemoryReservationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
