package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
@Code(2)
record Tag(int x) implements Odd {}
