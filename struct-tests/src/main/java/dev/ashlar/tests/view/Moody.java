package dev.ashlar.tests.view;

import dev.ashlar.struct.Struct;

@Struct
record Moody(int a, int b) {
    @Override
    @SuppressWarnings("DoNotCallSuggester") // the view calls it
    public int b() {
        throw new ArithmeticException();
    }
}
