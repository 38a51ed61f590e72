package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U32;

/** One packet, of which a part may be missing. */
@Struct(packed = true)
@LayoutCheck(size = 16)
record PcapPacket(
        @U32 long seconds,
        @U32 long micros,
        @U32 long captured,
        @U32 long length,
        @Tail(count = "captured") byte[] data) {}
