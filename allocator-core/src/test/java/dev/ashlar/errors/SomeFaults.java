package dev.ashlar.errors;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** Faults in some operations of a long program only: one in so many, at random. */
record SomeFaults(Faults faults, Random random, int oneIn) implements Faults {
    @Override
    public boolean run(Runnable operation, BooleanSupplier happened) {
        if (random.nextInt(oneIn) == 0) {
            return faults.run(operation, happened);
        }
        operation.run();
        return true;
    }
}
