package dev.ashlar.tests.foreign;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
public record Pair(int id, Node one, @Length(2) Node[] more) {}
