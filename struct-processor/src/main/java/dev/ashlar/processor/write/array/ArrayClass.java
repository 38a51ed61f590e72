package dev.ashlar.processor.write.array;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;

/** The array of a struct, put together from its features in a fixed order. */
public final class ArrayClass {
    private ArrayClass() {}

    // /** A fixed number of Person in memory, one after the other. */
    // public final class PersonArray implements StructArray<Person, PersonView> {
    public static TypeSpec of(StructModel struct, StructLayout layout, GeneratedNames names) {
        TypeSpec.Builder array = Library.classFor(struct, names.array())
                .addJavadoc(javadoc(names))
                .addSuperinterface(ParameterizedTypeName.get(Library.STRUCT_ARRAY, names.struct(), names.view()));
        ArrayFields.addTo(array, names);
        ArrayFactories.addTo(array, layout, names);
        ArrayElements.addTo(array, names);
        ArrayFields.addMethodsTo(array, names);
        return array.build();
    }

    private static CodeBlock javadoc(GeneratedNames names) {
        return CodeBlock.builder()
                .add(
                        "A fixed number of {@link $T} in memory, one after the other, each at a multiple of\n",
                        names.struct())
                .add("{@link $T#BYTE_SIZE} bytes from the first.\n\n", names.view())
                .add("@see $T\n", names.view())
                .build();
    }
}
