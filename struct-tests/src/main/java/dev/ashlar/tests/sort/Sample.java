package dev.ashlar.tests.sort;

import dev.ashlar.struct.Struct;

@Struct(list = true)
public record Sample(double value, float small) {}
