package dev.ashlar.tests.enums;

import dev.ashlar.struct.Code;

enum Reach {
    @Code(5)
    NEAR,
    @Code(4_000_000_000L)
    FAR
}
