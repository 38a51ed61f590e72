package dev.ashlar.tests.map;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.codec.AsciiSpaces;

/** A struct whose key a codec pads with spaces. */
@Struct(map = "symbol")
public record Ticker(@StoredBy(AsciiSpaces.class) @Length(8) String symbol, int price) {}
