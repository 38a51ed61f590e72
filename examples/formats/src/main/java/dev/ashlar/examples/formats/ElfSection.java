package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.U32;

/** One section: {@code Elf64_Shdr}. */
@Struct
@LayoutCheck(size = 64)
record ElfSection(
        @U32 long name,
        @U32 long kind,
        long flags,
        long address,
        long offset,
        long size,
        @U32 long link,
        @U32 long info,
        long alignment,
        long entrySize) {}
