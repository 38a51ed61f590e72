package dev.ashlar.tests.nested;

import dev.ashlar.struct.Struct;

@Struct
public record Line(byte id, Point start, Point end, boolean last) {}
