package dev.ashlar.processor.write.union;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.view.ViewCopies;

/** Whole records of a union to and from the memory. */
final class UnionCopies {
    private UnionCopies() {}

    static void addTo(TypeSpec.Builder view, UnionCode code, GeneratedNames names) {
        view.addMethod(read(code, names));
        view.addMethod(ViewCopies.write(names));
    }

    // int number = tagNumber();
    // return switch (number) { case TAG_CIRCLE -> asCircle().read(); default -> throw ...; };
    private static MethodSpec read(UnionCode code, GeneratedNames names) {
        return Library.override("read")
                .returns(names.struct())
                .addStatement("int number = tagNumber()")
                .addCode("return switch (number) {$>\n")
                .addCode(code.cases(variant -> CodeBlock.of("as$L().read()", variant.name())))
                .addCode("default -> throw $L;\n$<};\n", code.unknown())
                .build();
    }
}
