package dev.ashlar.tests.codec;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;

/** A component whose codec throws checked exceptions. */
@Struct
public record Fox(@StoredBy(SlyCodec.class) @Length(8) Sly name) {}
