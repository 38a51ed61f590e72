package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Rest(byte kind, @Tail(toEnd = true) int[] values) {}
