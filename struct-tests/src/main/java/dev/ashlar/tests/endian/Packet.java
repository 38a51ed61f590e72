package dev.ashlar.tests.endian;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Endian;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Big-endian components of every kind in a little-endian struct; the first and the last are little-endian. */
@Struct(columns = true, list = true)
public record Packet(
        int id,
        @Endian(StructOrder.BIG_ENDIAN) @U16 int port,
        @Endian(StructOrder.BIG_ENDIAN) short delta,
        @Endian(StructOrder.BIG_ENDIAN) @U32 long mask,
        @Endian(StructOrder.BIG_ENDIAN) long big,
        @Endian(StructOrder.BIG_ENDIAN) float single,
        @Endian(StructOrder.BIG_ENDIAN) double wide,
        @Endian(StructOrder.BIG_ENDIAN) char letter,
        @Endian(StructOrder.BIG_ENDIAN) @U16 boolean open,
        @Endian(StructOrder.BIG_ENDIAN) @U16 Side side,
        @Endian(StructOrder.BIG_ENDIAN) Instant at,
        @Endian(StructOrder.BIG_ENDIAN) @Length(3) int[] cells,
        @Endian(StructOrder.BIG_ENDIAN) @U16 @Length(2) int[] narrow,
        @Endian(StructOrder.BIG_ENDIAN) @U16 @Length(2) Side[] sides,
        @Endian(StructOrder.BIG_ENDIAN) @Length(2) Instant[] times,

        @Endian(StructOrder.BIG_ENDIAN) @Absent("-2") @Nullable
        Integer parent,

        @Endian(StructOrder.BIG_ENDIAN) @Nullable Integer age,

        @Endian(StructOrder.BIG_ENDIAN) @Absent("-2") @Length(2)
        Integer[] parents,

        @Endian(StructOrder.BIG_ENDIAN) MemorySegment next,
        @Endian(StructOrder.BIG_ENDIAN) @U32 Ref<Packet> back,
        int last) {}
