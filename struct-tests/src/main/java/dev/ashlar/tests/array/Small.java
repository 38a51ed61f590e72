package dev.ashlar.tests.array;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Struct;

@Struct
public record Small(@Atomic int n) {}
