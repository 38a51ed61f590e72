package dev.ashlar.tests.map;

import dev.ashlar.struct.Struct;

/** A struct whose records do something when they are read. */
@Struct(map = "id")
public record Sly(long id, long value) {
    /** What the next accessor does before it returns; nothing if that is {@code null}. */
    static Runnable next = () -> {};

    @Override
    public long value() {
        Runnable now = next;
        next = () -> {};
        now.run();
        return value;
    }
}
