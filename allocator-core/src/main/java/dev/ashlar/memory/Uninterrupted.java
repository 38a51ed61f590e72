package dev.ashlar.memory;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Runs actions on channels as if the thread were not interrupted: a channel closes itself when its thread is. */
final class Uninterrupted {
    private Uninterrupted() {}

    /** An action that opens what it needs, and closes it if it fails. */
    interface Action<T> {
        T call() throws IOException;
    }

    /**
     * Calls an action as if nobody interrupted the thread, again if necessary, and restores the interrupt afterwards.
     */
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
