package dev.ashlar.tests.codec;

/** A number that is known only after something else was done. */
public record Late(Runnable before, long number) {
    static Late of(long number) {
        return new Late(() -> {}, number);
    }
}
