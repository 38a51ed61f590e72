package dev.ashlar.tests.enums;

import dev.ashlar.struct.Struct;

@Struct(columns = true)
record Whole(int id, Big big, int bigU8Number) {}
