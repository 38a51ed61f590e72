package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.layout.ColumnLayout;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.component.Stored;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.processor.write.view.ViewIdentity;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the parts of a columns class know of the struct.
 *
 * @param struct the struct, with one component for each column
 * @param layout its columns
 * @param rows the names in rows, whose view is the row
 * @param view the names in the view of the struct
 * @param columns the class that is written
 * @param fills the methods that fill a column, by the accessor of the value or of what is stored
 */
record ColumnsNames(
        StructModel struct,
        ColumnLayout layout,
        GeneratedNames rows,
        GeneratedNames view,
        ClassName columns,
        Map<String, String> fills) {
    static ColumnsNames of(StructModel struct, Layouts layouts, GeneratedNames view) {
        ColumnLayout layout = ColumnLayout.of(struct, layouts);
        List<ComponentModel> components = layout.columns().stream()
                .map(column -> column.placed().component())
                .toList();
        List<StructModel> groups = groups(layout.components()).toList();
        boolean namesDeprecated = Stream.concat(Stream.of(struct), groups.stream())
                .anyMatch(each -> each.surroundings().isDeprecated());
        StructModel flat = struct.reordered(components)
                .in(new StructModel.Surroundings(
                        namesDeprecated,
                        struct.surroundings().isNamedElsewhere(),
                        struct.surroundings().hidesJavaLang()));
        GeneratedNames rows = GeneratedNames.ofColumns(
                flat, groups.stream().map(StructModel::name).toList());
        return new ColumnsNames(flat, layout, rows, view, Names.columns(struct.name()), fills(components, rows));
    }

    /** Besides accessors also other fills: those of {@code x} and {@code x_} are one when there is a {@code fillX}. */
    // fillHeight
    private static Map<String, String> fills(List<ComponentModel> components, GeneratedNames rows) {
        Map<String, String> fills = new HashMap<>();
        GeneratedNames storedForms = rows.ofStoredForms();
        Stream<String> ofValues = components.stream().map(rows::accessor);
        Stream<String> ofStoredForms = components.stream()
                .filter(component -> component.codec() != null)
                .map(storedForms::accessor);
        Stream.concat(ofValues, ofStoredForms).forEach(accessor -> {
            String unused = rows.unused("fill" + ColumnLayout.capitalised(accessor));
            while (fills.containsValue(unused)) {
                unused = rows.unused(unused + "_");
            }
            fills.put(accessor, unused);
        });
        return fills;
    }

    /** The class of one row. */
    ClassName row() {
        return rows.view();
    }

    /** The code of each column, in order. */
    List<ComponentCode> codes() {
        return layout.columns().stream().map(this::code).toList();
    }

    ComponentCode code(ColumnNode.Column column) {
        return ComponentCode.of(column.placed(), rows, Placement.inRow(column.order(), rows, this::rowBit));
    }

    /** Returns whether some column has a validity bitmap. */
    boolean haveValidity() {
        return layout.columns().stream().anyMatch(ColumnsNames::hasValidity);
    }

    static boolean hasValidity(ColumnNode.Column column) {
        return column.placed().presence() != null;
    }

    /** The field that says where the validity bitmap of a column starts, and the method that gives it as a segment. */
    // ageValidity
    String validity(ComponentModel component) {
        return rows.accessor(component, "Validity");
    }

    /** The method that gives the position of the first bit in the first byte of the validity bitmap of a column. */
    // validityOffset
    // levelsValidityOffset
    String validityOffset(ColumnNode.Column column) {
        return column.declared().hasOptionalElements()
                ? rows.accessor(column.placed().component(), "ValidityOffset")
                : "validityOffset";
    }

    /** Returns whether there is a validity bitmap with one bit for each row. */
    boolean haveBitOfRow() {
        return layout.columns().stream()
                .anyMatch(column -> hasValidity(column) && !column.declared().hasOptionalElements());
    }

    /** Returns whether there is a validity bitmap with a bit for each element of an array. */
    boolean haveBitsOfElements() {
        return layout.columns().stream()
                .anyMatch(column -> hasValidity(column) && column.declared().hasOptionalElements());
    }

    // columns.ageValidity, columns.firstBit + index
    private CodeBlock rowBit(ComponentModel component) {
        return rowBit("", component);
    }

    // that.columns.ageValidity, that.columns.firstBit + that.index
    // columns.levelsValidity, (columns.firstBit + this.index) * LENGTH_LEVELS
    private CodeBlock rowBit(String row, ComponentModel component) {
        if (component.hasOptionalElements()) {
            return CodeBlock.of(
                    "$1Lcolumns.$2L,$W($1Lcolumns.firstBit + $3Lindex) * $4L",
                    row,
                    validity(component),
                    row.isEmpty() ? "this." : row,
                    rows.length(component));
        }
        return CodeBlock.of("$1Lcolumns.$2L,$W$1Lcolumns.firstBit + $1Lindex", row, validity(component));
    }

    /** The bits that one row takes of the validity bitmap of a column, as an expression; empty for one bit. */
    // LENGTH_LEVELS
    Optional<CodeBlock> bitsOfRow(ColumnNode.Column column) {
        return column.declared().hasOptionalElements()
                ? Optional.of(CodeBlock.of("$L", rows.length(column.placed().component())))
                : Optional.empty();
    }

    /** The code of a column in the accessors of columns, which have an index. */
    // heightColumn + StructRange.checkIndex("p.Person", index, size()) * 8
    ComponentCode indexedCode(ColumnNode.Column column) {
        long byteSize = column.placed().byteSize();
        CodeBlock first = CodeBlock.of(
                "$L + $T.checkIndex($S, index, size())",
                column(column.placed().component()),
                Library.STRUCT_RANGE,
                view.inMessages());
        CodeBlock offset = byteSize == 1 ? first : CodeBlock.of("$L * $L", first, byteSize);
        return ComponentCode.of(column.placed(), rows, Placement.inRow(column.order(), _ -> offset, this::indexedBit));
    }

    // ageValidity, firstBit + StructRange.checkIndex("p.Person", index, size())
    private CodeBlock indexedBit(ComponentModel component) {
        return CodeBlock.of(
                "$L,$WfirstBit + $T.checkIndex($S, index, size())",
                validity(component),
                Library.STRUCT_RANGE,
                view.inMessages());
    }

    /** The code of a column in the methods that copy whole records. */
    ComponentCode copyCode(ColumnNode.Column column) {
        return ComponentCode.of(
                column.placed(), rows, Placement.inRow(column.order(), _ -> offset(column), this::rowBit));
    }

    /** The offset of a row's component in its column. */
    // columns.heightColumn + index * 8
    CodeBlock offset(ColumnNode.Column column) {
        return offset("", column.placed());
    }

    /** As {@link #offset(ColumnNode.Column)}, in any row. */
    // columns.heightColumn + index * 8
    // that.columns.heightColumn + that.index * 8
    private CodeBlock offset(String row, PlacedComponent placed) {
        String field = column(placed.component());
        return placed.byteSize() == 1
                ? CodeBlock.of("$1Lcolumns.$2L + $1Lindex", row, field)
                : CodeBlock.of("$1Lcolumns.$2L + $1Lindex * $3L", row, field, placed.byteSize());
    }

    /**
     * A row, compared with another one.
     *
     * @param row the row, with its dot; empty for the one that the code stands in
     */
    // memory.readable(columns.byteOffset, 1)
    // that.memory.readable(that.columns.byteOffset, 1)
    ViewIdentity.Compared compared(String row, String segment) {
        IdentityHashMap<ComponentModel, PlacedComponent> placed = new IdentityHashMap<>();
        layout.columns().forEach(column -> placed.put(column.placed().component(), column.placed()));
        Placement placement = Placement.inRow(
                struct.settings().order(),
                component -> offset(row, Objects.requireNonNull(placed.get(component), "no column")),
                component -> rowBit(row, component));
        return new ViewIdentity.Compared(
                new Stored(
                        CodeBlock.of(row),
                        CodeBlock.of("$Lmemory", row),
                        CodeBlock.of("$L", rows.variableBesides(segment)),
                        placement),
                CodeBlock.of("$1Lmemory.readable($1Lcolumns.byteOffset, 1)", row));
    }

    /** The field that says where a column starts, and the method that gives it as a segment. */
    // heightColumn
    String column(ComponentModel component) {
        return rows.accessor(component, "Column");
    }

    private static Stream<StructModel> groups(List<ColumnNode> nodes) {
        return nodes.stream().mapMulti((node, found) -> {
            if (node instanceof ColumnNode.Group group) {
                found.accept(group.struct());
                groups(group.components()).forEach(found);
            }
        });
    }
}
