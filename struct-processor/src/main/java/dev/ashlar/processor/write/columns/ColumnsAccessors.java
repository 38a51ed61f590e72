package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.view.LinkCode;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The values of columns by their index, and whole columns: named as the components are, also where rows have properties. */
final class ColumnsAccessors {
    /**
     * The value of a column, or what a codec stores for it.
     *
     * @param ofRow the accessors of a row that read or write it as a whole, or an element of it
     */
    private record Form(ComponentCode code, List<MethodSpec> ofRow) {}

    private ColumnsAccessors() {}

    static void addTo(TypeSpec.Builder columns, ColumnsNames names) {
        for (ColumnNode.Column column : names.layout().columns()) {
            ComponentCode code = names.code(column).isOneAccess() ? names.indexedCode(column) : names.code(column);
            List<Form> forms = code.forms().stream()
                    .map(form -> new Form(form, ofRow(form, names)))
                    .toList();
            forms.forEach(form -> addAccessors(columns, form, names));
            columns.addMethod(segment(column, names));
            if (ColumnsNames.hasValidity(column)) {
                columns.addMethod(validity(column, names));
                names.bitsOfRow(column)
                        .map(bits -> validityOffset(column, bits, names))
                        .ifPresent(columns::addMethod);
            }
            forms.forEach(form -> addFill(columns, form, column, names));
        }
    }

    private static void addAccessors(TypeSpec.Builder columns, Form form, ColumnsNames names) {
        ComponentCode code = form.code();
        for (MethodSpec accessor : form.ofRow()) {
            for (TypeName index : List.of(TypeName.INT, TypeName.LONG)) {
                if (goesWith(accessor, index)) {
                    columns.addMethod(withIndex(accessor, index, code, names));
                }
            }
        }
        code.numberOfConstant(LinkCode.checkOf(names.view()), code.numberName() + "(long)")
                .ifPresent(columns::addMethod);
    }

    private static void addFill(TypeSpec.Builder columns, Form form, ColumnNode.Column column, ColumnsNames names) {
        form.ofRow().stream()
                .filter(accessor -> form.code().canFill()
                        && accessor.name().equals(form.code().setterName())
                        && accessor.parameters().size() == 1)
                .findFirst()
                .ifPresent(setter -> columns.addMethod(fill(setter, form.code(), column, names)));
    }

    /** The accessors of a row that read or write the component as a whole, or an element of it. */
    private static List<MethodSpec> ofRow(ComponentCode code, ColumnsNames names) {
        TypeSpec.Builder row = TypeSpec.classBuilder(names.row());
        code.addAccessors(row);
        Set<String> asWhole = code.namesInColumns().keySet();
        return row.build().methodSpecs().stream()
                .filter(method -> asWhole.contains(method.name()))
                .toList();
    }

    /** An element of an array is reached by two indexes of the same type: all combinations would help nobody. */
    private static boolean goesWith(MethodSpec accessor, TypeName index) {
        return !hasIndex(accessor) || accessor.parameters().getFirst().type().equals(index);
    }

    private static boolean hasIndex(MethodSpec accessor) {
        return !accessor.parameters().isEmpty()
                && accessor.parameters().getFirst().name().equals("index");
    }

    /**
     * A number is accessed without a row: with a row for each access, the JIT does not remove the checks of a loop whose
     * second access depends on the first.
     */
    // public double height(long index) {
    //     return memory.loadF64(heightColumn + StructRange.checkIndex("p.Person", index, size()) * 8);
    // public String name(long index) {
    //     return get(index).name();
    private static MethodSpec withIndex(
            MethodSpec accessor, TypeName indexType, ComponentCode code, ColumnsNames names) {
        String index = hasIndex(accessor) ? "row" : "index";
        String arguments =
                accessor.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining(", "));
        CodeBlock call = CodeBlock.of("get($L).$L($L)", index, accessor.name(), arguments);
        boolean isSetter = accessor.returnType().equals(names.row());
        MethodSpec.Builder method = MethodSpec.methodBuilder(
                        Objects.requireNonNull(code.namesInColumns().get(accessor.name()), "no name in columns"))
                .addJavadoc(accessor.javadoc())
                .addModifiers(Modifier.PUBLIC)
                .returns(isSetter ? names.columns() : accessor.returnType())
                .addParameter(indexType, index)
                .addParameters(accessor.parameters());
        if (code.isOneAccess()) {
            return method.addCode(accessor.code()).build();
        }
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

    // public MemorySegment ageValidity() {
    //     return ColumnRange.validity(memory, ageValidity, firstBit, size);
    private static MethodSpec validity(ColumnNode.Column column, ColumnsNames names) {
        String name = names.validity(column.placed().component());
        Optional<CodeBlock> bits = names.bitsOfRow(column);
        if (bits.isPresent()) {
            return validityOfElements(column, bits.get(), names);
        }
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Returns the validity bitmap of the column {@code $L} as a segment, which {@code free()} does not revoke: bit\n{@code validityOffset()} of its first byte is that of the first row, and 1 stands for a value.\n",
                        column.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(MemorySegment.class)
                .addStatement("return $T.validity(memory, $L, firstBit, size)", Library.COLUMN_RANGE, name)
                .build();
    }

    // public MemorySegment levelsValidity() {
    //     return ColumnRange.validity(memory, levelsValidity, firstBit * LENGTH_LEVELS, size * LENGTH_LEVELS);
    private static MethodSpec validityOfElements(ColumnNode.Column column, CodeBlock bits, ColumnsNames names) {
        String name = names.validity(column.placed().component());
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Returns the validity bitmap of the elements in the column {@code $L} as a segment, which {@code free()} does not\nrevoke: bit {@code $L()} of its first byte is that of the first element of the first row, and 1\nstands for a value.\n",
                        column.name(),
                        names.validityOffset(column))
                .addModifiers(Modifier.PUBLIC)
                .returns(MemorySegment.class)
                .addStatement(
                        "return $T.validity(memory, $L, firstBit * $L,$Wsize * $L)",
                        Library.COLUMN_RANGE,
                        name,
                        bits,
                        bits)
                .build();
    }

    // public int levelsValidityOffset() {
    //     return (int) (firstBit * LENGTH_LEVELS % Byte.SIZE);
    private static MethodSpec validityOffset(ColumnNode.Column column, CodeBlock bits, ColumnsNames names) {
        return MethodSpec.methodBuilder(names.validityOffset(column))
                .addJavadoc(
                        "Returns the position of the first bit in the first byte of {@link #$L()}: 0, but for a slice.\n",
                        names.validity(column.placed().component()))
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return (int) (firstBit * $L % $T.SIZE)", bits, Byte.class)
                .build();
    }

    // get(0).height(height);
    // ColumnRange.repeatFirst(memory, heightColumn, size(), 8);
    private static MethodSpec fill(
            MethodSpec setter, ComponentCode code, ColumnNode.Column column, ColumnsNames names) {
        ParameterSpec value = setter.parameters().getFirst();
        MethodSpec.Builder fill = MethodSpec.methodBuilder(names.fills().get(code.accessor()))
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
                        column.placed().byteSize());
        if (ColumnsNames.hasValidity(column)) {
            fill.addStatement(
                    "$T.setAll(memory, $L, firstBit, size())",
                    Library.PRESENCE_BITS,
                    names.validity(column.placed().component()));
        }
        if (code.refuses()) {
            // Columns without rows refuse what all others refuse.
            fill.nextControlFlow("else")
                    .addStatement("var _ = $L", code.checkPresent(code.name(), CodeBlock.of("$L", value.name())));
        }
        return fill.endControlFlow().addStatement("return this").build();
    }
}
