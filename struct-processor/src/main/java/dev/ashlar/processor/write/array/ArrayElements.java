package dev.ashlar.processor.write.array;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.ElementIterator;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The elements of an array; everything else about them derives from these in {@code StructArray}. */
final class ArrayElements {
    private ArrayElements() {}

    static void addTo(TypeSpec.Builder array, GeneratedNames names) {
        array.addMethod(Library.getter("size", TypeName.LONG));
        array.addMethod(get(names));
        for (TypeName index : List.of(TypeName.LONG, TypeName.INT)) {
            array.addMethod(read(names, index));
            array.addMethod(setRecord(names, index));
        }
        array.addMethod(set(names));
        array.addMethod(elementOffset(names));
        array.addMethod(ElementIterator.ofSequence(names.view()));
        array.addMethod(cursor(names));
        array.addMethod(ArrayFields.slice(names.array()));
    }

    // public PersonView get(long index) {
    //     return new PersonView(memory, elementOffset(index));
    private static MethodSpec get(GeneratedNames names) {
        return Library.override("get")
                .returns(names.view())
                .addParameter(TypeName.LONG, "index")
                .addStatement("return new $T(memory, elementOffset(index))", names.view())
                .build();
    }

    /** Without a view, and not shared with other arrays: the JIT knows what is read here. */
    // public Person read(long index) {
    //     return PersonView.read(memory, elementOffset(index));
    private static MethodSpec read(GeneratedNames names, TypeName index) {
        return Library.override("read")
                .returns(names.struct())
                .addParameter(index, "index")
                .addStatement("return $T.read(memory, elementOffset(index))", names.view())
                .build();
    }

    // public void set(long index, Person value) {
    //     PersonView.write(memory, elementOffset(index), value);
    private static MethodSpec setRecord(GeneratedNames names, TypeName index) {
        return Library.override("set")
                .addParameter(index, "index")
                .addParameter(names.struct(), "value")
                .addStatement("$T.write(memory, elementOffset(index), value)", names.view())
                .build();
    }

    // public void set(long index, PersonView view) {
    //     PersonView.copy(view.memory(), view.byteOffset(), memory, elementOffset(index));
    private static MethodSpec set(GeneratedNames names) {
        return Library.override("set")
                .addParameter(TypeName.LONG, "index")
                .addParameter(names.view(), "view")
                .addStatement("$T.copy(view.memory(), view.byteOffset(), memory, elementOffset(index))", names.view())
                .build();
    }

    // public PersonView.Cursor cursor() {
    //     return new PersonView.Cursor(memory, byteOffset, size);
    private static MethodSpec cursor(GeneratedNames names) {
        return MethodSpec.methodBuilder("cursor")
                .addJavadoc(
                        "Returns a cursor before the first element: {@code while (cursor.advance())}, or by {@code moveTo(index)}.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.cursor())
                .addStatement("return new $T(memory, byteOffset, size)", names.cursor())
                .build();
    }

    // private long elementOffset(long index) {
    //     return StructRange.ofElement("p.Person", byteOffset, index, size, PersonView.BYTE_SIZE);
    private static MethodSpec elementOffset(GeneratedNames names) {
        return MethodSpec.methodBuilder("elementOffset")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .addParameter(TypeName.LONG, "index")
                .addStatement(
                        "return $T.ofElement($S, byteOffset, index, size, $T.BYTE_SIZE)",
                        Library.STRUCT_RANGE,
                        names.inMessages(),
                        names.view())
                .build();
    }
}
