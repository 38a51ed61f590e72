package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** Components with the names of the methods, fields and class of a cursor of columns. */
@Struct(columns = true)
record NamedInColumns(
        int index,
        long row,
        int advance,
        long moveTo,
        int cursor,
        int columns,
        int size,
        @Length(2) int[] move,
        Cursor spot) {}
