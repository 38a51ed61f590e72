package dev.ashlar.tests.foreign;

import dev.ashlar.struct.Struct;

@Struct
public record Holder(int id, Choice choice) {}
