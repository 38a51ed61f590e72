package dev.ashlar.tests.optional;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Each kind of component for which a number stands for absence. */
@Struct(columns = false)
public record Sentinels(
        @Absent("-128") @Nullable Byte i8,
        @Absent("0") @Nullable Short i16,
        @Absent("-1") @Nullable Integer i32,
        @Absent("-9223372036854775808") @Nullable Long i64,
        @Absent("NaN") @Nullable Float f32,
        @Absent("-1.5") @Nullable Double f64,
        @Absent("65535") @Nullable Character letter,
        @Absent("255") @Stored(StorageType.U8) @Nullable Integer u8,

        @Absent("4294967295") @Stored(StorageType.U32) @Nullable
        Long u32,

        @Absent("-1") OptionalInt optionalInt,
        @Absent("NaN") OptionalDouble optionalDouble,

        @Absent("15") @Bits(4) @Stored(StorageType.U32) @Nullable
        Integer bits,

        @Absent("-1") @Nullable Color color,
        @Absent("-9223372036854775808") @Nullable Instant created) {}
