package dev.ashlar.tests.union;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
public record Drawing(byte id, Shape first, @Length(2) Shape[] others) {}
