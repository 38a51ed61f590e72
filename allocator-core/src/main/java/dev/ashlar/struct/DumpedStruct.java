package dev.ashlar.struct;

import dev.ashlar.memory.Alignment;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a dump from a struct, and from the structs in it, by their descriptions. */
final class DumpedStruct {
    private static final String PADDING = "(padding)";
    private static final String ABSENT = "absent";

    private final DumpRows rows;
    private final DumpedValue values;

    DumpedStruct(DumpRows rows) {
        this.rows = rows;
        this.values = new DumpedValue(rows.memory());
    }

    /**
     * Adds the rows of a struct.
     *
     * @param start its start, in bytes from the start of the outermost struct
     * @param depth the number of structs around it
     */
    void add(StructType<?, ?> type, long start, int depth) {
        long end = 0;
        StructVariant held = null;
        for (StructComponent component : type.components()) {
            addPadding(start + end, component.byteOffset() - end, depth);
            if (component.kind() instanceof ComponentKind.Tag tag) {
                held = addTag(type, component, tag, start, depth);
            } else if (component.isTail()) {
                addTails(type, start, depth);
                return;
            } else if (component.kind() instanceof ComponentKind.Presence presence) {
                addPresence(type, component, presence, start, depth);
            } else if (!presence(type, start).of(component)) {
                rows.bytes(
                        start + component.byteOffset(), component.byteSize(), depth, component.name() + " = " + ABSENT);
            } else {
                addComponent(codec(type, component, start), held, start, depth);
            }
            end = Math.max(end, component.byteOffset() + component.byteSize());
        }
        addPadding(start + end, type.byteSize() - end, depth);
    }

    private void addPresence(
            StructType<?, ?> type, StructComponent component, ComponentKind.Presence presence, long start, int depth) {
        StringJoiner present = new StringJoiner(", ").setEmptyValue("none");
        for (String name : presence.components()) {
            addPresent(type, type.component(name), start, present);
        }
        rows.bytes(start + component.byteOffset(), component.byteSize(), depth, component.name() + " = " + present);
    }

    private void addPresent(StructType<?, ?> type, StructComponent component, long start, StringJoiner present) {
        if (!component.hasOptionalElements()) {
            if (presence(type, start).of(component)) {
                present.add(component.name());
            }
            return;
        }
        for (long index = 0; index < component.length(); index++) {
            if (presence(type, start).of(component, index)) {
                present.add(component.name() + "[" + index + "]");
            }
        }
    }

    private StructPresence presence(StructType<?, ?> type, long start) {
        return new StructPresence(type, rows.memory(), rows.offset(start));
    }

    private void addPadding(long offset, long byteSize, int depth) {
        if (byteSize > 0) {
            rows.bytes(offset, byteSize, depth, PADDING);
        }
    }

    private void addComponent(DumpedCodec codec, @Nullable StructVariant held, long start, int depth) {
        StructComponent component = codec.component();
        long offset = start + component.valueOffset();
        switch (component.kind()) {
            case ComponentKind.Union union -> addUnion(component, union, held, offset, depth);
            case ComponentKind.Presence _ -> throw new IllegalStateException("no value: " + component);
            case ComponentKind.Scalar _, ComponentKind.Nested _, ComponentKind.Bits _ ->
                addValues(codec, component.length(), offset, depth);
        }
    }

    private void addValues(DumpedCodec codec, long length, long offset, int depth) {
        StructComponent component = codec.component();
        switch (component.kind()) {
            case ComponentKind.Nested nested -> addStructs(codec, nested, length, offset, depth);
            case ComponentKind.Presence presence -> throw new IllegalStateException("no value: " + component);
            case ComponentKind.Union union -> throw new IllegalStateException("no array of unions without tags");
            case ComponentKind.Text text ->
                rows.bytes(
                        offset,
                        length,
                        depth,
                        component.name() + " = " + codec.text(0, text(component, offset, length)));
            case ComponentKind.Bits bits ->
                rows.bytes(
                        offset,
                        bits.byteSize(),
                        depth,
                        component.name() + " = "
                                + codec.text(0, values.bits(rows.offset(offset), bits, component.order())) + " (bits "
                                + component.size() + ")");
            case ComponentKind.Scalar scalar -> addScalars(codec, scalar, length, offset, depth);
        }
    }

    /** Adds rows with as many elements in each as there is room for. */
    private void addScalars(DumpedCodec codec, ComponentKind.Scalar scalar, long length, long offset, int depth) {
        StructComponent component = codec.component();
        if (codec.isOfAllElements()) {
            rows.bytes(offset, length * scalar.byteSize(), depth, component.name() + " = " + codec.value(0));
            return;
        }
        long inRow = DumpRows.ROW_BYTES / scalar.byteSize();
        for (long first = 0; first < length; first += inRow) {
            long count = Math.min(inRow, length - first);
            StringJoiner texts = new StringJoiner(", ");
            for (long index = first; index < first + count; index++) {
                texts.add(
                        codec.isAbsent(index)
                                ? ABSENT
                                : codec.text(
                                        index,
                                        values.scalar(
                                                rows.offset(offset + index * scalar.byteSize()),
                                                scalar,
                                                component.order())));
            }
            String name = component.isSequence() ? component.name() + "[" + first + "]" : component.name();
            rows.bytes(offset + first * scalar.byteSize(), count * scalar.byteSize(), depth, name + " = " + texts);
        }
    }

    private void addStructs(DumpedCodec codec, ComponentKind.Nested nested, long length, long offset, int depth) {
        StructComponent component = codec.component();
        StructType<?, ?> struct = nested.struct();
        if (struct == null) {
            rows.bytes(offset, nested.byteSize() * length, depth, component.name());
            return;
        }
        for (long index = 0; index < length; index++) {
            String name = component.isSequence() ? component.name() + "[" + index + "]" : component.name();
            long start = offset + index * struct.byteSize();
            if (codec.isAbsent(index)) {
                rows.bytes(start, struct.byteSize(), depth, name + " = " + ABSENT);
                continue;
            }
            rows.heading(start, depth, name + codec.heading(index, struct.name()));
            add(struct, start, depth + 1);
        }
    }

    private DumpedCodec codec(StructType<?, ?> type, StructComponent component, long start) {
        return new DumpedCodec(type, component, rows.memory(), rows.offset(start));
    }

    private @Nullable StructVariant addTag(
            StructType<?, ?> union, StructComponent component, ComponentKind.Tag tag, long start, int depth) {
        long number = values.number(rows.offset(start + component.byteOffset()), tag, component.order());
        StructVariant held = null;
        for (StructVariant variant : union.components().getLast().variants()) {
            held = variant.number() == number ? variant : held;
        }
        String text = component.name() + " = " + number + (held == null ? " (no variant)" : " (" + held.name() + ")");
        rows.bytes(start + component.byteOffset(), component.byteSize(), depth, text);
        return held;
    }

    private void addUnion(
            StructComponent component,
            ComponentKind.Union union,
            @Nullable StructVariant held,
            long offset,
            int depth) {
        if (held == null) {
            rows.bytes(offset, union.byteSize(), depth, component.name());
            return;
        }
        StructType<?, ?> struct = held.struct();
        rows.heading(offset, depth, component.name() + ": " + struct.name());
        add(struct, offset, depth + 1);
        if (struct.byteSize() < union.byteSize()) {
            rows.bytes(offset + struct.byteSize(), union.byteSize() - struct.byteSize(), depth + 1, "(unused)");
        }
    }

    /** Adds the rows of all tails up to the first of an impossible length, behind which nothing has a place. */
    private void addTails(StructType<?, ?> struct, long start, int depth) {
        StoredTails tails = new StoredTails(struct, rows.memory(), rows.offset(start));
        long end = 0;
        for (StructComponent tail : struct.components()) {
            if (!tail.isTail()) {
                continue;
            }
            long offset = start + Math.max(end, tail.tailOffset());
            long length = possibleLength(tails, tail, rows.offset(offset));
            if (length < 0) {
                addImpossible(tails, tail, start, offset, depth);
                return;
            }
            addLength(tails, tail, start, depth, "");
            if (length > 0) {
                addValues(codec(struct, tail, start), length, offset, depth);
            }
            end = tails.after(tail, rows.offset(offset)) - rows.offset(start);
            addRoom(offset + length * tail.kind().byteSize(), start + end, depth);
        }
        addRoom(start + end, start + Alignment.alignUp(end, struct.byteAlignment()), depth);
    }

    /** The number of elements of a tail, or -1 if it is impossible. */
    private int possibleLength(StoredTails tails, StructComponent tail, long start) {
        try {
            return tails.length(tail, start);
        } catch (IllegalStateException impossible) {
            if (!rows.memory().isAlive()) {
                throw impossible;
            }
            return -1;
        }
    }

    /** Adds the row of the number that is stored before the elements, and of the padding between them. */
    private void addLength(StoredTails tails, StructComponent tail, long start, int depth, String comment) {
        if (!tail.hasStoredLength()) {
            return;
        }
        long offset = start + tail.byteOffset();
        rows.bytes(offset, Integer.BYTES, depth, tail.name() + "Length = " + tails.lengthBefore(tail) + comment);
        addPadding(offset + Integer.BYTES, tail.byteSize() - Integer.BYTES, depth);
    }

    private void addImpossible(StoredTails tails, StructComponent tail, long start, long offset, int depth) {
        long room = rows.memory().length() - rows.offset(offset);
        String comment =
                " (impossible, at most " + Math.max(0, room) / tail.kind().byteSize() + ")";
        if (tail.hasStoredLength()) {
            addLength(tails, tail, start, depth, comment);
        } else {
            String ends = tail.isToEnd() ? "the end of the handle" : tail.count();
            rows.heading(offset, depth, tail.name() + ": " + ends + comment);
        }
    }

    /** Adds a row for padding, as much of it as lies in the handle. */
    private void addRoom(long offset, long end, int depth) {
        long room = rows.memory().length() - rows.offset(offset);
        addPadding(offset, Math.min(end - offset, room), depth);
    }

    private String text(StructComponent component, long offset, long length) {
        return values.text(rows.offset(offset), (int) length, component.isTail());
    }
}
