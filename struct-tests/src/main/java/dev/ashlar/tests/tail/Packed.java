package dev.ashlar.tests.tail;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct(packed = true)
public record Packed(byte a, @Tail double[] b) {}
