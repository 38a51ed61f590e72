package dev.ashlar.tests.codec;

import dev.ashlar.struct.Length;
import dev.ashlar.struct.StoredBy;
import dev.ashlar.struct.Struct;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Columns, lists, and components of nested structs that codecs store. */
@Struct(columns = true, list = true)
public record Trade(
        Instant time,
        @StoredBy(MoneyCodec.class) Money price,
        UUID id,
        @StoredBy(SideCodec.class) boolean isBuy,
        Inner inner,
        @Length(2) LocalDate[] due) {
    /** A struct with one more. */
    @Struct
    public record Inner(@StoredBy(MoneyCodec.class) Money fee) {}
}
