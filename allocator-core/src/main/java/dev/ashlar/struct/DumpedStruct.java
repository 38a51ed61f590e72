package dev.ashlar.struct;

import dev.ashlar.struct.support.StructTail;
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
                addTail(type, component, start, depth);
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

    private void addTail(StructType<?, ?> struct, StructComponent tail, long start, int depth) {
        ComponentKind.Numeric counter = new ComponentKind.Numeric(StorageType.I32);
        long counterOffset = start + tail.byteOffset();
        long length = values.number(rows.offset(counterOffset), counter, tail.order());
        long room = rows.memory().length() - rows.offset(start + tail.tailOffset());
        long most = Math.max(0, room) / tail.kind().byteSize();
        boolean isPossible = length >= 0 && length <= most;
        String text = tail.name() + "Length = " + length + (isPossible ? "" : " (impossible, at most " + most + ")");
        rows.bytes(counterOffset, counter.byteSize(), depth, text);
        addPadding(counterOffset + counter.byteSize(), tail.byteSize() - counter.byteSize(), depth);
        if (isPossible && length > 0) {
            addValues(codec(struct, tail, start), length, start + tail.tailOffset(), depth);
        }
        if (isPossible) {
            long end = tail.tailOffset() + length * tail.kind().byteSize();
            long byteSize = StructTail.byteSize(
                    tail.tailOffset(), (int) length, tail.kind().byteSize(), struct.byteAlignment());
            addPadding(start + end, Math.min(byteSize - end, room - (end - tail.tailOffset())), depth);
        }
    }

    private String text(StructComponent component, long offset, long length) {
        return values.text(rows.offset(offset), (int) length, component.isTail());
    }
}
