package dev.ashlar.arrow;

import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructColumn;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructConstant;
import dev.ashlar.struct.StructType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The fields that columns have in Arrow: a struct with a field for each component. */
final class Fields {
    private final String struct;
    private final ArrowOptions options;

    private Fields(String struct, ArrowOptions options) {
        this.struct = struct;
        this.options = options;
    }

    /**
     * The root of the fields of some columns.
     *
     * @throws UnsupportedOperationException if a component has no type in Arrow
     */
    static Field of(List<StructColumn> columns, ArrowOptions options) {
        StructType<?, ?> type = columns.getFirst().struct();
        Fields fields = new Fields(type.name(), options);
        List<Placed> all = IntStream.range(0, columns.size())
                .mapToObj(index ->
                        new Placed(columns.get(index).path(), columns.get(index).component(), index))
                .toList();
        Map<String, String> metadata = Map.of(
                "ashlar.struct", type.name(),
                "ashlar.fingerprint", Long.toHexString(type.fingerprint()),
                "ashlar.layout", type.layoutTable());
        return new Field("", "+s", false, metadata, null, -1, fields.group(all));
    }

    /** A column, and what is left of its path below the group that it is in. */
    private record Placed(String path, StructComponent component, int column) {
        String head() {
            int dot = path.indexOf('.');
            return dot < 0 ? path : path.substring(0, dot);
        }

        Placed below() {
            return new Placed(path.substring(path.indexOf('.') + 1), component, column);
        }
    }

    private List<Field> group(List<Placed> columns) {
        Map<String, List<Placed>> heads = new LinkedHashMap<>();
        columns.forEach(column ->
                heads.computeIfAbsent(column.head(), _ -> new ArrayList<>()).add(column));
        List<Field> fields = new ArrayList<>();
        heads.forEach((name, placed) -> {
            Placed first = placed.getFirst();
            fields.add(
                    first.path().equals(name)
                            ? component(name, first.component(), first.column())
                            : new Field(
                                    name,
                                    "+s",
                                    false,
                                    Map.of(),
                                    null,
                                    -1,
                                    group(placed.stream().map(Placed::below).toList())));
        });
        return fields;
    }

    private Field component(String name, StructComponent component, int column) {
        if (component.isTail()) {
            throw refused(component, "a tail");
        }
        if (component.kind() instanceof ComponentKind.Text || !component.isSequence()) {
            return value(name, component, column, component.isOptional());
        }
        Field item = value("item", component, -1, component.hasOptionalElements());
        String format = "+w:" + component.length();
        return new Field(name, format, component.isOptional(), Map.of(), component, column, List.of(item));
    }

    /** One value of a component, which may be an element of an array. */
    private Field value(String name, StructComponent component, int column, boolean isNullable) {
        Map<String, String> metadata = component.kind() instanceof ComponentKind.Truth && isInPlace(component, options)
                ? Map.of("ARROW:extension:name", "arrow.bool8", "ARROW:extension:metadata", "")
                : Map.of();
        List<Field> children = component.kind() instanceof ComponentKind.Nested nested
                ? Objects.requireNonNull(nested.struct(), "struct").components().stream()
                        .filter(child -> !child.isPresence())
                        .map(child -> component(child.name(), child, -1))
                        .toList()
                : List.of();
        return new Field(name, format(component), isNullable, metadata, component, column, children);
    }

    private String format(StructComponent component) {
        return switch (component.kind()) {
            case ComponentKind.Text _ -> "u";
            case ComponentKind.Truth _ -> isInPlace(component, options) ? "c" : "b";
            case ComponentKind.Pointer _ -> "L";
            case ComponentKind.Constant constant ->
                areOrdinals(constant.constants()) ? number(constant.storageType()) : "i";
            case ComponentKind.Nested nested -> {
                StructType<?, ?> type = Objects.requireNonNull(nested.struct(), "struct");
                if (type.isUnion() || type.hasArms()) {
                    throw refused(component, "a union");
                }
                yield "+s";
            }
            case ComponentKind.Numeric numeric -> number(numeric.storageType());
            case ComponentKind.Letter letter -> number(letter.storageType());
            case ComponentKind.Atomic atomic -> number(atomic.storageType());
            case ComponentKind.Reference reference -> number(reference.storageType());
            case ComponentKind.Tag _, ComponentKind.Union _ -> throw refused(component, "a union");
            case ComponentKind.Bits _ -> throw refused(component, "a bit-field");
            case ComponentKind.Presence _ -> throw refused(component, "presence bits");
        };
    }

    private static boolean isInPlace(StructComponent component, ArrowOptions options) {
        return options.booleansInPlace() && component.kind().byteSize() == 1;
    }

    /** Returns whether the stored number of each constant is its index in the dictionary. */
    static boolean areOrdinals(List<StructConstant> constants) {
        return IntStream.range(0, constants.size())
                .allMatch(index -> constants.get(index).number() == index);
    }

    private static String number(StorageType type) {
        return switch (type) {
            case I8 -> "c";
            case U8 -> "C";
            case I16 -> "s";
            case U16 -> "S";
            case I32 -> "i";
            case U32 -> "I";
            case I64 -> "l";
            case U64 -> "L";
            case F32 -> "f";
            case F64 -> "g";
        };
    }

    private UnsupportedOperationException refused(StructComponent component, String what) {
        return new UnsupportedOperationException("no Arrow type yet for " + what
                + ", export columns of a struct without it: struct=" + struct + " component=" + component);
    }
}
