package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructOrder;
import java.util.List;

/** Components as the library describes them at run time; here they serve to print tables. */
final class DescribedComponents {
    private DescribedComponents() {}

    static List<StructComponent> of(List<PlacedComponent> components, StructOrder order) {
        return components.stream().map(placed -> of(placed).in(order)).toList();
    }

    private static StructComponent of(PlacedComponent placed) {
        String name = placed.name();
        long offset = placed.byteOffset();
        return switch (placed.type()) {
            case ComponentType.Element element -> element(element, placed, placed.byteSize());
            case ComponentType.FixedArray array ->
                element(array.element(), placed, placed.byteSize() / array.length())
                        .times(array.length());
            case ComponentType.FixedText text ->
                StructComponent.sequence(name, text.typeName(), StorageType.U8, offset, text.length());
            case ComponentType.Atomic atomic ->
                StructComponent.atomic(name, atomic.typeName(), atomic.value().storageType(), offset);
            case ComponentType.Tag tag -> StructComponent.value(name, tag.typeName(), tag.storageType(), offset);
            case ComponentType.Union union -> StructComponent.union(name, union.typeName(), offset, placed.byteSize());
            case ComponentType.TextTail text ->
                StructComponent.value(name, text.typeName(), StorageType.U8, offset)
                        .tail(placed.valueOffset());
            case ComponentType.ArrayTail tail ->
                element(tail.element(), placed, 0).tail(placed.valueOffset());
            case ComponentType.Reference reference ->
                StructComponent.reference(name, reference.typeName(), reference.storageType(), offset);
            case ComponentType.Pointer pointer -> StructComponent.pointer(name, offset);
            case ComponentType.BitField bits ->
                StructComponent.bits(
                        name, bits.typeName(), bits.value().storageType(), offset, placed.bitOffset(), bits.width());
        };
    }

    private static StructComponent element(ComponentType.Element element, PlacedComponent placed, long byteSize) {
        String typeName = placed.type().typeName();
        return switch (element) {
            case ComponentType.Scalar scalar ->
                StructComponent.value(placed.name(), typeName, scalar.storageType(), placed.byteOffset());
            case ComponentType.Nested nested ->
                StructComponent.struct(placed.name(), typeName, byteSize, placed.byteOffset());
        };
    }
}
