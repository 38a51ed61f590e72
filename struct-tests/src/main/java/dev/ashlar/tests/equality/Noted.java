package dev.ashlar.tests.equality;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

@Struct
record Noted(float f, @Tail String text) {}
