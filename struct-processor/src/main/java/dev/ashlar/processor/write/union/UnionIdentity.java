package dev.ashlar.processor.write.union;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import javax.lang.model.element.Modifier;

/**
 * {@code equals}, {@code hashCode} and {@code toString} of a union, by what it holds; the bytes that it does not use are
 * ignored.
 */
final class UnionIdentity {
    private UnionIdentity() {}

    static void addTo(TypeSpec.Builder view, UnionCode code, GeneratedNames names) {
        view.addMethod(equalsMethod(names));
        view.addMethod(hasValueOf(code, names));
        view.addMethod(hashCodeMethod(code));
        view.addMethod(toStringMethod(code));
    }

    // return other instanceof ShapeView that && tagNumber() == that.tagNumber() && hasValueOf(that);
    private static MethodSpec equalsMethod(GeneratedNames names) {
        return Library.override("equals")
                .returns(TypeName.BOOLEAN)
                .addParameter(names.other(), "other")
                .addStatement(
                        "return other instanceof $T that && tagNumber() == that.tagNumber() && hasValueOf(that)",
                        names.view())
                .build();
    }

    // return switch (tagNumber()) { case TAG_CIRCLE -> asCircle().equals(that.asCircle());
    //         default -> UnionTag.sameBytes(memory, byteOffset() + OFFSET_VALUE, that.memory, ...); };
    private static MethodSpec hasValueOf(UnionCode code, GeneratedNames names) {
        return MethodSpec.methodBuilder("hasValueOf")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.BOOLEAN)
                .addParameter(names.view(), "that")
                .addCode("return switch (tagNumber()) {$>\n")
                .addCode(code.cases(
                        variant -> CodeBlock.of("as$L().equals(that.as$L())", variant.name(), variant.name())))
                .addCode(
                        "default -> $T.sameBytes($>$>\nmemory, $L,",
                        Library.UNION_TAG,
                        code.placement().at("OFFSET_VALUE"))
                .addCode(
                        "\nthat.memory, that.$L,\nVALUE_BYTE_SIZE);\n$<$<$<};\n",
                        code.placement().at("OFFSET_VALUE"))
                .build();
    }

    // int number = tagNumber();
    // return 31 * number + switch (number) { case TAG_CIRCLE -> asCircle().hashCode(); default -> 0; };
    private static MethodSpec hashCodeMethod(UnionCode code) {
        return Library.override("hashCode")
                .returns(TypeName.INT)
                .addStatement("int number = tagNumber()")
                .addCode("return 31 * number + switch (number) {$>\n")
                .addCode(code.cases(variant -> CodeBlock.of("as$L().hashCode()", variant.name())))
                .addCode("default -> 0;\n$<};\n")
                .build();
    }

    // try { int number = tagNumber(); return switch (number) { case TAG_CIRCLE -> asCircle().toString(); ...
    // } catch (Exception failure) { return StructRange.unreadable("Shape", memory, failure); }
    private static MethodSpec toStringMethod(UnionCode code) {
        String name = code.union().name().simpleName();
        return Library.override("toString")
                .returns(String.class)
                .beginControlFlow("try")
                .addStatement("int number = tagNumber()")
                .addCode("return switch (number) {$>\n")
                .addCode(code.cases(variant -> CodeBlock.of("as$L().toString()", variant.name())))
                .addCode("default -> $S + number + $S;\n$<};\n", name + "[tag=", "]")
                .nextControlFlow("catch ($T failure)", Exception.class)
                .addStatement("return $T.unreadable($S, memory, failure)", Library.STRUCT_RANGE, name)
                .endControlFlow()
                .build();
    }
}
