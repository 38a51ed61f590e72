package dev.ashlar.tests.tail;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Counted(@Tail String text) {
    static int reads;

    @Override
    public String text() {
        reads++;
        return text;
    }
}
