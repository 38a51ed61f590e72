package dev.ashlar.tests.columns;

import dev.ashlar.struct.Struct;

/** A struct inside another one. */
@Struct
record Spot(double x, double y) {}
