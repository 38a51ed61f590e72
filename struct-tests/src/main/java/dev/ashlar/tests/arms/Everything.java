package dev.ashlar.tests.arms;

import dev.ashlar.struct.Atomic;
import dev.ashlar.struct.Bits;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.Stored;
import dev.ashlar.struct.Struct;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An arm of each kind. */
@Struct(union = true)
public record Everything(
        @Nullable Byte small,
        @Nullable Short shorter,
        @Stored(StorageType.U8) @Nullable Integer narrow,
        @Stored(StorageType.I32) @Nullable Long fits,
        @Nullable Long wide,
        @Nullable Float single,
        @Nullable Double real,
        @Nullable Boolean truth,
        @Nullable Character letter,
        @Bits(5) @Nullable Integer bits,
        @Atomic @Nullable Long counter,
        @Nullable Colour colour,
        @Nullable Key key,
        @Nullable Shape shape,
        @Length(2) Key @Nullable [] keys,
        @Length(3) short @Nullable [] numbers,
        @Length(12) @Nullable String text,
        @Nullable Instant created,
        @Nullable UUID id,
        @Nullable MemorySegment pointer,
        @Nullable Ref<Everything> next) {}
