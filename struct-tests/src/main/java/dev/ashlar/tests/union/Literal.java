package dev.ashlar.tests.union;

import dev.ashlar.struct.Code;
import dev.ashlar.struct.Struct;

@Struct
@Code(0)
record Literal(int value) implements Expr {}
