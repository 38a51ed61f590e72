package dev.ashlar.tests.elements;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

@Struct(columns = true)
public record Key(int id, @Length(11) byte[] bytes, int bytesToArray, int bytesContentEquals) {}
