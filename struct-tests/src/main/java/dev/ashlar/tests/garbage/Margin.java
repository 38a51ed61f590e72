package dev.ashlar.tests.garbage;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U16;

/** An entry of the loops' logs with two tails that are counted. */
@Struct
record Margin(
        @U16 int notes,
        @Bits(4) int marks,
        @Tail(count = "notes", pad = 4) byte[] note,
        @Tail(count = "marks") int[] mark) {}
