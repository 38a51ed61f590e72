package dev.ashlar.tests.optional;

import dev.ashlar.struct.Struct;

/** A struct in others. */
@Struct
public record Point(int x, int y) {}
