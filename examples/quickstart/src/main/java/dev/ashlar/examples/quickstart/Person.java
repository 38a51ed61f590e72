package dev.ashlar.examples.quickstart;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Struct;

/** The classic of alignment: 4 bytes, 4 of padding, 8 bytes, 4 bytes, 4 of padding. The compiler checks it. */
@Struct
@LayoutCheck(size = 24, alignment = 8)
record Person(int id, @Offset(8) double height, int age) {}
