package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.write.component.NestedCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.List;

/** The parts of a description that only some structs have: that they are packed, the structs that they refer to, and codecs. */
final class DescriptionFacts {
    private DescriptionFacts() {}

    static void addTo(TypeSpec.Builder description, StructModel struct, GeneratedNames names) {
        if (struct.settings().packed()) {
            description.addMethod(isPacked());
        }
        List<ComponentModel> references = struct.components().stream()
                .filter(component -> component.storedType() instanceof ComponentType.Reference)
                .toList();
        if (!references.isEmpty()) {
            description.addMethod(target(references, names));
        }
        List<ComponentModel> coded = struct.components().stream()
                .filter(component -> component.codec() != null)
                .toList();
        if (!coded.isEmpty()) {
            description.addMethod(decoded(coded, names));
        }
    }

    /** The values that codecs make, by the accessors of a view. */
    // public String decoded(String component, Memory memory, long byteOffset, long index) {
    //     return switch (component) { case "created" -> String.valueOf(new OrderView(memory, byteOffset).created());
    // ... };
    private static MethodSpec decoded(List<ComponentModel> coded, GeneratedNames names) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (ComponentModel component : coded) {
            boolean isByElement = component.codec() != null && component.codec().isByElement();
            cases.add(
                    "case $S -> $T.valueOf(new $T(memory, byteOffset).$L);\n",
                    component.name(),
                    String.class,
                    names.view(),
                    isByElement ? names.accessor(component) + "(index)" : names.getter(component) + "()");
        }
        return Library.override("decoded")
                .returns(String.class)
                .addParameter(String.class, "component")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addParameter(TypeName.LONG, "index")
                .addCode(
                        "return switch (component) {\n$>$Ldefault -> super.decoded(component, memory, byteOffset, index);\n$<};\n",
                        cases.build())
                .build();
    }

    // public boolean isPacked() {
    //     return true;
    private static MethodSpec isPacked() {
        return Library.override("isPacked")
                .returns(TypeName.BOOLEAN)
                .addStatement("return true")
                .build();
    }

    /** A method and no object for each reference: the other struct may be this one, whose description is being made. */
    // public StructType<?, ?> target(String component) {
    //     return switch (component) { case "next" -> NodeView.type(); default -> super.target(component); };
    private static MethodSpec target(List<ComponentModel> references, GeneratedNames names) {
        TypeName any = WildcardTypeName.subtypeOf(Object.class);
        CodeBlock.Builder cases = CodeBlock.builder();
        for (ComponentModel component : references) {
            ComponentType.Reference reference = (ComponentType.Reference) component.storedType();
            NestedCode other = NestedCode.of(reference.target(), names);
            cases.add("case $S -> $T.type();\n", component.name(), other.view());
        }
        return Library.override("target")
                .returns(ParameterizedTypeName.get(Library.STRUCT_TYPE, any, any))
                .addParameter(String.class, "component")
                .addCode("return switch (component) {\n$>$Ldefault -> super.target(component);\n$<};\n", cases.build())
                .build();
    }
}
