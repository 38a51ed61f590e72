package dev.ashlar.errors;

import java.util.function.BooleanSupplier;

/**
 * Real errors: an operation is run at every depth of the stack from its very end up to where it fits. So the error comes in
 * each call in turn that goes deeper than those before it.
 */
final class StackOverflows implements Faults {
    private static final int MAX_FRAMES = 4_000;

    /** How many frames more the operation gets each time. */
    private final int step;

    private int errors;
    private boolean isDone;
    private boolean isOverflown;

    StackOverflows(int step) {
        this.step = step;
    }

    /** How many errors there were. */
    int errors() {
        return errors;
    }

    @Override
    public boolean run(Runnable operation, BooleanSupplier happened) {
        for (int frames = 1; frames < MAX_FRAMES; frames += step) {
            isDone = false;
            isOverflown = false;
            dive(operation, frames);
            if (isDone) {
                return true;
            }
            if (isOverflown) {
                errors++;
                if (happened.getAsBoolean()) {
                    return false;
                }
            }
        }
        throw new AssertionError("operation overflows the stack wherever it is run");
    }

    /** Goes down to the end of the stack, comes up again by some frames, and runs the operation there. */
    @SuppressWarnings("InfiniteRecursion") // it ends where the stack does
    private int dive(Runnable operation, int frames) {
        int unwound;
        try {
            unwound = 1 + dive(operation, frames);
        } catch (StackOverflowError end) {
            unwound = 0;
        }
        if (unwound == frames) {
            attempt(operation);
        }
        return unwound;
    }

    private void attempt(Runnable operation) {
        try {
            operation.run();
            isDone = true;
        } catch (VirtualMachineError overflow) {
            // The JDK wraps some of them.
            isOverflown = true;
        }
    }
}
