package dev.ashlar.tests.optional;

import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Scale;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Each kind of component that can be absent by a presence bit. */
@Struct
public record Everything(
        @Nullable Byte i8,
        @Nullable Short i16,
        @Nullable Integer i32,
        @Nullable Long i64,
        @Nullable Float f32,
        @Nullable Double f64,
        @Nullable Boolean truth,
        @Nullable Character letter,
        @Stored(StorageType.U8) @Nullable Short u8,
        @Stored(StorageType.U32) @Nullable Long u32,
        @Stored(StorageType.U8) @Nullable Long narrow,
        OptionalInt optionalInt,
        OptionalLong optionalLong,
        OptionalDouble optionalDouble,
        @Stored(StorageType.U16) OptionalInt optionalU16,
        @Bits(3) @Nullable Integer bits,
        @Bits(1) @Nullable Boolean flag,
        @Nullable Color color,
        @Stored(StorageType.I8) @Nullable Color small,
        @Length(6) @Nullable String text,
        @Nullable Point point,
        @Nullable Shape shape,
        @Nullable Instant created,
        @Scale(2) @Nullable BigDecimal price,
        @Nullable UUID id) {}
