package dev.ashlar.examples.formats;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import dev.ashlar.struct.U8;

/** One symbol: {@code Elf64_Sym}. */
@Struct
@LayoutCheck(size = 24)
record ElfSymbol(
        @U32 long name,
        @U8 @Bits(4) int kind,
        @U8 @Bits(4) int binding,
        @U8 @Bits(2) int visibility,
        @U8 @Bits(6) int other,
        @U16 int section,
        long value,
        long size) {}
