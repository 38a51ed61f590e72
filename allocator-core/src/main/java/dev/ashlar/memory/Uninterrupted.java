package dev.ashlar.memory;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** A channel closes itself where its thread is interrupted, but that is no reason to have no memory. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** An action that opens what it needs, and closes it when it fails. */
    interface Action<T> {
        T call() throws IOException;
    }

    /** Calls an action as if nobody interrupted the thread, again if need be; the thread is interrupted afterwards then. */
    static <T> T call(Action<T> action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return action.call();
                } catch (ClosedByInterruptException meanwhile) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
