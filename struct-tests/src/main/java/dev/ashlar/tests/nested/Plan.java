package dev.ashlar.tests.nested;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
record Plan(Line first, @Length(2) Line[] others) {}
