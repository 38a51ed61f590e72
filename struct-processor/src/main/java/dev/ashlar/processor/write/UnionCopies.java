package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/** Whole records of a union to and from the memory. */
final class UnionCopies {
    private UnionCopies() {}

    static void addTo(TypeSpec.Builder view, UnionCode code, StructNames names) {
        view.addMethod(read(code, names));
        view.addMethod(ViewCopies.write(names));
    }

    // int number = tagNumber();
    // return switch (number) { case TAG_CIRCLE -> asCircle().read(); default -> throw ...; };
    private static MethodSpec read(UnionCode code, StructNames names) {
        return Library.override("read")
                .returns(names.struct())
                .addStatement("int number = tagNumber()")
                .addCode("return switch (number) {$>\n")
                .addCode(code.cases(variant -> CodeBlock.of("as$L().read()", variant.name())))
                .addCode("default -> throw $L;\n$<};\n", code.unknown())
                .build();
    }
}
