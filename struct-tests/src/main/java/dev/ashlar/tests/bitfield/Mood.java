package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Code;

/** An enum with a negative number, whose bit-fields are signed. */
public enum Mood {
    @Code(-4)
    GLOOMY,
    @Code(3)
    CHEERFUL
}
