package dev.ashlar.tests.tail;

import dev.ashlar.struct.Struct;

@Struct
public record Step(int x) {
    @Override
    public int x() {
        if (x < 0) {
            throw new UnsupportedOperationException("x");
        }
        return x;
    }
}
