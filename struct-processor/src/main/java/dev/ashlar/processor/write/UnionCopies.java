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

    // int number = tagNumber();
    // return switch (number) { case TAG_CIRCLE -> asCircle().read(); default -> throw ...; };
    private static MethodSpec read(UnionCode code, StructNaming naming) {
        return Library.override("read")
                .returns(naming.struct())
                .addStatement("int number = tagNumber()")
                .addCode("return switch (number) {$>\n")
                .addCode(code.cases(variant -> CodeBlock.of("as$L().read()", variant.name())))
                .addCode("default -> throw $L;\n$<};\n", code.unknown())
                .build();
    }
}
