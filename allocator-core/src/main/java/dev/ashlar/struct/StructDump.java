package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The bytes of structs as text: offset, bytes in hexadecimal, and what they mean.
 *
 * <pre>{@code
 * p.Person: 24 bytes at 0 of Memory[offset=16, length=24]
 *    0  39 30 00 00              id = 12345
 *    4  00 00 00 00              (padding)
 *    8  00 00 00 00 00 f0 65 40  height = 175.5
 *   16  19 00 00 00              age = 25
 *   20  00 00 00 00              (padding)
 * }</pre>
 *
 * <p>Offsets are in bytes from the start of the struct. A row shows at most 8 bytes in the order in which they lie in
 * memory; longer values take further rows. Nested structs, elements and the variant of a union are indented under their
 * component.
 *
 * <p>What a codec stores is shown with the value that the codec makes of it, and what is stored in parentheses: {@code
 * created = 2023-11-14T22:13:20Z (1700000000000000000)}.
 *
 * <p>An optional component or element without a value is shown as {@code absent}, and the presence bits as the names of the
 * components that hold one.
 *
 * <p>It never fails because of the memory: a number that no constant or variant has, malformed UTF-8, a tail of an
 * impossible length, bytes of which a codec makes no value, a struct that does not fit its handle, and a freed or closed handle are printed as such. The same
 * bytes give the same text. Takes time in proportion to the bytes. Concurrent stores by other threads may or may not be
 * seen.
 */
public final class StructDump {
    private StructDump() {}

    /** Returns the dump of the struct that {@code view} shows; each line ends with {@code \n}. */
    public static String of(StructView<?> view) {
        StringBuilder text = new StringBuilder();
        return written(() -> to(text, view), text);
    }

    /** Returns the dump of all elements of {@code array}, each under its index; each line ends with {@code \n}. */
    public static String of(StructArray<?, ?> array) {
        StringBuilder text = new StringBuilder();
        return written(() -> to(text, array), text);
    }

    /** As {@link #of(StructView)}, for the struct of that type at {@code byteOffset}, which need not fit there. */
    public static String of(StructType<?, ?> type, Memory memory, long byteOffset) {
        StringBuilder text = new StringBuilder();
        return written(() -> to(text, type, memory, byteOffset), text);
    }

    /**
     * Appends the text of {@link #of(StructView)} to {@code out}.
     *
     * @throws IOException if {@code out} throws it
     */
    public static void to(Appendable out, StructView<?> view) throws IOException {
        to(out, view.structType(), view.memory(), view.byteOffset());
    }

    /**
     * Appends the text of {@link #of(StructArray)} to {@code out}, one element after the other.
     *
     * @throws IOException if {@code out} throws it
     */
    public static void to(Appendable out, StructArray<?, ?> array) throws IOException {
        if (array.size() == 0) {
            out.append("no elements of ").append(array.memory().toString()).append('\n');
        }
        for (long index = 0; index < array.size(); index++) {
            out.append("[" + index + "] ");
            to(out, array.get(index));
        }
    }

    /**
     * Appends the text of {@link #of(StructType, Memory, long)} to {@code out}.
     *
     * @throws IOException if {@code out} throws it
     */
    public static void to(Appendable out, StructType<?, ?> type, Memory memory, long byteOffset) throws IOException {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(memory, "memory");
        out.append(head(type, memory, byteOffset)).append('\n');
        StringBuilder rows = new StringBuilder();
        try {
            new DumpedStruct(new DumpRows(rows, memory, byteOffset)).add(type, 0, 0);
        } catch (RuntimeException unreadable) {
            // Anything that a handle can throw: freed while it is read, confined to another thread, out of range.
            out.append(rows)
                    .append("  (")
                    .append(whyUnreadable(memory, unreadable))
                    .append(")\n");
            return;
        }
        out.append(rows);
    }

    private static String head(StructType<?, ?> type, Memory memory, long byteOffset) {
        return type.name() + ": " + type.byteSize() + (type.hasTail() ? " bytes and a tail at " : " bytes at ")
                + byteOffset + " of " + memory;
    }

    private static String whyUnreadable(Memory memory, RuntimeException failure) {
        if (!memory.isAlive()) {
            return memory.isFreed() ? "freed" : "closed";
        }
        return failure instanceof IndexOutOfBoundsException
                ? "the rest does not fit the handle"
                : "unreadable: " + failure.getClass().getSimpleName();
    }

    /** An action that appends to a text, and does not throw {@link IOException}. */
    private interface Writing {
        void run() throws IOException;
    }

    private static String written(Writing writing, StringBuilder text) {
        try {
            writing.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
