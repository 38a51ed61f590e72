package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** The block before the contents of a file in a tar, as POSIX has it: numbers are octal digits. */
@Struct(packed = true)
@LayoutCheck(size = 512)
record TarHeader(
        @Length(100) String name,
        @Length(8) String mode,
        @Length(8) String userId,
        @Length(8) String groupId,
        @Length(12) String size,
        @Length(12) String modified,
        @Length(8) String checksum,
        byte kind,
        @Length(100) String link,
        @Length(6) String magic,
        @Length(2) byte[] version,
        @Length(32) String user,
        @Length(32) String group,
        @Length(8) String major,
        @Length(8) String minor,
        @Length(155) String prefix,
        @Length(12) byte[] rest) {
    /** The unit of everything in a tar, in bytes. */
    static final long BLOCK = 512;
}
