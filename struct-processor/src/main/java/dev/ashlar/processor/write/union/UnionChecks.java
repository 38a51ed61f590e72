package dev.ashlar.processor.write.union;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.processor.write.view.ViewChecks;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A record of a union on its way into memory, in a nested class: the number of its tag, and what it holds, checked. */
final class UnionChecks {
    private final UnionCode code;
    private final GeneratedNames names;
    private final String number;
    private final String contents;

    private UnionChecks(UnionCode code, GeneratedNames names) {
        this.code = code;
        this.names = names;
        this.number = names.variableBesides("number");
        this.contents = names.variableBesides("contents");
    }

    // private static final class Checked implements CheckedStruct {
    //     private final int number; private final CheckedStruct contents;
    static void addTo(TypeSpec.Builder view, UnionCode code, GeneratedNames names) {
        UnionChecks checks = new UnionChecks(code, names);
        TypeSpec.Builder checked = ViewChecks.classFor(names, Library.CHECKED_STRUCT)
                .addField(TypeName.INT, checks.number, Modifier.PRIVATE, Modifier.FINAL)
                .addField(Library.CHECKED_STRUCT, checks.contents, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(checks.constructor())
                .addMethod(checks.storeAt());
        if (code.holdsReferences()) {
            CodeBlock requirement = CodeBlock.of("$L.requireIn(memory)", checks.contents);
            checked.addMethod(ViewChecks.requireIn(names, List.of(requirement)));
        }
        view.addType(checked.build());
    }

    // switch (ComponentValue.require(component, record)) {
    //     case Circle variant -> { number = TAG_CIRCLE; contents = CircleView.type().check(component, variant); }
    //     default -> throw StructLink.notAVariant(component, record, "p.Shape"); }
    private MethodSpec constructor() {
        String component = names.variableBesides("component");
        String record = names.variableBesides("record");
        String held = names.variableBesides("variant");
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(Object.class, component)
                .addParameter(names.struct(), record)
                .beginControlFlow("switch ($T.require($L, $L))", Library.COMPONENT_VALUE, component, record);
        for (UnionCode.Variant variant : code.variants()) {
            constructor
                    .beginControlFlow("case $T $L ->", variant.nested().struct(), held)
                    .addStatement("$L = $L", number, variant.numberConstant())
                    .addStatement(
                            "$L = $T.type().check($L, $L)",
                            contents,
                            variant.nested().view(),
                            component,
                            held)
                    .endControlFlow();
        }
        return constructor
                .addStatement(
                        "default -> throw $T.notAVariant($L, $L, $S)",
                        Library.STRUCT_LINK,
                        component,
                        record,
                        code.union().name().canonicalName())
                .endControlFlow()
                .build();
    }

    // memory.fill(byteOffset, 0, BYTE_SIZE); memory.storeI32(byteOffset + OFFSET_TAG, number);
    // contents.storeAt(memory, byteOffset + OFFSET_VALUE);
    private MethodSpec storeAt() {
        Placement placement = Placement.fromParameter(names.model().settings().order());
        return Library.override("storeAt")
                .addParameter(Library.MEMORY, "memory")
                .addParameter(TypeName.LONG, "byteOffset")
                .addCode(code.empty(CodeBlock.of("$L", number), placement))
                .addStatement("$L.storeAt(memory, $L)", contents, placement.at("OFFSET_VALUE"))
                .build();
    }
}
