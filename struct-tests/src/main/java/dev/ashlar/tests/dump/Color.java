package dev.ashlar.tests.dump;

import dev.ashlar.struct.Code;

public enum Color {
    @Code(5)
    RED,
    @Code(7)
    GREEN
}
