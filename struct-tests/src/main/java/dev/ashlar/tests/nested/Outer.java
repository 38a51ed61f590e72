package dev.ashlar.tests.nested;

import dev.ashlar.struct.Struct;

@Struct
record Outer(Middle inner) {}
