package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;

/** The end of a zip, from which everything else is found. */
@Struct(packed = true)
@LayoutCheck(size = 22)
record ZipEnd(
        int signature,
        @U16 int disk,
        @U16 int directoryDisk,
        @U16 int entriesHere,
        @U16 int entries,
        @U32 long directorySize,
        @U32 long directoryOffset,
        @U16 int commentLength,
        @Tail(count = "commentLength") String comment) {
    static final int SIGNATURE = 0x06054b50;
}
