package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;

@Struct
public record Point(byte x, int y) {}
