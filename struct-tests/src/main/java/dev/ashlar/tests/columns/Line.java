package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct(columns = true, packed = true)
public record Line(byte first, Point start, Ends ends, Color color) {}
