package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;

/** One entry of the directory of a zip, with its three parts of variable size. */
@Struct(packed = true)
@LayoutCheck(size = 46)
record ZipEntry(
        int signature,
        @U16 int madeBy,
        @U16 int needs,
        @U16 int flags,
        @U16 int method,
        @U16 int time,
        @U16 int date,
        int crc,
        @U32 long compressedSize,
        @U32 long size,
        @U16 int nameLength,
        @U16 int extraLength,
        @U16 int commentLength,
        @U16 int disk,
        @U16 int attributes,
        int externalAttributes,
        @U32 long headerOffset,
        @Tail(count = "nameLength") String name,
        @Tail(count = "extraLength") byte[] extra,
        @Tail(count = "commentLength") String comment) {
    static final int SIGNATURE = 0x02014b50;
}
