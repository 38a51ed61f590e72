package dev.ashlar.processor.write.array;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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
    // private final long size; private final boolean isSlice;
    static void addTo(TypeSpec.Builder array, GeneratedNames names) {
        addFieldsTo(array);
        array.addMethod(constructor().build());
        array.addMethod(sliceConstructor(
                        names, names.array(), CodeBlock.of("whole.byteOffset + from * $T.BYTE_SIZE", names.view()))
                .build());
    }

    public static void addFieldsTo(TypeSpec.Builder array) {
        array.addField(Library.MEMORY, "memory", Modifier.PRIVATE, Modifier.FINAL);
        array.addField(TypeName.LONG, "byteOffset", Modifier.PRIVATE, Modifier.FINAL);
        array.addField(TypeName.LONG, "size", Modifier.PRIVATE, Modifier.FINAL);
        array.addField(TypeName.BOOLEAN, "isSlice", Modifier.PRIVATE, Modifier.FINAL);
    }

    static void addMethodsTo(TypeSpec.Builder array, GeneratedNames names) {
        array.addMethod(Library.getter("memory", Library.MEMORY));
        array.addMethod(address());
        addReleasesTo(array, names, CodeBlock.of("size * $T.BYTE_SIZE", names.view()));
        array.addMethod(toStringMethod(names.array()));
    }

    // private PersonArray(Memory memory, long byteOffset, long size) {
    //     this.memory = memory; this.byteOffset = byteOffset; this.size = size; this.isSlice = false;
    public static MethodSpec.Builder constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "size")
                .addStatement("this.memory = memory")
                .addStatement("this.byteOffset = byteOffset")
                .addStatement("this.size = size")
                .addStatement("this.isSlice = false");
    }

    /**
     * The constructor of a slice.
     *
     * @param names those of the struct
     * @param type the class of the whole and of the slice
     * @param byteOffset an expression for where the slice starts
     */
    // private PersonArray(PersonArray whole, long from, long to) {
    //     this.memory = whole.memory; this.byteOffset = whole.byteOffset + from * PersonView.BYTE_SIZE; ...
    public static MethodSpec.Builder sliceConstructor(GeneratedNames names, ClassName type, CodeBlock byteOffset) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(type, "whole")
                .addParameter(TypeName.LONG, "from")
                .addParameter(TypeName.LONG, "to")
                .addStatement("this.memory = whole.memory")
                .addStatement("this.byteOffset = $L", byteOffset)
                .addStatement(
                        "this.size = $T.ofSlice($S, from, to, whole.size)", Library.STRUCT_RANGE, names.inMessages())
                .addStatement("this.isSlice = true");
    }

    // public PersonArray slice(long from, long to) {
    //     return new PersonArray(this, from, to);
    public static MethodSpec slice(ClassName type) {
        return Library.override("slice")
                .returns(type)
                .addParameter(TypeName.LONG, "from")
                .addParameter(TypeName.LONG, "to")
                .addStatement("return new $T(this, from, to)", type)
                .build();
    }

    // public long address() {
    //     return StructRange.address(memory, byteOffset);
    private static MethodSpec address() {
        return Library.override("address")
                .returns(TypeName.LONG)
                .addStatement("return $T.address(memory, byteOffset)", Library.STRUCT_RANGE)
                .build();
    }

    /**
     * Adds {@code free} and {@code close}, of which only the first refuses anything, and so has a message.
     *
     * @param names those of the struct
     * @param byteSize an expression for the size of the array or columns
     */
    // public void free() { StructRange.free("p.Person", memory, byteOffset, size * PersonView.BYTE_SIZE, isSlice); }
    // public void close() { StructRange.close(memory, byteOffset, size * PersonView.BYTE_SIZE, isSlice); }
    public static void addReleasesTo(TypeSpec.Builder array, GeneratedNames names, CodeBlock byteSize) {
        array.addMethod(Library.override("free")
                .addStatement(
                        "$T.free($S, memory, byteOffset, $L, isSlice)",
                        Library.STRUCT_RANGE,
                        names.inMessages(),
                        byteSize)
                .build());
        array.addMethod(Library.override("close")
                .addStatement("$T.close(memory, byteOffset, $L, isSlice)", Library.STRUCT_RANGE, byteSize)
                .build());
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
