package dev.ashlar.tests.map;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** A struct whose key is a string. */
@Struct(map = "text")
public record Word(@Length(13) String text, int count) {}
