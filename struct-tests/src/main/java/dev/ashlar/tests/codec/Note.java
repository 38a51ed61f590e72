package dev.ashlar.tests.codec;

import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

/** A tail that is one value. */
@Struct
public record Note(int id, @StoredBy(NameCodec.class) @Tail Name text) {}
