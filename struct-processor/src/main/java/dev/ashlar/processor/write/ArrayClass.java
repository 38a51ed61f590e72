package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;

/** The array of a struct, put together from its features in a fixed order. */
final class ArrayClass {
    private ArrayClass() {}

    // /** A fixed number of Person in memory, one after the other. */
    // public final class PersonArray implements StructArray<Person, PersonView> {
    static TypeSpec of(StructModel struct, StructLayout layout, StructNaming naming) {
        TypeSpec.Builder array = Library.classFor(struct, naming.array())
                .addJavadoc(javadoc(naming))
                .addSuperinterface(ParameterizedTypeName.get(Library.STRUCT_ARRAY, naming.struct(), naming.view()));
        ArrayFields.addTo(array);
        ArrayFactories.addTo(array, layout, naming);
        ArrayElements.addTo(array, naming);
        ArrayFields.addMethodsTo(array, naming);
        return array.build();
    }

    private static CodeBlock javadoc(StructNaming naming) {
        return CodeBlock.builder()
                .add(
                        "A fixed number of {@link $T} in memory, one after the other, each at a multiple of\n",
                        naming.struct())
                .add("{@link $T#BYTE_SIZE} bytes from the first.\n\n", naming.view())
                .add("@see $T\n", naming.view())
                .build();
    }
}
