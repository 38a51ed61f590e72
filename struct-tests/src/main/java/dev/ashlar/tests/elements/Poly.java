package dev.ashlar.tests.elements;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
record Poly(int id, @Length(3) Point[] points) {}
