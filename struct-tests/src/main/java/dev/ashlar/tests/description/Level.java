package dev.ashlar.tests.description;

import dev.ashlar.struct.Code;

public enum Level {
    @Code(10)
    LOW,
    @Code(-2)
    HIGH
}
