package dev.ashlar.arrow;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** A number that is exported in place, and a string that is copied. */
@Struct(columns = true)
record Sample(long id, @Length(6) String name) {}
