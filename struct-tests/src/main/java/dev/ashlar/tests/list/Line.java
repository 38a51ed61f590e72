package dev.ashlar.tests.list;

import dev.ashlar.struct.Struct;

@Struct(align = 64, list = true)
public record Line(byte x) {}
