package dev.ashlar.tests.union;

import dev.ashlar.struct.Struct;

@Struct
public sealed interface Expr permits Literal, Sum {}
