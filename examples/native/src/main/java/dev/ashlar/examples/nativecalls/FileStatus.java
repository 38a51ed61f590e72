package dev.ashlar.examples.nativecalls;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Offset;
import dev.ashlar.struct.Struct;

/**
 * What {@code stat} says of a file: {@code struct stat} of Linux on x86-64, with the GNU C library or musl. It holds
 * three of the structs that {@link Clock} meets by themselves.
 */
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
        Timespec accessed,
        @Offset(88) Timespec modified,
        Timespec changed,
        long reserved1,
        long reserved2,
        long reserved3) {}
