package dev.ashlar.processor.write.union;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.processor.write.view.ViewChecks;
import dev.ashlar.processor.write.view.ViewCopies;

/** Whole records of a union to and from the memory. */
final class UnionCopies {
    private UnionCopies() {}

    static void addTo(TypeSpec.Builder view, UnionCode code, GeneratedNames names) {
        view.addMethod(read(code, names));
        view.addMethod(write(names));
        view.addMethod(ViewCopies.copy());
        ViewCopies.addInstanceMethodsTo(view, names);
    }

    // memory.checkRange(byteOffset, BYTE_SIZE);
    // int number = memory.loadI32(byteOffset + OFFSET_TAG);
    // return switch (number) { case TAG_CIRCLE -> CircleView.read(memory, byteOffset + OFFSET_VALUE);
    //     default -> throw ...; };
    private static MethodSpec read(UnionCode code, GeneratedNames names) {
        Placement placement = Placement.fromParameter(names.model().settings().order());
        return ViewCopies.readMethod(names)
                .addJavadoc("@throws $T if no variant has the number that is stored\n", IllegalStateException.class)
                .addStatement("memory.checkRange(byteOffset, BYTE_SIZE)")
                .addStatement("int number = $L", code.access().load(CodeBlock.of("memory"), placement.at("OFFSET_TAG")))
                .addCode("return switch (number) {$>\n")
                .addCode(code.cases(variant ->
                        CodeBlock.of("$T.read(memory, $L)", variant.nested().view(), placement.at("OFFSET_VALUE"))))
                .addCode("default -> throw $L;\n$<};\n", code.unknown())
                .build();
    }

    // new Checked("p.Shape", value).storeAt(memory, byteOffset);
    private static MethodSpec write(GeneratedNames names) {
        return ViewCopies.writeMethod(names, "value")
                .addStatement("$L.storeAt(memory, byteOffset)", ViewChecks.checkedRecord(names, "memory"))
                .build();
    }
}
