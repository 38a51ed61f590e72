package dev.ashlar.benchmarks.peers.structs;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A {@link TwentyFour}, in the way that jextract generates its C declaration since version 22. */
public final class JextractWide {
    private static final GroupLayout LAYOUT = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("c0"),
                    ValueLayout.JAVA_INT.withName("c1"),
                    ValueLayout.JAVA_LONG.withName("c2"),
                    ValueLayout.JAVA_DOUBLE.withName("c3"),
                    ValueLayout.JAVA_INT.withName("c4"),
                    ValueLayout.JAVA_INT.withName("c5"),
                    ValueLayout.JAVA_LONG.withName("c6"),
                    ValueLayout.JAVA_DOUBLE.withName("c7"),
                    ValueLayout.JAVA_INT.withName("c8"),
                    ValueLayout.JAVA_INT.withName("c9"),
                    ValueLayout.JAVA_LONG.withName("c10"),
                    ValueLayout.JAVA_DOUBLE.withName("c11"),
                    ValueLayout.JAVA_INT.withName("c12"),
                    ValueLayout.JAVA_INT.withName("c13"),
                    ValueLayout.JAVA_LONG.withName("c14"),
                    ValueLayout.JAVA_DOUBLE.withName("c15"),
                    ValueLayout.JAVA_INT.withName("c16"),
                    ValueLayout.JAVA_INT.withName("c17"),
                    ValueLayout.JAVA_LONG.withName("c18"),
                    ValueLayout.JAVA_DOUBLE.withName("c19"),
                    ValueLayout.JAVA_INT.withName("c20"),
                    ValueLayout.JAVA_INT.withName("c21"),
                    ValueLayout.JAVA_LONG.withName("c22"),
                    ValueLayout.JAVA_DOUBLE.withName("c23"))
            .withName("Wide");

    private JextractWide() {}

    public static GroupLayout layout() {
        return LAYOUT;
    }

    public static MemorySegment asSlice(MemorySegment array, long index) {
        return array.asSlice(LAYOUT.byteSize() * index);
    }

    private static final ValueLayout.OfInt LAYOUT_C0 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c0"));
    private static final long OFFSET_C0 = LAYOUT.byteOffset(PathElement.groupElement("c0"));

    public static int c0(MemorySegment struct) {
        return struct.get(LAYOUT_C0, OFFSET_C0);
    }

    public static void c0(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C0, OFFSET_C0, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C1 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c1"));
    private static final long OFFSET_C1 = LAYOUT.byteOffset(PathElement.groupElement("c1"));

    public static int c1(MemorySegment struct) {
        return struct.get(LAYOUT_C1, OFFSET_C1);
    }

    public static void c1(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C1, OFFSET_C1, fieldValue);
    }

    private static final ValueLayout.OfLong LAYOUT_C2 =
            (ValueLayout.OfLong) LAYOUT.select(PathElement.groupElement("c2"));
    private static final long OFFSET_C2 = LAYOUT.byteOffset(PathElement.groupElement("c2"));

    public static long c2(MemorySegment struct) {
        return struct.get(LAYOUT_C2, OFFSET_C2);
    }

    public static void c2(MemorySegment struct, long fieldValue) {
        struct.set(LAYOUT_C2, OFFSET_C2, fieldValue);
    }

    private static final ValueLayout.OfDouble LAYOUT_C3 =
            (ValueLayout.OfDouble) LAYOUT.select(PathElement.groupElement("c3"));
    private static final long OFFSET_C3 = LAYOUT.byteOffset(PathElement.groupElement("c3"));

    public static double c3(MemorySegment struct) {
        return struct.get(LAYOUT_C3, OFFSET_C3);
    }

    public static void c3(MemorySegment struct, double fieldValue) {
        struct.set(LAYOUT_C3, OFFSET_C3, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C4 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c4"));
    private static final long OFFSET_C4 = LAYOUT.byteOffset(PathElement.groupElement("c4"));

    public static int c4(MemorySegment struct) {
        return struct.get(LAYOUT_C4, OFFSET_C4);
    }

    public static void c4(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C4, OFFSET_C4, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C5 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c5"));
    private static final long OFFSET_C5 = LAYOUT.byteOffset(PathElement.groupElement("c5"));

    public static int c5(MemorySegment struct) {
        return struct.get(LAYOUT_C5, OFFSET_C5);
    }

    public static void c5(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C5, OFFSET_C5, fieldValue);
    }

    private static final ValueLayout.OfLong LAYOUT_C6 =
            (ValueLayout.OfLong) LAYOUT.select(PathElement.groupElement("c6"));
    private static final long OFFSET_C6 = LAYOUT.byteOffset(PathElement.groupElement("c6"));

    public static long c6(MemorySegment struct) {
        return struct.get(LAYOUT_C6, OFFSET_C6);
    }

    public static void c6(MemorySegment struct, long fieldValue) {
        struct.set(LAYOUT_C6, OFFSET_C6, fieldValue);
    }

    private static final ValueLayout.OfDouble LAYOUT_C7 =
            (ValueLayout.OfDouble) LAYOUT.select(PathElement.groupElement("c7"));
    private static final long OFFSET_C7 = LAYOUT.byteOffset(PathElement.groupElement("c7"));

    public static double c7(MemorySegment struct) {
        return struct.get(LAYOUT_C7, OFFSET_C7);
    }

    public static void c7(MemorySegment struct, double fieldValue) {
        struct.set(LAYOUT_C7, OFFSET_C7, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C8 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c8"));
    private static final long OFFSET_C8 = LAYOUT.byteOffset(PathElement.groupElement("c8"));

    public static int c8(MemorySegment struct) {
        return struct.get(LAYOUT_C8, OFFSET_C8);
    }

    public static void c8(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C8, OFFSET_C8, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C9 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c9"));
    private static final long OFFSET_C9 = LAYOUT.byteOffset(PathElement.groupElement("c9"));

    public static int c9(MemorySegment struct) {
        return struct.get(LAYOUT_C9, OFFSET_C9);
    }

    public static void c9(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C9, OFFSET_C9, fieldValue);
    }

    private static final ValueLayout.OfLong LAYOUT_C10 =
            (ValueLayout.OfLong) LAYOUT.select(PathElement.groupElement("c10"));
    private static final long OFFSET_C10 = LAYOUT.byteOffset(PathElement.groupElement("c10"));

    public static long c10(MemorySegment struct) {
        return struct.get(LAYOUT_C10, OFFSET_C10);
    }

    public static void c10(MemorySegment struct, long fieldValue) {
        struct.set(LAYOUT_C10, OFFSET_C10, fieldValue);
    }

    private static final ValueLayout.OfDouble LAYOUT_C11 =
            (ValueLayout.OfDouble) LAYOUT.select(PathElement.groupElement("c11"));
    private static final long OFFSET_C11 = LAYOUT.byteOffset(PathElement.groupElement("c11"));

    public static double c11(MemorySegment struct) {
        return struct.get(LAYOUT_C11, OFFSET_C11);
    }

    public static void c11(MemorySegment struct, double fieldValue) {
        struct.set(LAYOUT_C11, OFFSET_C11, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C12 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c12"));
    private static final long OFFSET_C12 = LAYOUT.byteOffset(PathElement.groupElement("c12"));

    public static int c12(MemorySegment struct) {
        return struct.get(LAYOUT_C12, OFFSET_C12);
    }

    public static void c12(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C12, OFFSET_C12, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C13 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c13"));
    private static final long OFFSET_C13 = LAYOUT.byteOffset(PathElement.groupElement("c13"));

    public static int c13(MemorySegment struct) {
        return struct.get(LAYOUT_C13, OFFSET_C13);
    }

    public static void c13(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C13, OFFSET_C13, fieldValue);
    }

    private static final ValueLayout.OfLong LAYOUT_C14 =
            (ValueLayout.OfLong) LAYOUT.select(PathElement.groupElement("c14"));
    private static final long OFFSET_C14 = LAYOUT.byteOffset(PathElement.groupElement("c14"));

    public static long c14(MemorySegment struct) {
        return struct.get(LAYOUT_C14, OFFSET_C14);
    }

    public static void c14(MemorySegment struct, long fieldValue) {
        struct.set(LAYOUT_C14, OFFSET_C14, fieldValue);
    }

    private static final ValueLayout.OfDouble LAYOUT_C15 =
            (ValueLayout.OfDouble) LAYOUT.select(PathElement.groupElement("c15"));
    private static final long OFFSET_C15 = LAYOUT.byteOffset(PathElement.groupElement("c15"));

    public static double c15(MemorySegment struct) {
        return struct.get(LAYOUT_C15, OFFSET_C15);
    }

    public static void c15(MemorySegment struct, double fieldValue) {
        struct.set(LAYOUT_C15, OFFSET_C15, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C16 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c16"));
    private static final long OFFSET_C16 = LAYOUT.byteOffset(PathElement.groupElement("c16"));

    public static int c16(MemorySegment struct) {
        return struct.get(LAYOUT_C16, OFFSET_C16);
    }

    public static void c16(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C16, OFFSET_C16, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C17 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c17"));
    private static final long OFFSET_C17 = LAYOUT.byteOffset(PathElement.groupElement("c17"));

    public static int c17(MemorySegment struct) {
        return struct.get(LAYOUT_C17, OFFSET_C17);
    }

    public static void c17(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C17, OFFSET_C17, fieldValue);
    }

    private static final ValueLayout.OfLong LAYOUT_C18 =
            (ValueLayout.OfLong) LAYOUT.select(PathElement.groupElement("c18"));
    private static final long OFFSET_C18 = LAYOUT.byteOffset(PathElement.groupElement("c18"));

    public static long c18(MemorySegment struct) {
        return struct.get(LAYOUT_C18, OFFSET_C18);
    }

    public static void c18(MemorySegment struct, long fieldValue) {
        struct.set(LAYOUT_C18, OFFSET_C18, fieldValue);
    }

    private static final ValueLayout.OfDouble LAYOUT_C19 =
            (ValueLayout.OfDouble) LAYOUT.select(PathElement.groupElement("c19"));
    private static final long OFFSET_C19 = LAYOUT.byteOffset(PathElement.groupElement("c19"));

    public static double c19(MemorySegment struct) {
        return struct.get(LAYOUT_C19, OFFSET_C19);
    }

    public static void c19(MemorySegment struct, double fieldValue) {
        struct.set(LAYOUT_C19, OFFSET_C19, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C20 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c20"));
    private static final long OFFSET_C20 = LAYOUT.byteOffset(PathElement.groupElement("c20"));

    public static int c20(MemorySegment struct) {
        return struct.get(LAYOUT_C20, OFFSET_C20);
    }

    public static void c20(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C20, OFFSET_C20, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_C21 =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("c21"));
    private static final long OFFSET_C21 = LAYOUT.byteOffset(PathElement.groupElement("c21"));

    public static int c21(MemorySegment struct) {
        return struct.get(LAYOUT_C21, OFFSET_C21);
    }

    public static void c21(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_C21, OFFSET_C21, fieldValue);
    }

    private static final ValueLayout.OfLong LAYOUT_C22 =
            (ValueLayout.OfLong) LAYOUT.select(PathElement.groupElement("c22"));
    private static final long OFFSET_C22 = LAYOUT.byteOffset(PathElement.groupElement("c22"));

    public static long c22(MemorySegment struct) {
        return struct.get(LAYOUT_C22, OFFSET_C22);
    }

    public static void c22(MemorySegment struct, long fieldValue) {
        struct.set(LAYOUT_C22, OFFSET_C22, fieldValue);
    }

    private static final ValueLayout.OfDouble LAYOUT_C23 =
            (ValueLayout.OfDouble) LAYOUT.select(PathElement.groupElement("c23"));
    private static final long OFFSET_C23 = LAYOUT.byteOffset(PathElement.groupElement("c23"));

    public static double c23(MemorySegment struct) {
        return struct.get(LAYOUT_C23, OFFSET_C23);
    }

    public static void c23(MemorySegment struct, double fieldValue) {
        struct.set(LAYOUT_C23, OFFSET_C23, fieldValue);
    }
}
