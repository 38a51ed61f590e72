package dev.ashlar.tests.map;

import dev.ashlar.struct.Struct;

/** The smallest struct: there are two keys. */
@Struct(map = "isSet")
public record Flag(boolean isSet) {}
