package dev.ashlar.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The elements of an array; everything else about them derives from these in {@code StructArray}. */
final class ArrayElements {
    private ArrayElements() {}

    static void addTo(TypeSpec.Builder array, StructNaming naming) {
        array.addMethod(Library.getter("size", TypeName.LONG));
        array.addMethod(get(naming));
        array.addMethod(set(naming));
        array.addMethod(elementOffset(naming));
        array.addMethod(ElementIterator.ofSequence(naming.view()));
    }

    // public PersonView get(long index) {
    //     return new PersonView(memory, elementOffset(index));
    private static MethodSpec get(StructNaming naming) {
        return Library.override("get")
                .returns(naming.view())
                .addParameter(TypeName.LONG, "index")
                .addStatement("return new $T(memory, elementOffset(index))", naming.view())
                .build();
    }

    // public void set(long index, PersonView view) {
    //     view.memory().copyTo(view.byteOffset(), memory, elementOffset(index), PersonView.BYTE_SIZE);
    private static MethodSpec set(StructNaming naming) {
        return Library.override("set")
                .addParameter(TypeName.LONG, "index")
                .addParameter(naming.view(), "view")
                .addStatement(
                        "view.memory().copyTo(view.byteOffset(), memory, elementOffset(index), $T.BYTE_SIZE)",
                        naming.view())
                .build();
    }

    // private long elementOffset(long index) {
    //     return StructRange.ofElement(byteOffset, index, size, PersonView.BYTE_SIZE);
    private static MethodSpec elementOffset(StructNaming naming) {
        return MethodSpec.methodBuilder("elementOffset")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .addParameter(TypeName.LONG, "index")
                .addStatement(
                        "return $T.ofElement(byteOffset, index, size, $T.BYTE_SIZE)",
                        Library.STRUCT_RANGE,
                        naming.view())
                .build();
    }
}
