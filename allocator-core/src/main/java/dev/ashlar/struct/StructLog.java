package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.CheckedStruct;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A log of structs of any size one after the other in one block, each at the next multiple of the alignment: for
 * records with a {@link Tail}, which no array can hold.
 *
 * <pre>{@code
 * StructLog<Entry, EntryView> log = StructLog.over(allocator.allocate(65_536), EntryView.type());
 * log.append(new Entry(1, "started"));
 * log.append(new Entry(2, "ended"));
 * for (EntryView entry : log) { ... }
 * }</pre>
 *
 * <p>The block holds the structs and nothing else: {@link #byteSize()} is the number of bytes in use, which a program
 * must know to open the log again. Appending takes time in proportion to the record, finding the next struct takes
 * constant time. Not safe for use by several threads at once.
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

    /**
     * Makes an empty log in all of {@code memory}, whatever lies there. Nothing is written.
     *
     * @throws UnsupportedOperationException if the structs {@linkplain StructType#reachesEnd() reach to the end} of a handle
     */
    public static <R, V extends StructView<R>> StructLog<R, V> over(Memory memory, StructType<R, V> type) {
        return new StructLog<>(memory, requireEnds(type), 0);
    }

    /**
     * Opens the log that already lies in {@code memory}.
     *
     * @param byteSize the last {@link #byteSize()} of the log
     * @throws IndexOutOfBoundsException if {@code byteSize} is negative or more than the memory has
     */
    public static <R, V extends StructView<R>> StructLog<R, V> at(Memory memory, StructType<R, V> type, long byteSize) {
        memory.checkRange(0, byteSize);
        return new StructLog<>(memory, requireEnds(type), byteSize);
    }

    private static <R, V extends StructView<R>> StructType<R, V> requireEnds(StructType<R, V> type) {
        if (type.reachesEnd()) {
            throw new UnsupportedOperationException(
                    "no log of structs that reach to the end of their handle: struct=" + type.name());
        }
        return type;
    }

    /**
     * Appends {@code value}.
     *
     * @return its view
     * @throws IllegalStateException if there is no room for it
     * @throws IllegalArgumentException if it cannot be stored; the log is unchanged then
     */
    public V append(R value) {
        CheckedStruct checked = type.check(type.name(), value).requireIn(memory);
        if (!fits(checked)) {
            throw new IllegalStateException(
                    "log is full; put it over a larger block: struct=" + type.name() + " byteSize=" + byteSize
                            + " structByteSize=" + type.byteSizeOf(checked) + " memoryByteSize=" + memory.length());
        }
        return append(checked);
    }

    /**
     * Appends {@code value} if there is room for it.
     *
     * @return its view, or {@code null} if there is no room
     * @throws IllegalArgumentException if it cannot be stored; the log is unchanged then
     */
    public @Nullable V tryAppend(R value) {
        CheckedStruct checked = type.check(type.name(), value).requireIn(memory);
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

    /** The handle in which the log lies, from its start. */
    public Memory memory() {
        return memory;
    }

    /** The number of bytes, from the start of the block, that hold structs. */
    public long byteSize() {
        return byteSize;
    }

    /**
     * Returns an iterator over the views of all structs in the log at the moment, in order.
     *
     * <p>{@code next} throws {@link IllegalStateException} if a struct in the memory has an impossible length.
     */
    @Override
    public Iterator<V> iterator() {
        return type.structsIn(memory, byteSize);
    }

    /**
     * Returns the structs in the log at the moment as an array, through which they are reached by index and by a
     * cursor: {@code log.asArray(PointArray::at).cursor()}. Nothing is copied, and structs appended later are not in
     * it. Takes constant time.
     *
     * <p>Structs with a {@link Tail} are of different sizes and have no array; their cursor moves along the log: {@code
     * EntryView.Cursor.of(log)}.
     *
     * @throws UnsupportedOperationException if the struct has a {@link Tail}
     * @throws IllegalStateException if the bytes in use do not end with a whole struct, or the memory is freed or
     *     closed
     */
    public <A extends StructArray<R, V>> A asArray(StructArray.Factory<A> factory) {
        if (type.hasTail()) {
            throw type.withTail("array");
        }
        if (byteSize % type.byteSize() != 0) {
            throw new IllegalStateException("log does not end with a whole struct: byteSize=" + byteSize
                    + " structByteSize=" + type.byteSize());
        }
        return factory.at(memory, 0, byteSize / type.byteSize());
    }

    /** The size in bytes and the struct, for logs. */
    @Override
    public String toString() {
        return "StructLog[" + type.name() + ", byteSize=" + byteSize + ", memory=" + memory + "]";
    }
}
