package dev.ashlar.tests.codec;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Scale;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Every stored form. */
@Struct
public record Order(
        int number,
        @StoredBy(MoneyCodec.class) Money price,
        @StoredBy(MoneyCodec.class) @Stored(StorageType.U16) Money fee,
        @StoredBy(MoneyCodec.class) @Bits(5) Money tip,
        @Scale(4) BigDecimal amount,
        @StoredBy(NameCodec.class) @Length(8) Name name,
        @StoredBy(SideCodec.class) @Stored(StorageType.U8) boolean isBuy,
        @StoredBy(PlaceCodec.class) Place from,
        @StoredBy(HashCodec.class) Hash hash,
        @Length(3) LocalDate[] due,

        @StoredBy(MoneyCodec.class) @Stored(StorageType.U8) @Length(2)
        Money[] parts,

        @StoredBy(PlaceCodec.class) @Length(2) Place[] stops) {}
