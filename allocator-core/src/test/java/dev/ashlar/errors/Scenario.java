package dev.ashlar.errors;

import dev.ashlar.memory.LinearMemory;
import java.util.Random;

/** A random program on one structure that checks after each error that comes in its middle what has become of it. */
interface Scenario {
    /**
     * Runs the program.
     *
     * @param memory of one page, to grow
     */
    void run(LinearMemory memory, Faults faults, Random random);

    /** Checks, after a run with an error in every place, that it has met all that it is for. */
    default void requireAllSeen() {}

    /** As {@link #requireAllSeen}, where each step after the first one that fails does so as well, as after a kill. */
    default void requireSeenWhereErrorsLast() {}
}
