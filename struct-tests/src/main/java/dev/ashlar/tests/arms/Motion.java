package dev.ashlar.tests.arms;

import dev.ashlar.struct.Struct;

/** Three numbers without padding. */
@Struct
public record Motion(short x, short y, short pressure) {}
