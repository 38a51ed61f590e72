package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
@Code(2)
record Quiet(long y) implements Signal {}
