package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.function.Function;

/** Whole records of a union to and from the memory. */
final class UnionCopies {
    private UnionCopies() {}

    static void addTo(TypeSpec.Builder view, UnionCode code, StructNaming naming) {
        view.addMethod(read(code, naming));
        view.addMethod(write(code, naming));
    }

    // return switch (tag()) { case CIRCLE -> asCircle().read();
    //         case RECT -> asRect().read(); };
    private static MethodSpec read(UnionCode code, StructNaming naming) {
        return Library.override("read")
                .returns(naming.struct())
                .addCode("return switch (tag()) {$>\n")
                .addCode(code.cases(
                        variant -> CodeBlock.of("$L", variant.constant()),
                        variant -> CodeBlock.of("as$L().read()", variant.name())))
                .addCode("$<};\n")
                .build();
    }

    // type().check("Shape", value);
    // switch (value) { case Circle variant -> beCircle().write(variant); case Rect variant -> ... }
    private static MethodSpec write(UnionCode code, StructNaming naming) {
        return Library.override("write")
                .addParameter(naming.struct(), "value")
                .addStatement("type().check($S, value)", code.union().name().simpleName())
                .addCode("switch (value) {$>\n")
                .addCode(recordCases(code, variant -> CodeBlock.of("be$L().write(variant)", variant.name())))
                .addCode("$<}\n")
                .build();
    }

    // switch (ComponentValue.require(component, value)) { case Circle variant -> CircleView.type().check(component,
    // variant);
    //         case Rect variant -> RectView.type().check(component, variant); } return value;
    static MethodSpec check(UnionCode code, StructNaming naming) {
        return Library.override("check")
                .returns(naming.struct())
                .addParameter(Object.class, "component")
                .addParameter(naming.struct(), "value")
                .addCode("switch ($T.require(component, value)) {$>\n", Library.COMPONENT_VALUE)
                .addCode(recordCases(
                        code,
                        variant -> CodeBlock.of(
                                "$T.type().check(component, variant)",
                                variant.nested().view())))
                .addCode("$<}\n")
                .addStatement("return value")
                .build();
    }

    private static CodeBlock recordCases(UnionCode code, Function<UnionCode.Variant, CodeBlock> action) {
        return code.cases(variant -> CodeBlock.of("$T variant", variant.nested().struct()), action);
    }
}
