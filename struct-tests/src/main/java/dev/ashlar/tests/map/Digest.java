package dev.ashlar.tests.map;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** A struct whose key is bytes. */
@Struct(map = "hash")
public record Digest(int size, @Length(20) byte[] hash) {}
