package dev.ashlar.tests.union;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
public record Pair(int id, Signal first, @Length(1) Signal[] others) {}
