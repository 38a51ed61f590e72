package dev.ashlar.tests.nested;

import dev.ashlar.struct.Struct;

@Struct
record Inner(Innermost inner) {}
