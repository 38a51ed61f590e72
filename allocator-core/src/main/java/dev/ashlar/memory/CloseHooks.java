package dev.ashlar.memory;

import org.jspecify.annotations.Nullable;

/**
 * The hooks of one memory: called before it closes, the last one added first; their actions run afterwards.
 *
 * <p>An exception thrown by a hook neither keeps the memory open nor the other hooks from being called; {@link
 * Answers#follow} finally throws the first one. An {@link Error} thrown by a hook ends the attempt to close while the
 * memory is still open.
 */
final class CloseHooks {
    private CloseHook[] hooks = {};

    synchronized void add(CloseHook hook) {
        CloseHook[] more = new CloseHook[hooks.length + 1];
        more[0] = hook;
        System.arraycopy(hooks, 0, more, 1, hooks.length);
        hooks = more;
    }

    synchronized void remove(CloseHook hook) {
        int found = hooks.length - 1;
        while (found >= 0 && !hooks[found].equals(hook)) {
            found--;
        }
        if (found >= 0) {
            CloseHook[] fewer = new CloseHook[hooks.length - 1];
            System.arraycopy(hooks, 0, fewer, 0, found);
            System.arraycopy(hooks, found + 1, fewer, found, fewer.length - found);
            hooks = fewer;
        }
    }

    private synchronized CloseHook[] all() {
        return hooks;
    }

    /** Calls all hooks, holding no lock. */
    Answers ask() {
        CloseHook[] asked = all();
        @Nullable Runnable[] actions = new Runnable[asked.length];
        RuntimeException thrown = null;
        for (int i = 0; i < asked.length; i++) {
            try {
                actions[i] = asked[i].beforeClose();
            } catch (RuntimeException failure) {
                thrown = first(thrown, failure);
            }
        }
        return new Answers(actions, thrown);
    }

    private static RuntimeException first(@Nullable RuntimeException thrown, RuntimeException next) {
        if (thrown == null) {
            return next;
        }
        if (!thrown.equals(next)) {
            thrown.addSuppressed(next);
        }
        return thrown;
    }

    /** The answers of the hooks of a memory: actions to run when it is closed. */
    static final class Answers {
        static final Answers NONE = new Answers(new Runnable[0], null);

        private final @Nullable Runnable[] actions;
        private final @Nullable RuntimeException failure;

        private Answers(@Nullable Runnable[] actions, @Nullable RuntimeException failure) {
            this.actions = actions;
            this.failure = failure;
        }

        /** Runs all actions, whatever any of them throws. */
        void follow() {
            RuntimeException thrown = failure;
            for (Runnable action : actions) {
                try {
                    if (action != null) {
                        action.run();
                    }
                } catch (RuntimeException refused) {
                    thrown = first(thrown, refused);
                }
            }
            if (thrown != null) {
                throw thrown;
            }
        }
    }
}
