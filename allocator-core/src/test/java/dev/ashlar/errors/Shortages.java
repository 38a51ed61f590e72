package dev.ashlar.errors;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Real errors: an operation is run with the Java heap full up to some bytes, more of them each time until it fits. So the
 * error comes at each of its objects in turn. Made for a small heap and {@code -XX:-UseTLAB}, so that bytes are bytes.
 */
final class Shortages implements Faults {
    /** Bytes of the arrays that fill the heap, from large to small. */
    private static final int[] BYTE_SIZES = {1 << 16, 1 << 10, 16};

    private static final int SMALL = 4_000;

    /** An array that fills the heap, and the one before it. */
    private record Filling(Object bytes, @Nullable Filling before) {}

    /** Small objects, of which some are let go again. */
    private final @Nullable Object[] small = new Object[SMALL];

    /** By how many tenths more the room grows each time. */
    private final int step;

    private @Nullable Filling filling;
    private int errors;
    private boolean isDone;

    Shortages(int step) {
        this.step = step;
    }

    /** How many errors there were. */
    int errors() {
        return errors;
    }

    @Override
    public boolean run(Runnable operation, BooleanSupplier happened) {
        for (int free = 0; free < SMALL; free += 1 + free * step / 10) {
            isDone = false;
            boolean isShort = attempt(operation, free);
            if (isDone) {
                return true;
            }
            if (isShort) {
                errors++;
                if (happened.getAsBoolean()) {
                    return false;
                }
            }
        }
        // It takes more than all small objects of the Java heap.
        operation.run();
        return true;
    }

    /** Runs the operation with room for {@code free} small objects; says whether that was too little. */
    private boolean attempt(Runnable operation, int free) {
        try {
            fill();
            Arrays.fill(small, 0, Math.min(free, SMALL), null);
            operation.run();
            isDone = true;
            return false;
        } catch (VirtualMachineError shortage) {
            // The JDK wraps some of them.
            return true;
        } finally {
            filling = null;
            Arrays.fill(small, null);
        }
    }

    /** Fills the heap, the small objects first. */
    private void fill() {
        for (int i = 0; i < SMALL; i++) {
            small[i] = new Object();
        }
        for (int byteSize : BYTE_SIZES) {
            try {
                for (; ; ) {
                    filling = new Filling(new byte[byteSize], filling);
                }
            } catch (OutOfMemoryError full) {
                // On with smaller ones.
            }
        }
    }
}
