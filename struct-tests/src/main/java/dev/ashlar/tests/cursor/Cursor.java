package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Struct;

/** A struct with the name of the class that moves. */
@Struct
record Cursor(int line, int column) {}
