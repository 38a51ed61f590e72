package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
@Code(3)
record UnionTag(int x) implements Odd {}
