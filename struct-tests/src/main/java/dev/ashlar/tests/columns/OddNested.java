package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record OddNested(Pair value, Other value_, int dev, Pair dev_, int x, Pair index, int x_, int fillX) {}
