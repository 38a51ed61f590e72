package dev.ashlar.tests.nested;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
record Middle(Inner inner, @Length(1) Inner[] more) {}
