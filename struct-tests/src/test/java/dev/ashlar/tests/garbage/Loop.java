package dev.ashlar.tests.garbage;

/** A loop of as many steps as it is asked for. */
@FunctionalInterface
interface Loop {
    /** Makes {@code count} steps, and returns what nobody can know without making them. */
    long run(int count);
}
