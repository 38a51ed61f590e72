package dev.ashlar.tests.description;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Route(byte id, @Tail Point[] points) {}
