package dev.ashlar.tests.nested;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
record Drawing(int id, Plain first, @Length(1) Plain[] rest) {}
