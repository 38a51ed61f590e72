package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
@Code(1)
record Watched(int x) implements Signal {
    static int reads;

    @Override
    public int x() {
        reads++;
        if (x < 0) {
            throw new UnsupportedOperationException("x");
        }
        return x;
    }
}
