package dev.ashlar.tests.storage;

import dev.ashlar.struct.Code;

enum Coded {
    @Code(7)
    A,
    @Code(-1)
    B,
    @Code(0)
    C
}
