package dev.ashlar.arrow;

import dev.ashlar.struct.Absent;
import dev.ashlar.struct.Code;
import dev.ashlar.struct.Length;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.U16;
import dev.ashlar.struct.U32;
import dev.ashlar.struct.U8;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;

/** A component of each kind that has a type in Arrow. */
@Struct(columns = true)
record Everything(
        byte i8,
        short i16,
        int i32,
        long i64,
        @U8 int u8,
        @U16 int u16,
        @U32 long u32,
        float f32,
        double f64,
        boolean truth,
        char letter,
        Colour colour,
        Grade grade,
        @Length(3) short[] sizes,
        Point start,
        @Length(2) Point[] points,
        @Length(8) String name,
        OptionalInt age,
        @Absent("-1") OptionalInt level,
        Ref<Point> point,
        MemorySegment pointer) {
    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    /** An enum whose numbers are not indexes. */
    enum Grade {
        @Code(70)
        LOW,
        @Code(-5)
        HIGH
    }

    @Struct
    record Point(int x, double y) {}
}
