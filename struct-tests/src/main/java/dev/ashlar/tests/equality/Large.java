package dev.ashlar.tests.equality;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** Larger than what is copied without a call. */
@Struct(list = true)
record Large(byte first, @Length(98) byte[] rest) {}
