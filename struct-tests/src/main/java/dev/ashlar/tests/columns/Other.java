package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct
public record Other(int c, int d) {}
