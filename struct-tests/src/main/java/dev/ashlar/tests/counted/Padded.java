package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.TailUnit;
import dev.ashlar.struct.U8;

/** A key that ends at a multiple of 8, values that are counted in bytes, and points, in big-endian. */
@Struct(order = StructOrder.BIG_ENDIAN)
public record Padded(
        @U8 int keyLength,
        long byteLength,
        short points,
        @Tail(count = "keyLength", pad = 8) byte[] key,

        @Tail(count = "byteLength", unit = TailUnit.BYTES, pad = 4)
        long[] values,

        @Tail(count = "points") Point[] places) {}
