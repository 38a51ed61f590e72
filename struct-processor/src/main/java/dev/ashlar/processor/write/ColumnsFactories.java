package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import javax.lang.model.element.Modifier;

/** How one comes by columns: new memory, a copy of records or of an array, or memory that is there. */
final class ColumnsFactories {
    private ColumnsFactories() {}

    static void addTo(TypeSpec.Builder columns, StructLayout layout, ColumnsNaming naming) {
        columns.addMethod(allocate(naming));
        columns.addMethod(ArrayFactories.copyOf(
                naming.columns(),
                "columns",
                ArrayFactories.copies("columns that hold", "block"),
                naming.rows().struct()));
        columns.addMethod(copyOf(naming));
        columns.addMethod(at(layout, naming));
    }

    // public static PersonColumns allocate(Allocator allocator, long count) {
    //     return new PersonColumns(StructRange.allocate(allocator, byteSize(count), BYTE_ALIGNMENT), 0, count);
    private static MethodSpec allocate(ColumnsNaming naming) {
        return factory("allocate", naming)
                .addJavadoc(
                        "Allocates columns for {@code count} structs, their bytes zero. For none, nothing is taken from the\nallocator.\n\n")
                .addJavadoc("@throws $T if {@code count} is negative\n", IllegalArgumentException.class)
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "count")
                .addCode(LinkCode.checkOf(naming.view()))
                .addStatement(
                        "return new $T($T.allocate(allocator, byteSize(count), BYTE_ALIGNMENT), 0, count)",
                        naming.columns(),
                        Library.STRUCT_RANGE)
                .build();
    }

    // PersonColumns columns = allocate(allocator, array.size());
    // columns.copyFrom(array); return columns;
    private static MethodSpec copyOf(ColumnsNaming naming) {
        return factory("copyOf", naming)
                .addJavadoc("Allocates columns that hold the structs of {@code array}.\n")
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(naming.rows().array(), "array")
                .addStatement("$T columns = allocate(allocator, array.size())", naming.columns())
                .addCode(ArrayFactories.freedWhenRefused(
                        "columns",
                        CodeBlock.builder()
                                .addStatement("columns.copyFrom(array)")
                                .addStatement("return columns")
                                .build()))
                .build();
    }

    // memory.checkRange(byteOffset, byteSize(count));
    // return new PersonColumns(memory, byteOffset, count);
    private static MethodSpec at(StructLayout layout, ColumnsNaming naming) {
        return factory("at", naming)
                .addJavadoc(
                        "The columns of {@code count} structs that lie in {@code memory} from {@code byteOffset} on. Nothing is\nwritten. Their alignment is counted from there.\n\n")
                .addJavadoc("@throws $T if they do not fit there\n", IndexOutOfBoundsException.class)
                .addJavadoc("@throws $T if {@code count} is negative\n", IllegalArgumentException.class)
                .addJavadoc(AtomicCheck.javadoc(layout))
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "count")
                .addCode(LinkCode.checkOf(naming.view()))
                .addStatement("memory.checkRange(byteOffset, byteSize(count))")
                .addCode(AtomicCheck.check(layout))
                .addStatement("return new $T(memory, byteOffset, count)", naming.columns())
                .build();
    }

    private static MethodSpec.Builder factory(String name, ColumnsNaming naming) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(naming.columns());
    }
}
