package dev.ashlar.processor.layout;

import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.CodecModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructConstant;
import dev.ashlar.struct.StructOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Components as the library describes them at run time; here they serve to print tables. */
final class DescribedComponents {
    private DescribedComponents() {}

    static List<StructComponent> of(List<PlacedComponent> components, StructOrder order) {
        return components.stream()
                .map(placed ->
                        ordered(optional(aligned(placed), placed), placed).in(order))
                .toList();
    }

    private static StructComponent ordered(StructComponent described, PlacedComponent placed) {
        StructOrder own = placed.component().order();
        return own == null ? described : described.ordered(own);
    }

    private static StructComponent optional(StructComponent described, PlacedComponent placed) {
        AbsenceModel absence = placed.component().absence();
        if (absence == null) {
            return described;
        }
        String typeName = placed.component().typeName();
        return placed.presence() == null
                ? described.optional(typeName, Objects.requireNonNull(absence.sentinel(), "no bit and no sentinel"))
                : described.optional(typeName, placed.presence().first());
    }

    private static StructComponent aligned(PlacedComponent placed) {
        Long byteAlignment = placed.component().byteAlignment();
        return byteAlignment == null ? decoded(placed) : decoded(placed).aligned(byteAlignment);
    }

    private static StructComponent decoded(PlacedComponent placed) {
        CodecModel codec = placed.component().codec();
        return codec == null
                ? of(placed)
                : of(placed).storedBy(placed.component().typeName(), codec.text());
    }

    /** The storage of what is one value as text, whatever its byte order. */
    static String storage(PlacedComponent placed) {
        CodecModel codec = placed.component().codec();
        return codec != null && codec.isByElement()
                ? of(placed).kind().storage()
                : of(placed).storage();
    }

    private static StructComponent of(PlacedComponent placed) {
        String name = placed.name();
        long offset = placed.byteOffset();
        return switch (placed.type()) {
            case ComponentType.Element element -> element(element, placed, placed.byteSize());
            case ComponentType.FixedArray array ->
                element(array.element(), placed, placed.byteSize() / array.length())
                        .times(array.length());
            case ComponentType.Presence presence ->
                StructComponent.presence(
                        name, offset, presence.count(), presence.components().toArray(String[]::new));
            case ComponentType.FixedText text ->
                StructComponent.text(name, offset).times(text.length());
            case ComponentType.Atomic atomic ->
                StructComponent.atomic(name, atomic.typeName(), atomic.value().storageType(), offset);
            case ComponentType.Tag tag -> StructComponent.tag(tag.storageType(), offset);
            case ComponentType.Union union -> StructComponent.union(name, union.typeName(), offset, placed.byteSize());
            case ComponentType.TextTail text -> tail(StructComponent.text(name, offset), text, placed);
            case ComponentType.ArrayTail tail -> tail(element(tail.element(), placed, 0), tail, placed);
            case ComponentType.Reference reference ->
                StructComponent.reference(name, reference.typeName(), reference.storageType(), offset);
            case ComponentType.Pointer pointer -> StructComponent.pointer(name, offset);
            case ComponentType.BitField bits ->
                StructComponent.bits(
                        name,
                        bits.typeName(),
                        bits.value().storageType(),
                        offset,
                        placed.bitOffset(),
                        bits.width(),
                        bits.enumeration().map(DescribedComponents::constants).orElse(List.of()));
        };
    }

    private static StructComponent tail(StructComponent element, ComponentType.Tail type, PlacedComponent placed) {
        TailModel tail = type.tail();
        if (tail.toEnd()) {
            return element.tailToEnd();
        }
        return tail.count() == null
                ? element.tail(placed.valueOffset())
                : element.countedTail(tail.count(), tail.unit(), tail.pad());
    }

    private static StructComponent element(ComponentType.Element element, PlacedComponent placed, long byteSize) {
        String typeName = placed.type().typeName();
        return switch (element) {
            case ComponentType.Primitive primitive ->
                StructComponent.value(placed.name(), typeName, primitive.storageType(), placed.byteOffset());
            case ComponentType.Enumeration enumeration ->
                StructComponent.constant(
                        placed.name(),
                        typeName,
                        enumeration.storageType(),
                        placed.byteOffset(),
                        constants(enumeration.model()));
            case ComponentType.Nested nested ->
                StructComponent.of(
                        placed.name(), typeName, new ComponentKind.Nested(null, byteSize), placed.byteOffset());
        };
    }

    private static List<StructConstant> constants(EnumModel model) {
        return IntStream.range(0, model.constants().size())
                .mapToObj(index -> new StructConstant(
                        model.constants().get(index), model.numbers().get(index)))
                .toList();
    }
}
