package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.ColumnNode;
import dev.ashlar.processor.write.array.ArrayFields;
import dev.ashlar.processor.write.library.ElementIterator;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.view.ViewConstants;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The fields of columns, the handle, the offset, the size and the start of each column, and the methods that return and
 * release them.
 */
final class ColumnsFields {
    private ColumnsFields() {}

    // private final Memory memory; private final long byteOffset; private final long size;
    // private final long heightColumn;
    static void addTo(TypeSpec.Builder columns, ColumnsNames names) {
        columns.addField(
                FieldSpec.builder(TypeName.LONG, "BYTE_ALIGNMENT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The alignment of each column in bytes, counted from the first.\n")
                        .initializer("$L", names.layout().byteAlignment())
                        .build());
        ViewConstants.addLengthsTo(
                columns,
                names.layout().columns().stream().map(ColumnNode.Column::placed).toList(),
                names.rows());
        ArrayFields.addFieldsTo(columns);
        for (ColumnNode.Column column : names.layout().columns()) {
            columns.addField(
                    TypeName.LONG, names.column(column.placed().component()), Modifier.PRIVATE, Modifier.FINAL);
            if (ColumnsNames.hasValidity(column)) {
                columns.addField(
                        TypeName.LONG, names.validity(column.placed().component()), Modifier.PRIVATE, Modifier.FINAL);
            }
        }
        if (names.haveValidity()) {
            columns.addField(FieldSpec.builder(TypeName.LONG, "firstBit", Modifier.PRIVATE, Modifier.FINAL)
                    .addJavadoc("The position of the first row in each validity bitmap.\n")
                    .build());
        }
        columns.addMethod(constructor(names));
        columns.addMethod(sliceConstructor(names));
    }

    // this.idColumn = byteOffset;
    // this.heightColumn = ColumnRange.after("p.Person", idColumn, size, 4, BYTE_ALIGNMENT);
    private static MethodSpec constructor(ColumnsNames names) {
        MethodSpec.Builder constructor = ArrayFields.constructor();
        CodeBlock start = CodeBlock.of("byteOffset");
        for (ColumnNode.Column column : names.layout().columns()) {
            String field = names.column(column.placed().component());
            constructor.addStatement("this.$L = $L", field, start);
            start = after(names, field, CodeBlock.of("$L", column.placed().byteSize()));
            if (ColumnsNames.hasValidity(column)) {
                String validity = names.validity(column.placed().component());
                constructor.addStatement("this.$L = $L", validity, start);
                start = after(names, validity, bits(names, column));
            }
        }
        if (names.haveValidity()) {
            constructor.addStatement("this.firstBit = 0");
        }
        return constructor.build();
    }

    // ColumnRange.after("p.Person", idColumn, size, 4, BYTE_ALIGNMENT)
    // ColumnRange.after("p.Person", ageValidity, size, ColumnRange.BIT, BYTE_ALIGNMENT)
    private static CodeBlock after(ColumnsNames names, String field, CodeBlock elementByteSize) {
        return CodeBlock.of(
                "$T.after($S, $L, size, $L, BYTE_ALIGNMENT)",
                Library.COLUMN_RANGE,
                names.view().inMessages(),
                field,
                elementByteSize);
    }

    // this.idColumn = whole.idColumn + from * 4;
    // this.heightColumn = whole.heightColumn + from * 8;
    private static MethodSpec sliceConstructor(ColumnsNames names) {
        MethodSpec.Builder constructor =
                ArrayFields.sliceConstructor(names.view(), names.columns(), CodeBlock.of("whole.byteOffset"));
        for (ColumnNode.Column column : names.layout().columns()) {
            String field = names.column(column.placed().component());
            constructor.addStatement(
                    "this.$L = whole.$L + from * $L",
                    field,
                    field,
                    column.placed().byteSize());
            if (ColumnsNames.hasValidity(column)) {
                constructor.addStatement(
                        "this.$1L = whole.$1L", names.validity(column.placed().component()));
            }
        }
        if (names.haveValidity()) {
            constructor.addStatement("this.firstBit = whole.firstBit + from");
        }
        return constructor.build();
    }

    static void addSizesTo(TypeSpec.Builder columns, ColumnsNames names) {
        columns.addMethod(byteSize(names));
        columns.addMethod(Library.getter("size", TypeName.LONG));
        columns.addMethod(get(names));
        columns.addMethod(ElementIterator.ofSequence(names.row()));
        columns.addMethod(ColumnsCursor.method(names));
        columns.addMethod(slice(names));
    }

    private static MethodSpec slice(ColumnsNames names) {
        MethodSpec slice = ArrayFields.slice(names.columns());
        return names.haveValidity()
                ? slice.toBuilder()
                        .addJavadoc(
                                "Slices that different threads store into start at multiples of 8 rows, which share a byte of each validity\nbitmap.\n")
                        .build()
                : slice;
    }

    // public static long byteSize(long count) {
    //     return ColumnRange.byteSize("p.Person", count, BYTE_ALIGNMENT, 4, 8, 4);
    private static MethodSpec byteSize(ColumnsNames names) {
        List<ColumnNode.Column> all = names.layout().columns();
        CodeBlock sizes = all.stream().flatMap(column -> sizes(names, column)).collect(CodeBlock.joining(",$W"));
        return MethodSpec.methodBuilder("byteSize")
                .addJavadoc(
                        "Returns the size in bytes of columns for {@code count} structs, a multiple of the alignment.\n\n")
                .addJavadoc(
                        "@throws $T if {@code count} is negative, or the size does not fit in a {@code long}\n",
                        IllegalArgumentException.class)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(TypeName.LONG)
                .addParameter(TypeName.LONG, "count")
                .addStatement(
                        "return $T.byteSize($S, count, BYTE_ALIGNMENT,$W$L)",
                        Library.COLUMN_RANGE,
                        names.view().inMessages(),
                        sizes)
                .build();
    }

    // public Row get(long index) {
    //     return new Row(this, memory, StructRange.checkIndex("p.Person", index, size));
    private static MethodSpec get(ColumnsNames names) {
        return Library.override("get")
                .returns(names.row())
                .addParameter(TypeName.LONG, "index")
                .addStatement(
                        "return new $T(this, memory, $T.checkIndex($S, index, size))",
                        names.row(),
                        Library.STRUCT_RANGE,
                        names.view().inMessages())
                .build();
    }

    /** The part of a validity bitmap that one struct takes. */
    // ColumnRange.BIT
    // ColumnRange.bits(LENGTH_LEVELS)
    private static CodeBlock bits(ColumnsNames names, ColumnNode.Column column) {
        return names.bitsOfRow(column)
                .map(bits -> CodeBlock.of("$T.bits($L)", Library.COLUMN_RANGE, bits))
                .orElseGet(() -> CodeBlock.of("$T.BIT", Library.COLUMN_RANGE));
    }

    // 8
    // ColumnRange.BIT
    private static Stream<CodeBlock> sizes(ColumnsNames names, ColumnNode.Column column) {
        CodeBlock bytes = CodeBlock.of("$L", column.placed().byteSize());
        return ColumnsNames.hasValidity(column) ? Stream.of(bytes, bits(names, column)) : Stream.of(bytes);
    }

    // public int validityOffset() {
    //     return (int) (firstBit % Byte.SIZE);
    private static MethodSpec validityOffset(ColumnsNames names) {
        return MethodSpec.methodBuilder("validityOffset")
                .addJavadoc(
                        "Returns the position of the first row in the first byte of each validity bitmap$L: 0, but for a slice.\n",
                        names.haveBitsOfElements() ? " with one bit a row" : "")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return (int) (firstBit % $T.SIZE)", Byte.class)
                .build();
    }

    static void addMethodsTo(TypeSpec.Builder columns, ColumnsNames names) {
        if (names.haveBitOfRow()) {
            columns.addMethod(validityOffset(names));
        }
        columns.addMethod(Library.getter("memory", Library.MEMORY));
        columns.addMethod(address(names));
        ArrayFields.addReleasesTo(columns, names.view(), CodeBlock.of("byteSize(size)"));
        columns.addMethod(ArrayFields.toStringMethod(names.columns()));
    }

    // public long address() {
    //     return ColumnRange.address("p.Person", memory, byteOffset, isSlice);
    private static MethodSpec address(ColumnsNames names) {
        return Library.override("address")
                .returns(TypeName.LONG)
                .addStatement(
                        "return $T.address($S, memory, byteOffset, isSlice)",
                        Library.COLUMN_RANGE,
                        names.view().inMessages())
                .build();
    }
}
