package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The values of columns by their index, and whole columns: named as the components are, also where rows have properties. */
final class ColumnsAccessors {
    private ColumnsAccessors() {}

    static void addTo(TypeSpec.Builder columns, ColumnsNames names) {
        for (ColumnNode.Column column : names.layout().columns()) {
            ComponentCode code = names.code(column);
            TypeSpec.Builder row = TypeSpec.classBuilder(names.row());
            code.addAccessors(row);
            Set<String> asWhole = Set.copyOf(List.of(code.accessor(), code.getterName(), code.setterName()));
            List<MethodSpec> accessors = row.build().methodSpecs().stream()
                    .filter(method -> asWhole.contains(method.name()))
                    .toList();
            for (MethodSpec accessor : accessors) {
                for (TypeName index : List.of(TypeName.INT, TypeName.LONG)) {
                    if (goesWith(accessor, index)) {
                        columns.addMethod(ofRow(accessor, index, code.accessor(), names));
                    }
                }
            }
            columns.addMethod(segment(column, names));
            accessors.stream()
                    .filter(accessor -> code.canFill() && accessor.parameters().size() == 1)
                    .findFirst()
                    .ifPresent(setter -> columns.addMethod(fill(setter, column, names)));
        }
    }

    /** An element of an array is reached by two indexes of the same type: all combinations would help nobody. */
    private static boolean goesWith(MethodSpec accessor, TypeName index) {
        return !hasIndex(accessor) || accessor.parameters().getFirst().type().equals(index);
    }

    private static boolean hasIndex(MethodSpec accessor) {
        return !accessor.parameters().isEmpty()
                && accessor.parameters().getFirst().name().equals("index");
    }

    // public double height(long index) {
    //     return get(index).height();
    private static MethodSpec ofRow(MethodSpec accessor, TypeName indexType, String name, ColumnsNames names) {
        String index = hasIndex(accessor) ? "row" : "index";
        String arguments =
                accessor.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
        CodeBlock call = CodeBlock.of("get($L).$L($L)", index, accessor.name(), arguments);
        boolean isSetter = accessor.returnType().equals(names.row());
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc(accessor.javadoc())
                .addModifiers(Modifier.PUBLIC)
                .returns(isSetter ? names.columns() : accessor.returnType())
                .addParameter(indexType, index)
                .addParameters(accessor.parameters());
        return isSetter
                ? method.addStatement(call).addStatement("return this").build()
                : method.addStatement("return $L", call).build();
    }

    // public MemorySegment heightColumn() {
    //     return ColumnRange.segment(memory, heightColumn, size, 8);
    private static MethodSpec segment(ColumnNode.Column column, ColumnsNames names) {
        String name = names.column(column.placed().component());
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Returns the whole column {@code $L} as a segment of {@code $L * size()} bytes, which {@code free()} does not revoke.\n",
                        column.name(),
                        column.placed().byteSize())
                .addModifiers(Modifier.PUBLIC)
                .returns(MemorySegment.class)
                .addStatement(
                        "return $T.segment(memory, $L, size, $L)",
                        Library.COLUMN_RANGE,
                        name,
                        column.placed().byteSize())
                .build();
    }

    // get(0).height(height);
    // ColumnRange.repeatFirst(memory, heightColumn, size(), 8);
    private static MethodSpec fill(MethodSpec setter, ColumnNode.Column column, ColumnsNames names) {
        ParameterSpec value = setter.parameters().getFirst();
        return MethodSpec.methodBuilder(names.fills().get(column.name()))
                .addJavadoc("Stores the same value in all rows.\n")
                .addJavadoc(setter.javadoc().isEmpty() ? CodeBlock.of("") : CodeBlock.of("\n$L", setter.javadoc()))
                .addModifiers(Modifier.PUBLIC)
                .returns(names.columns())
                .addParameter(value)
                .beginControlFlow("if (size() > 0)")
                .addStatement("get(0).$L($L)", setter.name(), value.name())
                .addStatement(
                        "$T.repeatFirst(memory, $L, size(), $L)",
                        Library.COLUMN_RANGE,
                        names.column(column.placed().component()),
                        column.placed().byteSize())
                .endControlFlow()
                .addStatement("return this")
                .build();
    }
}
