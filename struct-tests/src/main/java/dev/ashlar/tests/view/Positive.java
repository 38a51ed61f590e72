package dev.ashlar.tests.view;

import dev.ashlar.struct.Struct;

@Struct
record Positive(int a) {
    Positive {
        if (a <= 0) {
            throw new ArithmeticException("not positive");
        }
    }
}
