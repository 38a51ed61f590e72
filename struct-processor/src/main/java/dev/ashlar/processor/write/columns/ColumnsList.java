package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.write.library.Library;
import java.util.List;

/** The list of all columns, for code that works on any struct. */
final class ColumnsList {
    private ColumnsList() {}

    // public List<StructColumn> columns() {
    //     return List.of(
    //             StructColumn.of(PersonView.type(), "id", size, idColumn()),
    //             StructColumn.of(PersonView.type(), "age", size, ageColumn(), ageValidity(), validityOffset()));
    static MethodSpec method(ColumnsNames names) {
        CodeBlock columns = names.layout().columns().stream()
                .map(column -> column(column, names))
                .collect(CodeBlock.joining(",\n"));
        return Library.override("columns")
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), Library.STRUCT_COLUMN))
                .addStatement("return $T.of(\n$L)", List.class, columns)
                .build();
    }

    // StructColumn.of(PersonView.type(), "id", size, idColumn())
    private static CodeBlock column(ColumnNode.Column column, ColumnsNames names) {
        ComponentModel component = column.placed().component();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.of($T.type(), $S, size, $L()",
                        Library.STRUCT_COLUMN,
                        names.view().view(),
                        column.path(),
                        names.column(component));
        if (ColumnsNames.hasValidity(column)) {
            code.add(",$W$L(), $L()", names.validity(component), names.validityOffset(column));
        }
        return code.add(")").build();
    }
}
