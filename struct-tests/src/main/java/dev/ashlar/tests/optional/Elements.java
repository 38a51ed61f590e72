package dev.ashlar.tests.optional;

import dev.ashlar.struct.Absent;
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

/** Arrays of each kind of element that can be absent, behind a component that can. */
@Struct(columns = true, list = true)
public record Elements(
        int number,
        @Nullable Integer single,
        @Length(2) @Nullable Byte[] i8,
        @Length(1) @Nullable Short[] i16,
        @Length(4) Integer[] i32,
        @Length(3) @Nullable Long[] i64,
        @Length(2) @Nullable Float[] f32,
        @Length(2) @Nullable Double[] f64,
        @Length(5) @Nullable Boolean[] truth,
        @Length(2) @Nullable Character[] letter,
        @Length(2) @Stored(StorageType.U8) @Nullable Short[] u8,
        @Length(2) @Stored(StorageType.U32) @Nullable Long[] u32,
        @Length(3) OptionalInt[] optionalInt,
        @Length(2) OptionalLong[] optionalLong,
        @Length(2) OptionalDouble[] optionalDouble,
        @Length(9) @Nullable Color[] color,
        @Length(2) @Stored(StorageType.I8) @Nullable Color[] small,
        @Length(3) @Nullable Point[] point,
        @Length(2) @Nullable Shape[] shape,
        @Length(2) @Nullable Instant[] created,
        @Length(2) @Scale(2) @Nullable BigDecimal[] price,
        @Length(3) int[] plain,
        @Length(2) @Absent("-1") @Nullable Integer[] parent,
        @Length(2) @Absent("NaN") OptionalDouble[] weight,
        @Length(2) @Absent("-1") @Nullable Color[] shade,
        @Nullable UUID id) {}
