package dev.ashlar.tests.equality;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
record Tailed(boolean on, double d, Inner inner, @Tail Kind[] kinds) {}
