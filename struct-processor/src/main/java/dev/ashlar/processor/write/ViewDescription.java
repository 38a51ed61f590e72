package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import java.lang.foreign.MemoryLayout;
import javax.lang.model.element.Modifier;

/** The description of the struct, in a nested class so that views start without it. */
final class ViewDescription {
    private ViewDescription() {}

    static void addTo(TypeSpec.Builder view, StructModel struct, StructLayout layout, StructNaming naming) {
        TypeName structType = ParameterizedTypeName.get(Library.STRUCT_TYPE, naming.struct(), naming.view());
        view.addMethod(type(structType, naming));
        view.addMethod(layoutMethod());
        view.addType(description(structType, struct, layout, naming));
    }

    // public static StructType<Person, PersonView> type() {
    //     return Description.TYPE;
    private static MethodSpec type(TypeName structType, StructNaming naming) {
        return MethodSpec.methodBuilder("type")
                .addJavadoc("The description of the struct.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(structType)
                .addStatement("return $L.TYPE", naming.description())
                .build();
    }

    // public static MemoryLayout layout() {
    //     return type().layout();
    private static MethodSpec layoutMethod() {
        return MethodSpec.methodBuilder("layout")
                .addJavadoc("The layout for {@code java.lang.foreign}; C functions take and return it by value.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(MemoryLayout.class)
                .addStatement("return type().layout()")
                .build();
    }

    // private static final class Description extends StructType<Person, PersonView> {
    //     static final StructType<Person, PersonView> TYPE = new Description();
    private static TypeSpec description(
            TypeName structType, StructModel struct, StructLayout layout, StructNaming naming) {
        return TypeSpec.classBuilder(naming.description())
                .addJavadoc("Made when it is first asked for.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(structType)
                .addField(FieldSpec.builder(structType, "TYPE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $L()", naming.description())
                        .build())
                .addMethod(constructor(struct, layout, naming))
                .addMethod(at(naming))
                .build();
    }

    // super("p.Person", BYTE_SIZE, BYTE_ALIGNMENT,
    //         StructComponent.value("id", "int", StorageType.I32, OFFSET_ID), ...
    private static MethodSpec constructor(StructModel struct, StructLayout layout, StructNaming naming) {
        CodeBlock components = layout.components().stream()
                .map(placed -> component(placed, naming))
                .collect(CodeBlock.joining(",\n"));
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement(
                        "super(\n$S,\nBYTE_SIZE,\nBYTE_ALIGNMENT,\n$L)",
                        struct.name().canonicalName(),
                        components)
                .build();
    }

    // StructComponent.value("id", "int", StorageType.I32, OFFSET_ID)
    // StructComponent.sequence("name", "String", StorageType.U8, OFFSET_NAME, LENGTH_NAME)
    private static CodeBlock component(PlacedComponent placed, StructNaming naming) {
        String offset = naming.offset(placed.component());
        CodeBlock place = placed.type() instanceof ComponentType.FixedText
                ? CodeBlock.of("$L, $L", offset, naming.length(placed.component()))
                : CodeBlock.of("$L", offset);
        return CodeBlock.of(
                "$T.$L($S, $S, $T.$L, $L)",
                Library.STRUCT_COMPONENT,
                placed.type() instanceof ComponentType.FixedText ? "sequence" : "value",
                placed.name(),
                placed.type().typeName(),
                Library.STORAGE_TYPE,
                placed.type().storageType(),
                place);
    }

    // public PersonView at(Memory memory, long byteOffset) {
    //     return PersonView.at(memory, byteOffset);
    private static MethodSpec at(StructNaming naming) {
        return Library.override("at")
                .returns(naming.view())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("return $T.at(memory, byteOffset)", naming.view())
                .build();
    }
}
