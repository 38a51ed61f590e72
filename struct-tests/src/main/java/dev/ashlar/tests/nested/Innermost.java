package dev.ashlar.tests.nested;

import dev.ashlar.struct.Struct;

@Struct
record Innermost(int x) {
    static int reads;

    @Override
    public int x() {
        reads++;
        return x;
    }
}
