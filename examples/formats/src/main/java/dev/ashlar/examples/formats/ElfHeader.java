package dev.ashlar.examples.formats;

import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import dev.ashlar.struct.U8;

/** The start of an ELF file of 64 bits: {@code Elf64_Ehdr}. Components without a mention are not used here. */
@Struct
@LayoutCheck(size = 64)
record ElfHeader(
        @Length(4) byte[] magic,
        @U8 int wordSize,
        @U8 int byteOrder,
        @Length(10) byte[] identity,
        @U16 int kind,
        @U16 int machine,
        @U32 long version,
        long entry,
        long programsOffset,
        long sectionsOffset,
        @U32 long flags,
        @U16 int headerSize,
        @U16 int programSize,
        @U16 int programCount,
        @U16 int sectionSize,
        @U16 int sectionCount,
        @U16 int namesIndex) {}
