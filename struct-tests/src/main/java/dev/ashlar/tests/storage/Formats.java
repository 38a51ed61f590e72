package dev.ashlar.tests.storage;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import dev.ashlar.struct.U8;

/** Each short form of {@code @Stored} wherever that may be. */
@Struct
@LayoutCheck(size = 28, alignment = 4)
public record Formats(
        @U8 int level,
        @U16 int port,
        @U32 long size,
        @U8 @Length(3) short[] rgb,
        @U8 Color color,
        @U16 char letter,
        @U32 Ref<Formats> next,
        @U16 Integer maybe,
        @U8 boolean flag,
        @U16 @Tail int[] rest) {}
