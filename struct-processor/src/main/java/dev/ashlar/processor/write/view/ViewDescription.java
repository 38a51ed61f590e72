package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.library.ElementIterator;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.struct.StructOrder;
import java.lang.foreign.MemoryLayout;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The description of the struct, in a nested class so that views start without it. */
public final class ViewDescription {
    private ViewDescription() {}

    public static void addTo(
            TypeSpec.Builder view,
            StructModel struct,
            StructLayout layout,
            GeneratedNames names,
            Optional<TailFeatures> tail) {
        TypeName structType = ParameterizedTypeName.get(Library.STRUCT_TYPE, names.struct(), names.view());
        view.addMethod(type(structType, names));
        view.addMethod(layoutMethod(struct, layout));
        TypeSpec.Builder description = description(structType, struct, layout, names);
        tail.ifPresentOrElse(
                features -> description
                        .addMethod(features.byteSizeAt())
                        .addMethod(ElementIterator.ofLog(names.view(), names.inMessages())),
                () -> description.addMethod(arrayAt(names)));
        if (struct.hasArms()) {
            description.addMethod(hasArms());
        }
        DescriptionFacts.addTo(description, struct, names);
        view.addType(description.build());
    }

    // public static StructType<Person, PersonView> type() {
    //     return Description.TYPE;
    private static MethodSpec type(TypeName structType, GeneratedNames names) {
        return MethodSpec.methodBuilder("type")
                .addJavadoc("Returns the description of the struct.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(structType)
                .addCode(LinkCode.check(names))
                .addStatement("return $L.TYPE", names.description())
                .build();
    }

    // public static MemoryLayout layout() {
    //     return type().layout();
    private static MethodSpec layoutMethod(StructModel struct, StructLayout layout) {
        String byValue = layout.isPlain()
                ? " C functions take and return it by value.\n"
                : "\nC functions do not take it by value: it is packed, over-aligned or big-endian, or has a tail, or\nholds "
                        + held(struct) + " that is packed, over-aligned or big-endian.\n";
        return MethodSpec.methodBuilder("layout")
                .addJavadoc("Returns the layout for {@code java.lang.foreign}.$L", byValue)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(MemoryLayout.class)
                .addStatement("return type().layout()")
                .build();
    }

    private static String held(StructModel struct) {
        boolean hasOrders =
                struct.components().stream().anyMatch(component -> component.differsFrom(struct.settings()));
        return hasOrders ? "a component" : "a struct";
    }

    // private static final class Description extends StructType<Person, PersonView> {
    //     static final StructType<Person, PersonView> TYPE = new Description();
    private static TypeSpec.Builder description(
            TypeName structType, StructModel struct, StructLayout layout, GeneratedNames names) {
        return TypeSpec.classBuilder(names.description())
                .addJavadoc("Created on first use.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(structType)
                .addField(FieldSpec.builder(structType, "TYPE", Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $L()", names.description())
                        .build())
                .addMethod(constructor(struct.settings().order(), DescriptionCode.of(struct, layout, names)))
                .addMethod(check(names))
                .addMethod(at(names));
    }

    // super(LINK,
    //         StructComponent.value("id", "int", StorageType.I32, OFFSET_ID), ...
    private static MethodSpec constructor(StructOrder order, List<CodeBlock> components) {
        CodeBlock orderArgument = order == StructOrder.LITTLE_ENDIAN
                ? CodeBlock.of("")
                : CodeBlock.of("$T.$L,\n", Library.STRUCT_ORDER, order);
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super(\nLINK,\n$L$L)", orderArgument, CodeBlock.join(components, ",\n"))
                .build();
    }

    // public boolean hasArms() {
    //     return true;
    private static MethodSpec hasArms() {
        return Library.override("hasArms")
                .returns(TypeName.BOOLEAN)
                .addStatement("return true")
                .build();
    }

    // public CheckedStruct check(Object component, Person value) {
    //     return new Checked(component, value);
    private static MethodSpec check(GeneratedNames names) {
        return Library.override("check")
                .returns(Library.CHECKED_STRUCT)
                .addParameter(Object.class, "component")
                .addParameter(names.struct(), "value")
                .addStatement("return new $L(component, value)", names.checked())
                .build();
    }

    // public PersonView at(Memory memory, long byteOffset) {
    //     return PersonView.at(memory, byteOffset);
    private static MethodSpec at(GeneratedNames names) {
        return Library.override("at")
                .returns(names.view())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("return $T.at(memory, byteOffset)", names.view())
                .build();
    }

    // public PersonArray arrayAt(Memory memory, long byteOffset, long count) {
    //     return PersonArray.at(memory, byteOffset, count);
    private static MethodSpec arrayAt(GeneratedNames names) {
        return Library.override("arrayAt")
                .returns(names.array())
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "count")
                .addStatement("return $T.at(memory, byteOffset, count)", names.array())
                .build();
    }
}
