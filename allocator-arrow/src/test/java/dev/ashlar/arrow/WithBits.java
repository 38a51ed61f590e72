package dev.ashlar.arrow;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Struct;

/** A struct with a part that has no type in Arrow yet. */
@Struct(columns = true)
record WithBits(int id, @Length(1) Flags[] flags) {
    @Struct
    record Flags(@Bits(3) int low, @Bits(5) int high) {}
}
