package dev.ashlar.errors;

/** The struct of the lists and logs here. */
record Pair(long first, long second) {
    static Pair of(long number) {
        return new Pair(number, ~number);
    }
}
