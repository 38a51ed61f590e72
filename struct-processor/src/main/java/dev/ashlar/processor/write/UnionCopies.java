package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/** Whole records of a union to and from the memory. */
final class UnionCopies {
    private UnionCopies() {}

    static void addTo(TypeSpec.Builder view, UnionCode code, StructNaming naming) {
        view.addMethod(read(code, naming));
        view.addMethod(ViewCopies.write(naming));
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
}
