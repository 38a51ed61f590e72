package dev.ashlar.tests.atomic;

import dev.ashlar.struct.Align;
import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Struct;

@Struct(packed = true)
public record Packed(
        byte first,
        @Align(8) @Atomic long count,
        byte last,
        @Align(4) @Atomic int state) {}
