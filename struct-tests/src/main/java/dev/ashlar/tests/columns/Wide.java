package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct(align = 256)
public record Wide(int x) {}
