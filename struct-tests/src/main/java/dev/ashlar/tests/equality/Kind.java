package dev.ashlar.tests.equality;

import dev.ashlar.struct.Code;

enum Kind {
    @Code(0)
    NONE,
    @Code(200)
    SOME
}
