package dev.ashlar.tests.map;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** A wide, over-aligned struct with its key in the middle. */
@Struct(map = "key", align = 256)
public record Wide(
        @Length(100) byte[] before, short key, @Length(333) byte[] after) {}
