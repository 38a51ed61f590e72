package dev.ashlar.processor.write.array;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import javax.lang.model.element.Modifier;

/** The fields of an array, the handle, the offset and the size, and the methods that return and release them. */
public final class ArrayFields {
    private ArrayFields() {}

    // private final Memory memory; private final long byteOffset;
    // private final long size;
    static void addTo(TypeSpec.Builder array) {
        addFieldsTo(array);
        array.addMethod(constructor().build());
    }

    public static void addFieldsTo(TypeSpec.Builder array) {
        array.addField(Library.MEMORY, "memory", Modifier.PRIVATE, Modifier.FINAL);
        array.addField(TypeName.LONG, "byteOffset", Modifier.PRIVATE, Modifier.FINAL);
        array.addField(TypeName.LONG, "size", Modifier.PRIVATE, Modifier.FINAL);
    }

    static void addMethodsTo(TypeSpec.Builder array, GeneratedNames names) {
        array.addMethod(Library.getter("memory", Library.MEMORY));
        array.addMethod(release("free", names));
        array.addMethod(release("close", names));
        array.addMethod(toStringMethod(names.array()));
    }

    // private PersonArray(Memory memory, long byteOffset, long size) {
    //     this.memory = memory; this.byteOffset = byteOffset; this.size = size;
    public static MethodSpec.Builder constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "size")
                .addStatement("this.memory = memory")
                .addStatement("this.byteOffset = byteOffset")
                .addStatement("this.size = size");
    }

    // public void free() {
    //     StructRange.free(memory, byteOffset, size * PersonView.BYTE_SIZE);
    private static MethodSpec release(String name, GeneratedNames names) {
        return Library.override(name)
                .addStatement(
                        "$T.$L(memory, byteOffset, size * $T.BYTE_SIZE)", Library.STRUCT_RANGE, name, names.view())
                .build();
    }

    // public String toString() {
    //     return "PersonArray[size=" + size + ", memory=" + memory + "]";
    public static MethodSpec toStringMethod(ClassName type) {
        return Library.override("toString")
                .returns(String.class)
                .addStatement("return $S + size + $S + memory + $S", type.simpleName() + "[size=", ", memory=", "]")
                .build();
    }
}
