package dev.ashlar.tests.ring;

import dev.ashlar.struct.Struct;

/** A struct whose records do something when they are made, and when they are stored. */
@Struct(ring = true)
public record Busy(long id, long value) {
    /** What the next constructor does. */
    static Runnable made = () -> {};

    /** What the next accessor does before it returns. */
    static Runnable stored = () -> {};

    public Busy {
        runMade();
    }

    private static void runMade() {
        Runnable now = made;
        made = () -> {};
        now.run();
    }

    @Override
    public long value() {
        Runnable now = stored;
        stored = () -> {};
        now.run();
        return value;
    }
}
