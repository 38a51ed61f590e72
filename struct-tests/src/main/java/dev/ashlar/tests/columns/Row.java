package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record Row(int row) {}
