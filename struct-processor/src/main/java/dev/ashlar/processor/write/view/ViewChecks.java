package dev.ashlar.processor.write.view;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * A record on its way into memory, in a nested class: all of it is read and checked, nested structs included, before the
 * first byte is stored.
 */
public final class ViewChecks {
    private ViewChecks() {}

    // private static final class Checked implements CheckedStruct {
    //     private final int id;
    static void addTo(TypeSpec.Builder view, StructLayout layout, GeneratedNames names, Optional<TailFeatures> tail) {
        List<ComponentCode> components = ComponentCode.of(
                layout, names, Placement.fromParameter(names.model().settings().order()));
        TypeSpec.Builder checked = classFor(names, tail.isPresent() ? Library.CHECKED_TAIL : Library.CHECKED_STRUCT);
        for (ComponentCode code : components) {
            checked.addField(code.checkedType(), names.variable(code.component()), Modifier.PRIVATE, Modifier.FINAL);
        }
        tail.ifPresent(features -> features.addOffsetsTo(checked));
        checked.addMethod(constructor(names, components));
        List<CodeBlock> requirements = components.stream()
                .flatMap(code -> code.requireIn(CodeBlock.of("$L", names.variable(code.component()))).stream())
                .toList();
        if (!requirements.isEmpty()) {
            checked.addMethod(requireIn(names, requirements));
        }
        tail.ifPresent(features -> checked.addMethod(features.byteSize()));
        view.addType(checked.addMethod(storeAt(components, names)).build());
    }

    /** An expression for the record {@code value}, checked, and refused where it holds references of another memory. */
    // new Checked("p.Node", value)
    // new Checked("p.Node", value).requireIn(memory)
    public static CodeBlock checkedRecord(GeneratedNames names, String memory) {
        CodeBlock record = CodeBlock.of("new $L($S, value)", names.checked(), names.inMessages());
        return names.model().holdsReferences() ? CodeBlock.of("$L$Z.requireIn($L)", record, memory) : record;
    }

    // private static final class Checked implements CheckedStruct {
    public static TypeSpec.Builder classFor(GeneratedNames names, ClassName type) {
        return TypeSpec.classBuilder(names.checked())
                .addJavadoc("A record that was read once and checked, ready to be stored.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(type);
    }

    // ComponentValue.require(component, value);
    // id = value.id(); name = FixedString.encode(ComponentPath.of(component, "name"), value.name(), LENGTH_NAME);
    private static MethodSpec constructor(GeneratedNames names, List<ComponentCode> components) {
        String path = names.variableBesides("component");
        String value = names.variableBesides("value");
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(Object.class, path)
                .addParameter(names.struct(), value)
                .addStatement("$T.require($L, $L)", Library.COMPONENT_VALUE, path, value);
        for (ComponentCode code : components) {
            String name = code.component().name();
            CodeBlock pathOfComponent = CodeBlock.of("$T.of($L, $S)", Library.COMPONENT_PATH, path, name);
            constructor.addStatement(
                    "$L = $L", names.variable(code.component()), code.check(pathOfComponent, code.valueIn(value)));
        }
        TailFeatures.addCounts(constructor, path, components, names);
        return constructor.build();
    }

    // public Checked requireIn(Memory memory) {
    //     RefTarget.requireIn("p.Node#next", memory, next); return this;
    public static MethodSpec requireIn(GeneratedNames names, List<CodeBlock> requirements) {
        MethodSpec.Builder method = Library.override("requireIn")
                .returns(ClassName.get("", names.checked()))
                .addParameter(Library.MEMORY, "memory");
        requirements.forEach(method::addStatement);
        return method.addStatement("return this").build();
    }

    // memory.storeI32(byteOffset + OFFSET_ID, id);
    // memory.storeBytes(byteOffset + OFFSET_NAME, name);
    private static MethodSpec storeAt(List<ComponentCode> components, GeneratedNames names) {
        MethodSpec.Builder store = Library.override("storeAt")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset");
        for (ComponentCode code : components) {
            CodeBlock checked = CodeBlock.of("$L", names.variable(code.component()));
            code.storeNew(checked).forEach(store::addStatement);
        }
        return store.build();
    }
}
