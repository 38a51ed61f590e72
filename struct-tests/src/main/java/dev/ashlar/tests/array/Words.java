package dev.ashlar.tests.array;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Words(@Atomic long n, @Tail String text) {}
