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
 * memory; what is longer takes further rows. Nested structs, elements and the variant of a union are indented under their
 * component.
 *
 * <p>Nothing in the memory makes it fail: a number that no constant and no variant has, malformed UTF-8, a tail of an
 * impossible length, a struct that does not fit its handle, a handle that is freed or closed are printed as what they are.
 * The same bytes give the same text. Takes time in proportion to the bytes. What other threads store meanwhile is seen or
 * not.
 */
public final class StructDump {
    private StructDump() {}

    /** The bytes of the struct that {@code view} shows; each line ends with {@code \n}. */
    public static String of(StructView<?> view) {
        StringBuilder text = new StringBuilder();
        return written(() -> to(text, view), text);
    }

    /** The bytes of all elements of {@code array}, each under its index; each line ends with {@code \n}. */
    public static String of(StructArray<?, ?> array) {
        StringBuilder text = new StringBuilder();
        return written(() -> to(text, array), text);
    }

    /** As {@link #of(StructView)}, of the struct of that type at {@code byteOffset}, which need not fit there. */
    public static String of(StructType<?, ?> type, Memory memory, long byteOffset) {
        StringBuilder text = new StringBuilder();
        return written(() -> to(text, type, memory, byteOffset), text);
    }

    /**
     * As {@link #of(StructView)}, appended to {@code out}.
     *
     * @throws IOException if {@code out} throws it
     */
    public static void to(Appendable out, StructView<?> view) throws IOException {
        to(out, view.structType(), view.memory(), view.byteOffset());
    }

    /**
     * As {@link #of(StructArray)}, appended to {@code out}, one element after the other.
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
     * As {@link #of(StructType, Memory, long)}, appended to {@code out}.
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
            // Whatever a handle can throw: freed while it is read, confined to another thread, out of range.
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

    /** What appends to a text, which throws nothing. */
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
