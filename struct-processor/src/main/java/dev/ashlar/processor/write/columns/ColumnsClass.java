package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.view.EnumTables;

/** The columns of a struct, put together from their features in a fixed order. */
public final class ColumnsClass {
    private ColumnsClass() {}

    // /** A fixed number of Person in memory, column by column. */
    // public final class PersonColumns implements StructColumns<Person, PersonColumns.Row> {
    public static TypeSpec of(StructModel struct, Layouts layouts, GeneratedNames view) {
        StructLayout layout = layouts.of(struct);
        ColumnsNames names = ColumnsNames.of(struct, layouts, view);
        TypeSpec.Builder columns = Library.classFor(names.struct(), names.columns())
                .addJavadoc(javadoc(names))
                .addSuperinterface(ParameterizedTypeName.get(
                        Library.STRUCT_COLUMNS, names.rows().struct(), names.row()));
        EnumTables.addTo(columns, names.rows());
        ColumnsFields.addTo(columns, names);
        ColumnsFactories.addTo(columns, layout, names);
        ColumnsFields.addSizesTo(columns, names);
        ColumnsAccessors.addTo(columns, names);
        ColumnsCopies.addTo(columns, names);
        columns.addMethod(ColumnsList.method(names));
        ColumnsFields.addMethodsTo(columns, names);
        names.codes().forEach(code -> code.helpers().forEach(columns::addMethod));
        columns.addType(ColumnsRow.of(names));
        columns.addType(ColumnsCursor.of(names));
        return columns.build();
    }

    // , and size() bits of validity
    // , and 4 x size() bits of validity
    private static String validity(ColumnNode.Column column) {
        PlacedComponent.PresenceBits bits = column.placed().presence();
        if (bits == null) {
            return "";
        }
        return bits.count() == 1
                ? ", and size() bits of validity"
                : ", and " + bits.count() + " x size() bits of validity";
    }

    private static CodeBlock javadoc(ColumnsNames names) {
        CodeBlock.Builder javadoc = CodeBlock.builder()
                .add(
                        "A fixed number of {@link $T} in memory, column by column:\n\n",
                        names.rows().struct())
                .add("<pre>{@code\n");
        int width = names.layout().columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (ColumnNode.Column column : names.layout().columns()) {
            String name = column.name();
            javadoc.add("$L", name + " ".repeat(width - name.length()));
            javadoc.add("  $L x size() bytes$L\n", column.placed().byteSize(), validity(column));
        }
        return javadoc.add("}</pre>\n\n")
                .add(
                        "<p>Each column starts at the next multiple of $L bytes from the first.\n\n",
                        names.layout().byteAlignment())
                .add("@see $T\n", names.view().view())
                .build();
    }
}
