package dev.ashlar.processor.write.arms;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.write.component.ComponentCode;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.processor.write.view.ViewChecks;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A record of arms on its way into memory, in a nested class: those that it holds are checked, and must agree. */
final class ArmsChecks {
    private final GeneratedNames names;
    private final List<ComponentCode> arms;

    /** The variable for the number of an arm. */
    private final String index;

    private ArmsChecks(GeneratedNames names, List<ComponentCode> arms) {
        this.names = names;
        this.arms = arms;
        this.index = names.variableBesides("arm");
    }

    // private static final class Checked implements CheckedArms {
    //     private final Float f;
    static void addTo(TypeSpec.Builder view, StructLayout layout, GeneratedNames names) {
        ArmsChecks checks = new ArmsChecks(
                names,
                ComponentCode.of(
                        layout,
                        names,
                        Placement.fromParameter(names.model().settings().order())));
        TypeSpec.Builder checked = ViewChecks.classFor(names, Library.CHECKED_ARMS);
        for (ComponentCode arm : checks.arms) {
            checked.addField(
                    arm.checkedType().box().annotated(Library.NULLABLE),
                    checks.variable(arm),
                    Modifier.PRIVATE,
                    Modifier.FINAL);
        }
        checked.addMethod(checks.constructor());
        List<CodeBlock> requirements = checks.arms.stream()
                .flatMap(arm -> arm.requireIn(CodeBlock.of("$L", checks.variable(arm))).stream()
                        .map(requirement -> CodeBlock.of("if ($L != null) $L", checks.variable(arm), requirement)))
                .toList();
        if (!requirements.isEmpty()) {
            checked.addMethod(ViewChecks.requireIn(names, requirements));
        }
        view.addType(
                checked.addMethod(checks.storeAt()).addMethod(checks.storeArm()).build());
    }

    private String variable(ComponentCode arm) {
        return names.variable(arm.component());
    }

    // ComponentValue.require(component, value);
    // f = value.f();
    // requireAgreement(component, BYTE_SIZE, "f", "d");
    private MethodSpec constructor() {
        String path = names.variableBesides("component");
        String value = names.variableBesides("value");
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(Object.class, path)
                .addParameter(names.struct(), value)
                .addStatement("$T.require($L, $L)", Library.COMPONENT_VALUE, path, value);
        arms.forEach(arm -> addArm(constructor, arm, path, value));
        CodeBlock all = arms.stream()
                .map(arm -> CodeBlock.of("$S", arm.component().name()))
                .collect(CodeBlock.joining(",$W"));
        return constructor
                .addStatement("requireAgreement($L, BYTE_SIZE,$W$L)", path, all)
                .build();
    }

    // f = value.f();
    // Point pointArm = value.point(); point = pointArm == null ? null : PointView.type().check(..., pointArm);
    private void addArm(MethodSpec.Builder constructor, ComponentCode arm, String path, String value) {
        if (!arm.refuses()) {
            constructor.addStatement("$L = $L", variable(arm), arm.valueIn(value));
            return;
        }
        String held = names.variableBesides(arm.component().name() + "Arm");
        CodeBlock name = CodeBlock.of(
                "$T.of($L, $S)", Library.COMPONENT_PATH, path, arm.component().name());
        constructor
                .addStatement("$T $L = $L", arm.recordType().box(), held, arm.valueIn(value))
                .addStatement(
                        "$L = $L == null ? null : $L", variable(arm), held, arm.check(name, CodeBlock.of("$L", held)));
    }

    // m3.longValue()
    // point
    private static CodeBlock unboxed(TypeName type, CodeBlock held) {
        return type.isPrimitive() ? CodeBlock.of("$L.$LValue()", held, type) : held;
    }

    // memory.fill(byteOffset, 0, BYTE_SIZE);
    // for (int arm = 0; arm < 2; arm++) { storeArm(arm, memory, byteOffset); }
    private MethodSpec storeAt() {
        return Library.override("storeAt")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addStatement("memory.fill(byteOffset, 0, BYTE_SIZE)")
                .beginControlFlow("for (int $1L = 0; $1L < $2L; $1L++)", index, arms.size())
                .addStatement("storeArm($L, memory, byteOffset)", index)
                .endControlFlow()
                .build();
    }

    // switch (arm) { case 0 -> { if (f == null) { return false; }
    //     memory.storeF32(byteOffset + OFFSET_F, f); return true; } ...
    private MethodSpec storeArm() {
        MethodSpec.Builder store = Library.override("storeArm")
                .returns(TypeName.BOOLEAN)
                .addParameter(TypeName.INT, index)
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .beginControlFlow("switch ($L)", index);
        for (int number = 0; number < arms.size(); number++) {
            ComponentCode arm = arms.get(number);
            CodeBlock held = CodeBlock.of("$L", variable(arm));
            store.beginControlFlow("case $L ->", number)
                    .beginControlFlow("if ($L == null)", held)
                    .addStatement("return false")
                    .endControlFlow();
            arm.storeNew(unboxed(arm.checkedType(), held)).forEach(store::addStatement);
            store.addStatement("return true").endControlFlow();
        }
        return store.addStatement("default -> throw new $T($L)", IndexOutOfBoundsException.class, index)
                .endControlFlow()
                .build();
    }
}
