package dev.ashlar.arrow;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructColumn;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructConstant;
import dev.ashlar.struct.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes {@code ArrowArray}s: the columns of one batch, in place where the types agree. */
final class ArrayWriter {
    private final Lease lease;
    private final Arena arena;
    private final List<StructColumn> columns;

    ArrayWriter(Lease lease, List<StructColumn> columns) {
        this.lease = lease;
        this.arena = lease.arena();
        this.columns = columns;
    }

    /** Writes the array of a struct whose components have columns. */
    void group(Field field, long size, Memory target) {
        MemorySegment children = children(field.children());
        for (int i = 0; i < field.children().size(); i++) {
            Field child = field.children().get(i);
            Memory array = child(children, i);
            if (child.component() == null) {
                group(child, size, array);
            } else {
                column(child, columns.get(child.column()), array);
            }
        }
        finish(target, size, null, List.of(), field.children().size(), children, MemorySegment.NULL);
    }

    private void column(Field field, StructColumn column, Memory target) {
        StructComponent component = column.component();
        MemorySegment validity = column.validity();
        long bits = column.size() * (component.hasOptionalElements() ? component.length() : 1);
        Values values = new Values(column.segment(), column.elementByteSize(), column.size());
        component(
                field,
                values,
                validity == null ? null : Bitmaps.validity(validity, column.validityOffset(), bits, arena),
                target);
    }

    /**
     * Writes the array of a component.
     *
     * @param presence its validity, or that of its elements; {@code null} without one
     */
    private void component(Field field, Values values, @Nullable MemorySegment presence, Memory target) {
        StructComponent component = Objects.requireNonNull(field.component(), "component");
        if (!field.format().startsWith("+w")) {
            value(field, component, values, validity(component, values, presence), target);
            return;
        }
        Values elements = values.elements(component.length(), component.kind().byteSize(), arena);
        MemorySegment children = children(field.children());
        boolean isByElement = component.hasOptionalElements();
        MemorySegment ofElements = isByElement ? validity(component, elements, presence) : null;
        value(field.children().getFirst(), component, elements, ofElements, child(children, 0));
        finish(target, values.count(), isByElement ? null : presence, List.of(), 1, children, MemorySegment.NULL);
    }

    private @Nullable MemorySegment validity(
            StructComponent component, Values values, @Nullable MemorySegment presence) {
        return component.sentinel() == null ? presence : Bitmaps.ofSentinel(component, values, arena);
    }

    /** Writes the array of single values. */
    private void value(
            Field field, StructComponent component, Values values, @Nullable MemorySegment validity, Memory target) {
        switch (component.kind()) {
            case ComponentKind.Nested nested ->
                structs(field, Objects.requireNonNull(nested.struct(), "struct"), values, validity, target);
            case ComponentKind.Text _ -> {
                List<MemorySegment> texts = Texts.copy(values, component.length(), validity, arena);
                leaf(target, values.count(), validity, texts);
            }
            case ComponentKind.Truth truth
            when field.format().equals("b") -> {
                boolean isReversed = Bitmaps.isReversed(component);
                MemorySegment bits = Bitmaps.where(
                        values.count(), index -> values.number(index, truth.storageType(), isReversed) != 0, arena);
                leaf(target, values.count(), validity, List.of(bits));
            }
            case ComponentKind.Constant constant -> {
                MemorySegment indexes = new EnumIndexes(component, constant, values, validity).inPlaceOrCopy(arena);
                MemorySegment names = arena.allocate(CArrayView.BYTE_SIZE, Long.BYTES);
                List<MemorySegment> texts = Texts.of(
                        constant.constants().stream().map(StructConstant::name).toList(), arena);
                long size = constant.constants().size();
                leaf(Memory.of(names), size, null, texts);
                finish(target, values.count(), validity, List.of(indexes), 0, MemorySegment.NULL, names);
            }
            default -> leaf(target, values.count(), validity, List.of(numbers(component, values)));
        }
    }

    private MemorySegment numbers(StructComponent component, Values values) {
        StorageType type = Objects.requireNonNull(component.storageType(), "storageType");
        return Bitmaps.isReversed(component)
                ? values.reversed(type.byteSize(), arena)
                : values.inPlaceOrCopy(type.byteSize(), type.byteAlignment(), arena);
    }

    /** Writes the array of structs that stay whole in a column: each component is copied. */
    private void structs(
            Field field, StructType<?, ?> type, Values structs, @Nullable MemorySegment validity, Memory target) {
        MemorySegment children = children(field.children());
        for (int i = 0; i < field.children().size(); i++) {
            Field child = field.children().get(i);
            StructComponent component = Objects.requireNonNull(child.component(), "component");
            component(
                    child,
                    structs.of(component),
                    Bitmaps.ofStructs(type, component, structs, arena),
                    child(children, i));
        }
        finish(target, structs.count(), validity, List.of(), field.children().size(), children, MemorySegment.NULL);
    }

    private MemorySegment children(List<Field> fields) {
        MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, Math.max(1, fields.size()));
        for (int i = 0; i < fields.size(); i++) {
            pointers.setAtIndex(ValueLayout.ADDRESS, i, arena.allocate(CArrayView.BYTE_SIZE, Long.BYTES));
        }
        return pointers;
    }

    private static Memory child(MemorySegment children, int index) {
        return Callbacks.at(children.getAtIndex(ValueLayout.ADDRESS, index), CArrayView.BYTE_SIZE);
    }

    /** Writes the C struct of an array without children and dictionary. */
    private void leaf(Memory target, long length, @Nullable MemorySegment validity, List<MemorySegment> values) {
        finish(target, length, validity, values, 0, MemorySegment.NULL, MemorySegment.NULL);
    }

    /** Writes the C struct, the callback that releases it last: until then it counts as released. */
    private void finish(
            Memory target,
            long length,
            @Nullable MemorySegment validity,
            List<MemorySegment> values,
            long childCount,
            MemorySegment children,
            MemorySegment dictionary) {
        MemorySegment buffers = arena.allocate(ValueLayout.ADDRESS, 1 + values.size());
        buffers.setAtIndex(ValueLayout.ADDRESS, 0, validity == null ? MemorySegment.NULL : validity);
        for (int i = 0; i < values.size(); i++) {
            buffers.setAtIndex(ValueLayout.ADDRESS, 1 + i, values.get(i));
        }
        CArrayView.at(target, 0)
                .length(length)
                .nullCount(validity == null ? 0 : -1)
                .offset(0)
                .bufferCount(1 + values.size())
                .childCount(childCount)
                .buffers(buffers)
                .children(children)
                .dictionary(dictionary)
                .privateData(lease.addPart())
                .release(Callbacks.RELEASE_ARRAY);
    }
}
