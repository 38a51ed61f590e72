package dev.ashlar.tests.atomic;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Struct;

@Struct
public record Shared(@Atomic int state, @Atomic long count) {}
