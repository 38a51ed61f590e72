package dev.ashlar.tests.cursor;

import dev.ashlar.struct.Struct;

@Struct(list = true, columns = true)
record Spot(int x, int y) {}
