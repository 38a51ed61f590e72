package dev.ashlar.struct;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column of {@link StructColumns}, for code that works on columns of any struct: {@link StructColumns#columns()}.
 *
 * <p>Its segments are the memory itself, and like {@link dev.ashlar.memory.Memory#segment()} are not revoked when the
 * columns are freed. Immutable.
 *
 * @param struct the struct whose columns these are
 * @param path the path of the component in its record: {@code price}, {@code start.x}
 * @param component the component at the end of that path: its kind, storage, byte order, length and constants; its offsets
 *     are those in its struct, and mean nothing in columns
 * @param size the number of rows
 * @param segment the values, {@code component.byteSize()} bytes for each row, one after the other
 * @param validity the validity bitmap, with one bit for each row, or for each element of an array of {@linkplain
 *     StructComponent#hasOptionalElements() optional elements}; 1 stands for a value. {@code null} without one, also
 *     where a {@linkplain StructComponent#sentinel() sentinel} stands for absence
 * @param validityOffset the position of the bit of the first row in the first byte of {@code validity}, 0 to 7; 0 without
 *     a bitmap
 */
public record StructColumn(
        StructType<?, ?> struct,
        String path,
        StructComponent component,
        long size,
        MemorySegment segment,
        @Nullable MemorySegment validity,
        int validityOffset) {
    public StructColumn {
        Objects.requireNonNull(struct, "struct");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(segment, "segment");
    }

    /** Returns a column without a validity bitmap; for generated code. */
    public static StructColumn of(StructType<?, ?> struct, String path, long size, MemorySegment segment) {
        return new StructColumn(struct, path, componentAt(struct, path), size, segment, null, 0);
    }

    /** Returns a column with a validity bitmap; for generated code. */
    public static StructColumn of(
            StructType<?, ?> struct,
            String path,
            long size,
            MemorySegment segment,
            MemorySegment validity,
            int validityOffset) {
        return new StructColumn(struct, path, componentAt(struct, path), size, segment, validity, validityOffset);
    }

    private static StructComponent componentAt(StructType<?, ?> struct, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return struct.component(path);
        }
        StructType<?, ?> nested = struct.component(path.substring(0, dot)).struct();
        return componentAt(Objects.requireNonNull(nested, path), path.substring(dot + 1));
    }

    /** The name of the column as in the generated methods: {@code price}, {@code startX}. */
    public String name() {
        StringBuilder joined = new StringBuilder();
        for (String step : path.split("\\.", -1)) {
            int first = step.codePointAt(0);
            joined.appendCodePoint(joined.isEmpty() ? first : Character.toUpperCase(first))
                    .append(step, Character.charCount(first), step.length());
        }
        return joined.toString();
    }

    /** The bytes that one row takes in {@link #segment()}. */
    public long elementByteSize() {
        return component.byteSize();
    }

    /** The path and the storage as text: {@code start.x: F64 x 100}. */
    @Override
    public String toString() {
        return path + ": " + component.storage() + " x " + size;
    }
}
