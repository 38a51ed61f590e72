package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
@Code(300)
record Stop(int code) implements Event {}
