package dev.ashlar.tests.array;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Struct;

@Struct(columns = true, list = true)
public record Job(@Atomic long n, int k) {}
