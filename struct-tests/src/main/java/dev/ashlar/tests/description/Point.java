package dev.ashlar.tests.description;

import dev.ashlar.struct.Struct;

@Struct
public record Point(int x, int y) {}
