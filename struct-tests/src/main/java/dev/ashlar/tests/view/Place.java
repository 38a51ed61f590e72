package dev.ashlar.tests.view;

import dev.ashlar.struct.Struct;

@Struct(columns = true)
record Place(long address, long slice, int isSlice) {}
