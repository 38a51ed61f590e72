package dev.ashlar.tests.optional;

import dev.ashlar.struct.Struct;

/** Names that start the names of methods of another component. */
@Struct
public record Letters(Integer level, int h, int c) {}
