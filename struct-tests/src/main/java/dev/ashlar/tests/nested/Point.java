package dev.ashlar.tests.nested;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
public record Point(short x, int y, @Length(3) String name) {}
