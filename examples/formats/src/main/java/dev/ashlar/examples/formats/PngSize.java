package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.U8;

/** The data of the first chunk, {@code IHDR}. */
@Struct(packed = true, order = StructOrder.BIG_ENDIAN)
@LayoutCheck(size = 13)
record PngSize(int width, int height, @U8 int depth, @U8 int colours, byte compression, byte filter, byte interlace) {}
