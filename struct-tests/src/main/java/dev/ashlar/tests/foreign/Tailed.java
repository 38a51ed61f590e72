package dev.ashlar.tests.foreign;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Tailed(int id, @Tail Node[] nodes) {}
