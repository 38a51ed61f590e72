package dev.ashlar.tests.equality;

import dev.ashlar.struct.Struct;

@Struct
public record Inner(int x, double y) {}
