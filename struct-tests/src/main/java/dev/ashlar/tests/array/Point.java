package dev.ashlar.tests.array;

import dev.ashlar.struct.Struct;

@Struct
public record Point(int x, int y) {}
