package dev.ashlar.errors;

import java.util.function.BooleanSupplier;

/** A way to have an error come in the middle of an operation, at each place in turn. */
interface Faults {
    /**
     * Runs an operation until it ends without an error, with the error at another place each time.
     *
     * @param happened asked after each error: checks that the operation either happened or did not, and tells which. If it
     *     happened it is not tried again
     * @return whether the operation ended without an error
     */
    boolean run(Runnable operation, BooleanSupplier happened);
}
