package dev.ashlar.tests.map;

import dev.ashlar.struct.Struct;

/** A struct with the layout of {@link Sly}, and another key. */
@Struct(map = "value")
public record ByValue(long id, long value) {}
