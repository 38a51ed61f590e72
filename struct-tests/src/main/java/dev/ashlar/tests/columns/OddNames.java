package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record OddNames(
        int size,
        int get,
        int read,
        int memory,
        int index,
        int x,
        int xColumn,
        int fillX,
        int xPlace,
        int value,
        int row,
        int columns,
        int yield,
        int byteSize) {}
