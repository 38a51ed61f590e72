package dev.ashlar.tests.counted;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;

/** Three tails one after the other, without padding. */
@Struct(packed = true)
@LayoutCheck(size = 10)
public record ZipEntry(
        int signature,
        @U16 int nameLength,
        @U16 int extraLength,
        @U16 int commentLength,
        @Tail(count = "nameLength") String name,
        @Tail(count = "extraLength") byte[] extra,
        @Tail(count = "commentLength") String comment) {}
