package dev.ashlar.processor.write.array;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.view.AtomicCheck;
import dev.ashlar.processor.write.view.LinkCode;
import java.util.Collection;
import javax.lang.model.element.Modifier;

/** The factory methods of an array: in new memory, as a copy of records, or over existing memory. */
public final class ArrayFactories {
    private ArrayFactories() {}

    static void addTo(TypeSpec.Builder array, StructLayout layout, GeneratedNames names) {
        array.addMethod(allocate(names));
        array.addMethod(copyOf(names.array(), "array", copies("an array that holds", "array"), names.struct()));
        array.addMethod(at(layout, names));
    }

    // long byteSize = StructRange.ofArray("p.Person", count, PersonView.BYTE_SIZE);
    // return new PersonArray(StructRange.allocate(allocator, byteSize, PersonView.BYTE_ALIGNMENT), 0, count);
    private static MethodSpec allocate(GeneratedNames names) {
        return factory("allocate", names)
                .addJavadoc(
                        "Allocates {@code count} structs at a multiple of {@link $T#BYTE_ALIGNMENT}; their bytes are zero. If\n{@code count} is 0, nothing is taken from the allocator.\n\n",
                        names.view())
                .addJavadoc("@throws $T if {@code count} is negative\n", IllegalArgumentException.class)
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(TypeName.LONG, "count")
                .addCode(LinkCode.checkOf(names))
                .addStatement(
                        "long byteSize = $T.ofArray($S, count, $T.BYTE_SIZE)",
                        Library.STRUCT_RANGE,
                        names.inMessages(),
                        names.view())
                .addStatement(
                        "return new $T($T.allocate(allocator, byteSize, $T.BYTE_ALIGNMENT), 0, count)",
                        names.array(),
                        Library.STRUCT_RANGE,
                        names.view())
                .build();
    }

    // PersonArray array = allocate(allocator, values.size());
    // try { long index = 0; for (Person value : values) { array.set(index++, value); } return array; } catch ...
    public static MethodSpec copyOf(ClassName made, String variable, CodeBlock javadoc, ClassName struct) {
        TypeName values = ParameterizedTypeName.get(ClassName.get(Collection.class), struct);
        return MethodSpec.methodBuilder("copyOf")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(made)
                .addJavadoc(javadoc)
                .addParameter(Library.ALLOCATOR, "allocator")
                .addParameter(values, "values")
                .addStatement("$T $L = allocate(allocator, values.size())", made, variable)
                .addCode(freedWhenRefused(
                        variable,
                        CodeBlock.builder()
                                .addStatement("long index = 0")
                                .beginControlFlow("for ($T value : values)", struct)
                                .addStatement("$L.set(index++, value)", variable)
                                .endControlFlow()
                                .addStatement("return $L", variable)
                                .build()))
                .build();
    }

    /** The Javadoc of a copy of records: the copy, and its fate when a record is refused. */
    public static CodeBlock copies(String holding, String freed) {
        return CodeBlock.of(
                "Allocates $L {@code values}. If one of them is refused, the $L is freed again, provided that the\nallocator frees single blocks.\n",
                holding,
                freed);
    }

    // try { ... return array;
    // } catch (RuntimeException | Error refused) { array.close(); throw refused; }
    public static CodeBlock freedWhenRefused(String variable, CodeBlock filling) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(filling)
                .nextControlFlow("catch ($T | $T refused)", RuntimeException.class, Error.class)
                .addStatement("$L.close()", variable)
                .addStatement("throw refused")
                .endControlFlow()
                .build();
    }

    private static MethodSpec at(StructLayout layout, GeneratedNames names) {
        return at(
                layout,
                names,
                names.array(),
                CodeBlock.of(
                        "Returns the {@code count} structs that start at {@code byteOffset} of {@code memory}. Nothing is written.\n"),
                CodeBlock.of(
                        "$T.ofArray($S, count, $T.BYTE_SIZE)", Library.STRUCT_RANGE, names.inMessages(), names.view()));
    }

    /**
     * The factory method for structs in existing memory.
     *
     * @param view the names in the view of the struct
     * @param made the class that is returned
     * @param byteSize an expression for the size of {@code count} structs
     */
    // StructRange.require("p.Person", memory, byteOffset, StructRange.ofArray("p.Person", count,
    // PersonView.BYTE_SIZE));
    // return new PersonArray(memory, byteOffset, count);
    public static MethodSpec at(
            StructLayout layout, GeneratedNames view, ClassName made, CodeBlock javadoc, CodeBlock byteSize) {
        return MethodSpec.methodBuilder("at")
                .addJavadoc("$L\n", javadoc)
                .addJavadoc("@throws $T if they do not fit there\n", IndexOutOfBoundsException.class)
                .addJavadoc("@throws $T if {@code count} is negative\n", IllegalArgumentException.class)
                .addJavadoc(AtomicCheck.javadoc(layout))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(made)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "count")
                .addCode(LinkCode.checkOf(view))
                .addStatement(
                        "$T.require($S, memory, byteOffset,$W$L)", Library.STRUCT_RANGE, view.inMessages(), byteSize)
                .addCode(AtomicCheck.check(layout))
                .addStatement("return new $T(memory, byteOffset, count)", made)
                .build();
    }

    private static MethodSpec.Builder factory(String name, GeneratedNames names) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.array());
    }
}
