package dev.ashlar.tests.tail;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
public record Point(int x, @Length(2) String name) {}
