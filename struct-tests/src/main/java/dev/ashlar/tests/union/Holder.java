package dev.ashlar.tests.union;

import dev.ashlar.struct.Struct;

@Struct
record Holder(Odd odd) {}
