package dev.ashlar.arrow;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strings in Arrow's type {@code utf8}: where each begins and ends, and all bytes one after the other. */
final class Texts {
    private Texts() {}

    /**
     * Copies strings of fixed size: their bytes up to the first NUL. Malformed UTF-8, at which consumers may fail, is copied as
     * U+FFFD, as it is read.
     */
    static List<MemorySegment> copy(Values fields, long byteSize, @Nullable MemorySegment validity, Arena arena) {
        // A malformed byte becomes three.
        MemorySegment bytes = arena.allocate(Math.max(1, Math.multiplyExact(fields.count(), 3 * byteSize)));
        MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, fields.count() + 1);
        byte[] field = new byte[(int) byteSize];
        int end = 0;
        for (long i = 0; i < fields.count(); i++) {
            if (validity == null || Bitmaps.isSet(validity, i)) {
                MemorySegment.copy(
                        fields.segment(), ValueLayout.JAVA_BYTE, i * fields.stride(), field, 0, field.length);
                byte[] text = text(field);
                MemorySegment.copy(text, 0, bytes, ValueLayout.JAVA_BYTE, end, text.length);
                end = after(end, text.length);
            }
            ends.setAtIndex(ValueLayout.JAVA_INT, i + 1, end);
        }
        return List.of(ends, bytes);
    }

    private static int after(int end, int length) {
        if (length > Integer.MAX_VALUE - end) {
            throw new IllegalStateException(
                    "strings of a batch have more than 2 147 483 647 bytes; export with a smaller batchRows");
        }
        return end + length;
    }

    /** Returns the bytes up to the first NUL, with what is malformed replaced. */
    private static byte[] text(byte[] field) {
        int length = 0;
        boolean isAscii = true;
        while (length < field.length && field[length] != 0) {
            isAscii &= field[length] > 0;
            length++;
        }
        return isAscii
                ? Arrays.copyOf(field, length)
                : new String(field, 0, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }

    static List<MemorySegment> of(List<String> texts, Arena arena) {
        byte[] bytes = String.join("", texts).getBytes(StandardCharsets.UTF_8);
        MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, texts.size() + 1);
        int end = 0;
        for (int i = 0; i < texts.size(); i++) {
            end += texts.get(i).getBytes(StandardCharsets.UTF_8).length;
            ends.setAtIndex(ValueLayout.JAVA_INT, i + 1, end);
        }
        MemorySegment all = arena.allocate(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, all, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return List.of(ends, all);
    }
}
