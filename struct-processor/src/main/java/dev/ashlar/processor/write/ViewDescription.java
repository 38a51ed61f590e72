package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.StructOrder;
import java.lang.foreign.MemoryLayout;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The description of the struct, in a nested class so that views start without it. */
final class ViewDescription {
    private ViewDescription() {}

    static void addTo(
            TypeSpec.Builder view,
            StructModel struct,
            StructLayout layout,
            StructNaming naming,
            List<ComponentCode> components,
            Optional<TailFeatures> tail) {
        List<CodeBlock> described =
                components.stream().map(ComponentCode::described).toList();
        addTo(view, struct, layout, naming, described, check(naming, components), tail);
    }

    /** With the descriptions of components, and the method {@code check}, as the kind of struct asks for. */
    static void addTo(
            TypeSpec.Builder view,
            StructModel struct,
            StructLayout layout,
            StructNaming naming,
            List<CodeBlock> components,
            MethodSpec check,
            Optional<TailFeatures> tail) {
        TypeName structType = ParameterizedTypeName.get(Library.STRUCT_TYPE, naming.struct(), naming.view());
        view.addMethod(type(structType, naming));
        view.addMethod(layoutMethod(layout));
        TypeSpec.Builder description = description(structType, struct, naming, components, check);
        tail.ifPresent(features -> features.addTo(description));
        view.addType(description.build());
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
    private static MethodSpec layoutMethod(StructLayout layout) {
        String byValue = layout.isPlain()
                ? "C functions take and return it by value."
                : "C functions do not take it by value: it is packed, over-aligned or big-endian, holds a struct that is, or has a tail.";
        return MethodSpec.methodBuilder("layout")
                .addJavadoc("The layout for {@code java.lang.foreign}. $L\n", byValue)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(MemoryLayout.class)
                .addStatement("return type().layout()")
                .build();
    }

    // private static final class Description extends StructType<Person, PersonView> {
    //     static final StructType<Person, PersonView> TYPE = new Description();
    private static TypeSpec.Builder description(
            TypeName structType,
            StructModel struct,
            StructNaming naming,
            List<CodeBlock> components,
            MethodSpec check) {
        return TypeSpec.classBuilder(naming.description())
                .addJavadoc("Made when it is first asked for.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(structType)
                .addField(FieldSpec.builder(structType, "TYPE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $L()", naming.description())
                        .build())
                .addMethod(constructor(struct, components))
                .addMethod(check)
                .addMethod(at(naming));
    }

    // super("p.Person", BYTE_SIZE, BYTE_ALIGNMENT,
    //         StructComponent.value("id", "int", StorageType.I32, OFFSET_ID), ...
    private static MethodSpec constructor(StructModel struct, List<CodeBlock> components) {
        StructOrder order = struct.settings().order();
        CodeBlock orderArgument = order == StructOrder.LITTLE_ENDIAN
                ? CodeBlock.of("")
                : CodeBlock.of("$T.$L,\n", Library.STRUCT_ORDER, order);
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement(
                        "super(\n$S,\nBYTE_SIZE,\nBYTE_ALIGNMENT,\n$L$L)",
                        struct.name().canonicalName(),
                        orderArgument,
                        CodeBlock.join(components, ",\n"))
                .build();
    }

    // ComponentValue.require(component, value);
    // FixedString.encode(ComponentPath.of(component, "name"), value.name(), LENGTH_NAME); return value;
    private static MethodSpec check(StructNaming naming, List<ComponentCode> components) {
        MethodSpec.Builder check = Library.override("check")
                .returns(naming.struct())
                .addParameter(Object.class, "component")
                .addParameter(naming.struct(), "value");
        List<ComponentCode> refusing =
                components.stream().filter(ComponentCode::refuses).toList();
        if (refusing.isEmpty()) {
            return check.addStatement("return $T.require(component, value)", Library.COMPONENT_VALUE)
                    .build();
        }
        check.addStatement("$T.require(component, value)", Library.COMPONENT_VALUE);
        for (ComponentCode code : refusing) {
            String name = code.component().name();
            CodeBlock path = CodeBlock.of("$T.of(component, $S)", Library.COMPONENT_PATH, name);
            check.addStatement(code.checkAlone(path, CodeBlock.of("value.$L()", name)));
        }
        return check.addStatement("return value").build();
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
