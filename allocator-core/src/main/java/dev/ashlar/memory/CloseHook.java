package dev.ashlar.memory;

import org.jspecify.annotations.Nullable;

/**
 * A last look at a {@link LinearMemory} before it closes, for what can be known only while its bytes are there: a leak
 * report, for example. See {@link LinearMemory#addCloseHook}.
 */
@FunctionalInterface
public interface CloseHook {
    /**
     * Looks at the memory while every access still works. Called by the thread that closes it, which holds no lock;
     * again if that close is refused and another one follows. It must not close the memory.
     *
     * @return an action to run once the memory is closed, and only then; {@code null} for none
     */
    @Nullable
    Runnable beforeClose();
}
