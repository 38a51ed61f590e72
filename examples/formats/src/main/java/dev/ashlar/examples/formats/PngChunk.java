package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.Tail;

/** A chunk of a PNG. The checksum of its type and data follows. */
@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
@LayoutCheck(size = 8)
record PngChunk(
        int length,
        @Length(4) String kind,
        @Tail(count = "length") byte[] data) {}
