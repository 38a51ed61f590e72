package dev.ashlar.benchmarks.peers.structs;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A {@link Person}, in the way that jextract generates its C declaration since version 22. */
public final class JextractPerson {
    private static final GroupLayout LAYOUT = MemoryLayout.structLayout(
                    ValueLayout.JAVA_INT.withName("id"),
                    MemoryLayout.paddingLayout(4),
                    ValueLayout.JAVA_DOUBLE.withName("height"),
                    ValueLayout.JAVA_INT.withName("age"),
                    MemoryLayout.paddingLayout(4))
            .withName("Person");

    private JextractPerson() {}

    public static GroupLayout layout() {
        return LAYOUT;
    }

    public static MemorySegment asSlice(MemorySegment array, long index) {
        return array.asSlice(LAYOUT.byteSize() * index);
    }

    private static final ValueLayout.OfInt LAYOUT_ID =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("id"));
    private static final long OFFSET_ID = LAYOUT.byteOffset(PathElement.groupElement("id"));

    public static int id(MemorySegment struct) {
        return struct.get(LAYOUT_ID, OFFSET_ID);
    }

    public static void id(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_ID, OFFSET_ID, fieldValue);
    }

    private static final ValueLayout.OfDouble LAYOUT_HEIGHT =
            (ValueLayout.OfDouble) LAYOUT.select(PathElement.groupElement("height"));
    private static final long OFFSET_HEIGHT = LAYOUT.byteOffset(PathElement.groupElement("height"));

    public static double height(MemorySegment struct) {
        return struct.get(LAYOUT_HEIGHT, OFFSET_HEIGHT);
    }

    public static void height(MemorySegment struct, double fieldValue) {
        struct.set(LAYOUT_HEIGHT, OFFSET_HEIGHT, fieldValue);
    }

    private static final ValueLayout.OfInt LAYOUT_AGE =
            (ValueLayout.OfInt) LAYOUT.select(PathElement.groupElement("age"));
    private static final long OFFSET_AGE = LAYOUT.byteOffset(PathElement.groupElement("age"));

    public static int age(MemorySegment struct) {
        return struct.get(LAYOUT_AGE, OFFSET_AGE);
    }

    public static void age(MemorySegment struct, int fieldValue) {
        struct.set(LAYOUT_AGE, OFFSET_AGE, fieldValue);
    }
}
