package dev.ashlar.tests.nested;

import dev.ashlar.struct.Struct;

@Struct
record Plain(int x, int y) {
    @Override
    public int y() {
        if (y < 0) {
            throw new UnsupportedOperationException("y");
        }
        return y;
    }
}
