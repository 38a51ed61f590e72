package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;

/** Enums in bit-fields that are counted from the most significant bit. */
@Struct(order = StructOrder.BIG_ENDIAN)
public record BigCard(
        @Bits(2) Suit suit, @Bits(3) Mood mood, @Bits(11) int rest) {}
