package dev.ashlar.tests.elements;

import dev.ashlar.struct.Struct;

@Struct
record Point(int x, int y) {}
