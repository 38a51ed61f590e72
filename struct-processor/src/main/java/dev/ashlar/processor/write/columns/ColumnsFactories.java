package dev.ashlar.processor.write.columns;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.write.array.ArrayFactories;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.view.LinkCode;
import javax.lang.model.element.Modifier;

/** The factory methods of columns: in new memory, as a copy of records or of an array, or over existing memory. */
final class ColumnsFactories {
    private ColumnsFactories() {}

    static void addTo(TypeSpec.Builder columns, StructLayout layout, ColumnsNames names) {
        columns.addMethod(allocate(names));
        columns.addMethod(ArrayFactories.copyOf(
                names.columns(),
                "columns",
                ArrayFactories.copies("columns that hold", "block"),
                names.rows().struct()));
        columns.addMethod(copyOf(names));
        columns.addMethod(at(layout, names));
    }

    // public static PersonColumns allocate(Allocator allocator, long count) {
    //     return new PersonColumns(StructRange.allocate(allocator, byteSize(count), BYTE_ALIGNMENT), 0, count);
    private static MethodSpec allocate(ColumnsNames names) {
        return factory("allocate", names)
                .addJavadoc(
                        "Allocates columns for {@code count} structs, zeroed. If {@code count} is 0, nothing is taken\nfrom the allocator.\n\n")
                .addJavadoc("@throws $T if {@code count} is negative\n", IllegalArgumentException.class)
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "count")
                .addCode(LinkCode.checkOf(names.view()))
                .addStatement(
                        "return new $T($T.allocate(allocator, byteSize(count), BYTE_ALIGNMENT), 0, count)",
                        names.columns(),
                        Library.STRUCT_RANGE)
                .build();
    }

    // PersonColumns columns = allocate(allocator, array.size());
    // columns.copyFrom(array); return columns;
    private static MethodSpec copyOf(ColumnsNames names) {
        return factory("copyOf", names)
                .addJavadoc("Allocates columns that hold the structs of {@code array}.\n")
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(names.rows().array(), "array")
                .addStatement("$T columns = allocate(allocator, array.size())", names.columns())
                .addCode(ArrayFactories.freedWhenRefused(
                        "columns",
                        CodeBlock.builder()
                                .addStatement("columns.copyFrom(array)")
                                .addStatement("return columns")
                                .build()))
                .build();
    }

    private static MethodSpec at(StructLayout layout, ColumnsNames names) {
        return ArrayFactories.at(
                layout,
                names.view(),
                names.columns(),
                CodeBlock.of(
                        "Returns the columns of {@code count} structs that start at {@code byteOffset} of {@code memory}. Nothing is\nwritten. The alignment of each column is counted from that offset.\n"),
                CodeBlock.of("byteSize(count)"));
    }

    private static MethodSpec.Builder factory(String name, ColumnsNames names) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.columns());
    }
}
