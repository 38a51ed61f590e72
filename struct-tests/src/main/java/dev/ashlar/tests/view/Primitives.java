package dev.ashlar.tests.view;

import dev.ashlar.struct.Struct;

@Struct
record Primitives(byte a, short b, int c, long d, float e, double f, boolean g, char h) {}
