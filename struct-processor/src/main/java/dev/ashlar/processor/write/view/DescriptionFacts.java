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

/** The parts of a description that only some structs have: that they are packed, and the structs that they refer to. */
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
