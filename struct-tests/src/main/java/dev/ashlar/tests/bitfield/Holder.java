package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Struct;

@Struct
record Holder(byte first, ShortUnit inner) {}
