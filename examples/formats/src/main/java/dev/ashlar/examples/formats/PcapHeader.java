package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;

/** The start of a capture of packets. */
@Struct
@LayoutCheck(size = 24)
record PcapHeader(
        @U32 long magic,
        @U16 int major,
        @U16 int minor,
        int zone,
        @U32 long accuracy,
        @U32 long most,
        @U32 long link) {
    static final long MAGIC = 0xa1b2c3d4L;
    static final long ETHERNET = 1;
}
