package dev.ashlar.tests.enums;

import dev.ashlar.struct.Code;

enum Tone {
    @Code(-2)
    DARK,
    @Code(0)
    GREY,
    @Code(100)
    LIGHT
}
