package dev.ashlar.tests.bitfield;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import org.jspecify.annotations.Nullable;

/** Enums in bit-fields. */
@Struct(
        list = true,
        map = {"suit", "mood"})
public record Card(
        @Bits(2) Suit suit,
        @Bits(3) Mood mood,
        @Bits(1) boolean open,
        @Bits(4) @Absent("15") @Nullable Suit trump,
        @Bits(2) @Nullable Suit asked,
        @Bits(32) Suit wide,
        @Bits(40) @Stored(StorageType.I64) Mood wider,
        @Bits(2) @Stored(StorageType.U8) Suit small) {}
