package dev.ashlar.tests.array;

import dev.ashlar.struct.Struct;

@Struct(list = true, columns = true)
record Minute(int x) {}
