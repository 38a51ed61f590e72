package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record Tick(long time, double price, int size) {}
