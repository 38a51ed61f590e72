package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct
public record Pair(int a, int b) {}
