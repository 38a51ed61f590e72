package dev.ashlar.tests.counted;

import dev.ashlar.struct.Struct;
import dev.ashlar.struct.Tail;

/** Names that generated code would use. */
@Struct
public record Awkward(
        int aLength,
        int aLengthChecked,
        int bOffset,
        int length,
        @Tail(count = "aLength") byte[] a,
        @Tail(count = "length") byte[] b,
        @Tail(count = "bOffset") String memory) {}
