package dev.ashlar.tests.tail;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
public record Flags(@Tail boolean[] of) {}
