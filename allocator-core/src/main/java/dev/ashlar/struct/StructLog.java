package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.CheckedStruct;
import dev.ashlar.struct.support.ComponentPath;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Structs of any size one after the other in one block, each at the next multiple of the alignment: records with a {@link
 * Tail}, which no array can hold.
 *
 * <pre>{@code
 * StructLog<Entry, EntryView> log = StructLog.over(allocator.allocate(65_536), EntryView.type());
 * log.append(new Entry(1, "started"));
 * log.append(new Entry(2, "ended"));
 * for (EntryView entry : log) { ... }
 * }</pre>
 *
 * <p>The block holds the structs and nothing else: how many of its bytes are in use is {@link #byteSize()}, which whoever
 * opens the log again has to know. Appending takes time in proportion to the record, finding the next struct constant
 * time. Not safe for use by several threads at once.
 *
 * @param <R> the struct, a record
 * @param <V> its view
 */
public final class StructLog<R, V extends StructView<R>> implements Iterable<V> {
    private final Memory memory;
    private final StructType<R, V> type;
    private long byteSize;

    private StructLog(Memory memory, StructType<R, V> type, long byteSize) {
        this.memory = Objects.requireNonNull(memory, "memory");
        this.type = Objects.requireNonNull(type, "type");
        this.byteSize = byteSize;
    }

    /** An empty log in all of {@code memory}, whatever lies there. Nothing is written. */
    public static <R, V extends StructView<R>> StructLog<R, V> over(Memory memory, StructType<R, V> type) {
        return new StructLog<>(memory, type, 0);
    }

    /**
     * The log that lies in {@code memory} already.
     *
     * @param byteSize what {@link #byteSize()} was, in bytes
     * @throws IndexOutOfBoundsException if it is negative or more than the memory has
     */
    public static <R, V extends StructView<R>> StructLog<R, V> at(Memory memory, StructType<R, V> type, long byteSize) {
        memory.checkRange(0, byteSize);
        return new StructLog<>(memory, type, byteSize);
    }

    /**
     * Appends {@code value}.
     *
     * @return its view
     * @throws IllegalStateException if there is no room for it
     * @throws IllegalArgumentException if it cannot be stored; the log is as before then
     */
    public V append(R value) {
        CheckedStruct checked = type.check(ComponentPath.RECORD, value).requireIn(memory);
        if (!fits(checked)) {
            throw new IllegalStateException("log is full: byteSize=" + byteSize + " structByteSize="
                    + type.byteSizeOf(checked) + " memoryByteSize=" + memory.length());
        }
        return append(checked);
    }

    /**
     * Appends {@code value} if there is room for it.
     *
     * @return its view, or {@code null} where there is no room
     * @throws IllegalArgumentException if it cannot be stored; the log is as before then
     */
    public @Nullable V tryAppend(R value) {
        CheckedStruct checked = type.check(ComponentPath.RECORD, value).requireIn(memory);
        return fits(checked) ? append(checked) : null;
    }

    private boolean fits(CheckedStruct checked) {
        return type.byteSizeOf(checked) <= memory.length() - byteSize;
    }

    private V append(CheckedStruct checked) {
        V view = type.put(memory, byteSize, checked);
        byteSize += type.byteSizeOf(checked);
        return view;
    }

    /** How many bytes, from the start of the block, hold structs. */
    public long byteSize() {
        return byteSize;
    }

    /**
     * The views of all structs that are there when it is called, in order.
     *
     * <p>{@code next} throws {@link IllegalStateException} where a struct in the memory has an impossible length.
     */
    @Override
    public Iterator<V> iterator() {
        return type.structsIn(memory, byteSize);
    }

    /** Size in bytes and struct, for logs. */
    @Override
    public String toString() {
        return "StructLog[" + type.name() + ", byteSize=" + byteSize + ", memory=" + memory + "]";
    }
}
