package dev.ashlar.tests.enums;

import dev.ashlar.struct.Code;

enum Level {
    @Code(9_000_000_000L)
    HIGH,
    @Code(-9_000_000_000L)
    LOW,
    @Code(7)
    MIDDLE
}
