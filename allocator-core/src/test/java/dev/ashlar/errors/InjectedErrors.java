package dev.ashlar.errors;

import java.util.function.BooleanSupplier;

/**
 * Errors at the k-th step of an operation, for every k. {@link InjectingLoader} has every call, and every object made, in
 * the library be such a step.
 */
public final class InjectedErrors implements Faults {
    private static final String INJECTED = "injected";
    private static final int MAX_STEPS = 1_000_000;

    private static boolean isArmed;
    private static boolean isLasting;
    private static int stepsLeft;
    private static boolean isOfStack;

    private final boolean lasting;

    /**
     * Errors one at a time.
     *
     * @param lasting whether every step after the one that fails does so too, until the operation has ended: as where there
     *     is no stack left for cleaning up either
     */
    InjectedErrors(boolean lasting) {
        this.lasting = lasting;
    }

    /** What the library calls before each of its calls. */
    public static void step() {
        if (isArmed && --stepsLeft <= 0) {
            isArmed = isLasting;
            throw isOfStack ? new StackOverflowError(INJECTED) : new OutOfMemoryError(INJECTED);
        }
    }

    @Override
    public boolean run(Runnable operation, BooleanSupplier happened) {
        for (int step = 1; step < MAX_STEPS; step++) {
            isOfStack = step % 2 == 0;
            isLasting = lasting;
            stepsLeft = step;
            isArmed = true;
            try {
                operation.run();
                return true;
            } catch (StackOverflowError | OutOfMemoryError thrown) {
                isArmed = false;
                if (!INJECTED.equals(thrown.getMessage())) {
                    throw thrown;
                }
            } finally {
                isArmed = false;
            }
            if (happened.getAsBoolean()) {
                return false;
            }
        }
        throw new AssertionError("operation never ends");
    }
}
