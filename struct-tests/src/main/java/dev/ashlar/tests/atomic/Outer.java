package dev.ashlar.tests.atomic;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct
public record Outer(byte first, @Length(2) Shared[] others) {}
