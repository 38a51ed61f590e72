package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;

/** The columns of a struct, put together from their features in a fixed order. */
final class ColumnsClass {
    private ColumnsClass() {}

    // /** A fixed number of Person in memory, column by column. */
    // public final class PersonColumns implements StructColumns<Person, PersonColumns.Row> {
    static TypeSpec of(StructModel struct, Layouts layouts, StructNaming view) {
        StructLayout layout = layouts.of(struct);
        ColumnsNaming naming = ColumnsNaming.of(struct, layouts, view);
        TypeSpec.Builder columns = Library.classFor(naming.struct(), naming.columns())
                .addJavadoc(javadoc(naming))
                .addSuperinterface(ParameterizedTypeName.get(
                        Library.STRUCT_COLUMNS, naming.rows().struct(), naming.row()));
        EnumTables.addTo(columns, naming.rows());
        ColumnsFields.addTo(columns, naming);
        ColumnsFactories.addTo(columns, layout, naming);
        ColumnsFields.addSizesTo(columns, naming);
        ColumnsAccessors.addTo(columns, naming);
        ColumnsCopies.addTo(columns, naming);
        ColumnsFields.addMethodsTo(columns, naming);
        columns.addType(ColumnsRow.of(naming));
        return columns.build();
    }

    private static CodeBlock javadoc(ColumnsNaming naming) {
        CodeBlock.Builder javadoc = CodeBlock.builder()
                .add(
                        "A fixed number of {@link $T} in memory, column by column:\n\n",
                        naming.rows().struct())
                .add("<pre>{@code\n");
        int width = naming.layout().columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        for (ColumnNode.Column column : naming.layout().columns()) {
            String name = column.name();
            javadoc.add("$L", name + " ".repeat(width - name.length()));
            javadoc.add("  $L x size() bytes\n", column.placed().byteSize());
        }
        return javadoc.add("}</pre>\n\n")
                .add(
                        "<p>Each column starts at the next multiple of $L bytes from the first.\n\n",
                        naming.layout().byteAlignment())
                .add("@see $T\n", naming.view().view())
                .build();
    }
}
