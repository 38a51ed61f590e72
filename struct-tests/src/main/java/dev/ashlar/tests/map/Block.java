package dev.ashlar.tests.map;

import dev.ashlar.struct.Struct;

/** A struct whose key is another struct. */
@Struct(map = "place", list = true)
public record Block(byte kind, Place place) {}
