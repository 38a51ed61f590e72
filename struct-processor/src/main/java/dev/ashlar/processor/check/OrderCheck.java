package dev.ashlar.processor.check;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.UnionModel;
import dev.ashlar.struct.StructOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Byte orders: those of components, which must have an effect, and those of the variants of a big-endian union. */
final class OrderCheck {
    private OrderCheck() {}

    static List<Finding> of(StructModel struct) {
        List<Finding> findings = new ArrayList<>();
        for (ComponentModel component : struct.components()) {
            if (component.order() != null && component.type() != null && !takesOrder(component.type())) {
                findings.add(Finding.of(
                        component.site(),
                        Message.ENDIAN_MISPLACED,
                        struct.path(component.name()),
                        component.typeName(),
                        advice(component.type(), component.order())));
            }
        }
        struct.union().ifPresent(union -> addVariants(struct, union, findings));
        return findings;
    }

    private static boolean takesOrder(ComponentType type) {
        return hasOrder(type)
                && !(type instanceof ComponentType.BitField)
                && !(type.elementType() instanceof ComponentType.Nested);
    }

    private static String advice(ComponentType type, StructOrder order) {
        if (type instanceof ComponentType.BitField) {
            return "bit-fields of another order belong in a struct of their own, @Struct(order = StructOrder." + order
                    + ")";
        }
        return type.elementType() instanceof ComponentType.Nested nested
                ? "a struct has its own order, @Struct(order = StructOrder." + order + ") on " + nested.typeName()
                : "each of its values is one byte";
    }

    /** Returns whether the bytes of a component have an order: that of its struct, or its own. */
    private static boolean hasOrder(ComponentType type) {
        return switch (type) {
            case ComponentType.Scalar scalar -> scalar.storageType().byteSize() > 1;
            case ComponentType.FixedArray array -> hasOrder(array.element());
            // A length that is stored before the elements is a number.
            case ComponentType.Tail tail when tail.tail().hasLength() -> true;
            case ComponentType.ArrayTail tail -> hasOrder(tail.element());
            case ComponentType.TextTail _ -> false;
            case ComponentType.BitField _ -> true;
            case ComponentType.Pointer _, ComponentType.Atomic _, ComponentType.Reference _ -> true;
            case ComponentType.Nested _, ComponentType.FixedText _ -> false;
            case ComponentType.Tag _, ComponentType.Union _, ComponentType.Presence _ -> false;
        };
    }

    private static void addVariants(StructModel struct, UnionModel union, List<Finding> findings) {
        if (struct.settings().order() != StructOrder.BIG_ENDIAN) {
            return;
        }
        String variants = union.variants().stream()
                .map(UnionModel.Variant::struct)
                .filter(OrderCheck::isLittleEndian)
                .map(variant -> variant.name().nameInPackage())
                .collect(Collectors.joining(", "));
        if (!variants.isEmpty()) {
            findings.add(Finding.of(
                    struct.site(), Message.UNION_ORDERS, struct.name().canonicalName(), variants));
        }
    }

    /** Returns whether some component is little-endian and does not say so itself; what is nested in it has its own order. */
    private static boolean isLittleEndian(StructModel variant) {
        return variant.settings().order() == StructOrder.LITTLE_ENDIAN
                && variant.components().stream()
                        .anyMatch(component ->
                                component.order() == null && component.type() != null && hasOrder(component.type()));
    }
}
