package dev.ashlar.tests.columns;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record Name(@Length(7) String name) {}
