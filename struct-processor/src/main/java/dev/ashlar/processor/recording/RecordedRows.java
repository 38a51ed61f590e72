package dev.ashlar.processor.recording;

import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.UnionModel;
import dev.ashlar.struct.StructComponent;
import java.util.List;
import java.util.Locale;

/**
 * The rows of components: those of nested structs follow on the row of the struct, at their offsets in the outermost
 * one, and the numbers of an enum on its first use.
 *
 * <pre>{@code
 * 8 16 ends Point[2] struct[2]
 * 8 4 ends[].x int I32
 * 12 4 ends[].y int I32
 * 24 4 colour Colour I32
 * enum p.Colour RED 0
 * 28 1 mode int I32 bits 0:3
 * 36 4 weight Integer I32 optional 0
 * 48 8 levels Integer[2] I32[2] optional 1:2
 * 40 8 created Instant I64 by dev.ashlar.struct.codec.InstantNanos
 * 32 8 shape.value Circle | Rect union
 * variant p.Shape p.Circle 0
 * 32 8 shape.value.Circle.radius double F64
 * }</pre>
 */
final class RecordedRows {
    private final Layouts layouts;
    private final List<String> lines;

    RecordedRows(Layouts layouts, List<String> lines) {
        this.layouts = layouts;
        this.lines = lines;
    }

    void add(StructModel struct, String prefix, long start) {
        StructLayout layout = layouts.of(struct);
        List<StructComponent> described = layout.described(struct);
        for (int index = 0; index < described.size(); index++) {
            PlacedComponent placed = layout.components().get(index);
            lines.add(row(placed, described.get(index), prefix, start));
            String path = prefix + placed.name() + (described.get(index).isSequence() ? "[]." : ".");
            addParts(placed.type().elementType(), path, start + placed.valueOffset());
        }
    }

    private void addParts(ComponentType type, String prefix, long start) {
        if (type instanceof ComponentType.Union union) {
            addVariants(union.union(), prefix, start);
        } else {
            type.structs().forEach(struct -> add(struct, prefix, start));
        }
        type.enumeration().ifPresent(this::addNumbers);
    }

    private void addVariants(UnionModel union, String prefix, long start) {
        for (UnionModel.Variant variant : union.variants()) {
            String line = String.format(
                    Locale.ROOT,
                    "variant %s %s %d",
                    union.name().canonicalName(),
                    variant.struct().name().canonicalName(),
                    variant.number());
            if (!lines.contains(line)) {
                lines.add(line);
            }
            add(variant.struct(), prefix + variant.name() + ".", start);
        }
    }

    private void addNumbers(EnumModel model) {
        for (int index = 0; index < model.numbers().size(); index++) {
            String line = String.format(
                    Locale.ROOT,
                    "enum %s %s %d",
                    model.name().canonicalName(),
                    model.constants().get(index),
                    model.numbers().get(index));
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
    }

    private static String row(PlacedComponent placed, StructComponent described, String prefix, long start) {
        String bits = described.isBitField() ? " bits " + described.bitOffset() + ":" + described.bitWidth() : "";
        return String.join(
                        " ",
                        Long.toString(start + placed.byteOffset()),
                        Long.toString(placed.byteSize()),
                        prefix + placed.name(),
                        typeName(placed.component()),
                        described.storage())
                + bits
                + (described.codec() == null ? "" : " by " + described.codec())
                + placed.absence();
    }

    /**
     * The name of a type; a reference names its target with its package, as fingerprints do, since nothing else identifies
     * that struct.
     */
    // Ref<p.Person>
    private static String typeName(ComponentModel component) {
        return component.codec() == null && component.storedType() instanceof ComponentType.Reference reference
                ? "Ref<" + reference.target().canonicalName() + ">"
                : component.typeName();
    }
}
