package dev.ashlar.tests.arms;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Struct;

/** A union in the middle of a struct. */
@Struct(list = true)
@LayoutCheck(size = 20)
public record Event(byte type, @Offset(4) Payload payload, short sequence) {}
