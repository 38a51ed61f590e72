package dev.ashlar.tests.columns;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;

@Struct
public record Flags(int a, @Bits(3) int b) {}
