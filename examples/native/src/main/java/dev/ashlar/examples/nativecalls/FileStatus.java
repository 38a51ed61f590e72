package dev.ashlar.examples.nativecalls;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Struct;

/** What {@code stat} says of a file: {@code struct stat} of Linux on x86-64, with the GNU C library or musl. */
@Struct
@LayoutCheck(size = 144)
record FileStatus(
        long device,
        long inode,
        long links,
        int mode,
        int user,
        int group,
        int reserved,
        long deviceOfSpecialFile,
        @Offset(48) long size,
        long blockSize,
        long blocks,
        long accessedSeconds,
        long accessedNanoseconds,
        @Offset(88) long modifiedSeconds,
        long modifiedNanoseconds,
        long changedSeconds,
        long changedNanoseconds,
        long reserved1,
        long reserved2,
        long reserved3) {}
