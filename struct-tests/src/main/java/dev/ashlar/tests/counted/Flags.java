package dev.ashlar.tests.counted;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;
import dev.ashlar.struct.U8;
import java.util.OptionalInt;

/** Counts that are bit-fields, optional elements, and an optional component before all that. */
@Struct
public record Flags(
        @Bits(4) byte n,
        @Bits(2) @U8 int m,
        @U8 OptionalInt maybe,
        @Tail(count = "n") Colour[] colours,
        @Tail(count = "m") @Absent("-1") Short[] levels) {}
