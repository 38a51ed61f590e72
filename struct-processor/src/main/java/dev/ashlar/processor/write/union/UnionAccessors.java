package dev.ashlar.processor.write.union;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.view.EnumTables;
import javax.lang.model.element.Modifier;

/**
 * The accessors of a union: its tag, and for each variant a method that returns its view and one that makes the union hold
 * it.
 */
final class UnionAccessors {
    private UnionAccessors() {}

    static void addTo(TypeSpec.Builder view, UnionCode code, GeneratedNames names) {
        view.addField(
                FieldSpec.builder(TypeName.LONG, "VALUE_BYTE_SIZE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$L", code.valueByteSize())
                        .build());
        code.variants().forEach(variant -> view.addField(tagConstant(variant)));
        view.addType(tagEnum(code, names));
        view.addType(EnumTables.tags(names.tagNumbers(), names.tag(), tagNumbers(code, names)));
        view.addMethod(tag(code, names));
        view.addMethod(tagNumber(code));
        for (UnionCode.Variant variant : code.variants()) {
            view.addMethod(as(variant));
            view.addMethod(asByTagNumber(variant, code));
            view.addMethod(be(variant, code));
        }
    }

    // public static final int TAG_CIRCLE = 0;
    // public static final int TAG_RECT = 1;
    private static FieldSpec tagConstant(UnionCode.Variant variant) {
        return FieldSpec.builder(
                        TypeName.INT, variant.numberConstant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", variant.number())
                .build();
    }

    // public enum Tag {
    //     CIRCLE, RECT
    private static TypeSpec tagEnum(UnionCode code, GeneratedNames names) {
        TypeSpec.Builder tags = TypeSpec.enumBuilder(names.tag().simpleName())
                .addJavadoc("The variants of a {@link $T} in memory.\n", names.struct())
                .addModifiers(Modifier.PUBLIC);
        code.variants().forEach(variant -> tags.addEnumConstant(variant.constant()));
        return tags.build();
    }

    // int number = tagNumber();
    // Tag tag = TagNumbers.ALL.find(number);
    // if (tag == null) { throw UnionTag.unknown("p.Shape", number); }
    private static MethodSpec tag(UnionCode code, GeneratedNames names) {
        return MethodSpec.methodBuilder("tag")
                .addJavadoc("Returns the variant that the union holds.\n\n")
                .addJavadoc("@throws $T if no variant has the number that is stored\n", IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(names.tag())
                .addStatement("int number = tagNumber()")
                .addStatement("$T tag = $L.ALL.find(number)", names.tag(), names.tagNumbers())
                .beginControlFlow("if (tag == null)")
                .addStatement("throw $L", code.unknown())
                .endControlFlow()
                .addStatement("return tag")
                .build();
    }

    // EnumNumbers.of(Tag.values(), TAG_CIRCLE, TAG_RECT)
    private static CodeBlock tagNumbers(UnionCode code, GeneratedNames names) {
        CodeBlock numbers = code.variants().stream()
                .map(variant -> CodeBlock.of("$L", variant.numberConstant()))
                .collect(CodeBlock.joining(",$W"));
        return CodeBlock.of("$T.of($T.values(),$W$L)", Library.ENUM_NUMBERS, names.tag(), numbers);
    }

    // return asCircle(tagNumber());
    private static MethodSpec as(UnionCode.Variant variant) {
        return method("as", variant)
                .addJavadoc("Returns the view of the $L that the union holds.\n\n", variant.name())
                .addJavadoc("@throws $T if the union holds another variant\n", IllegalStateException.class)
                .addStatement("return as$L(tagNumber())", variant.name())
                .build();
    }

    // UnionTag.require("p.Shape#Circle", TAG_CIRCLE, tagNumber);
    // return new CircleView(memory, byteOffset() + OFFSET_VALUE);
    private static MethodSpec asByTagNumber(UnionCode.Variant variant, UnionCode code) {
        return method("as", variant)
                .addJavadoc(
                        "Returns the view of the $L that the union holds, for code that has just read the tag in order to switch over it:\nit is not read again.\n\n",
                        variant.name())
                .addJavadoc("@param tagNumber what {@link #tagNumber()} has returned\n")
                .addJavadoc("@throws $T if that is another variant\n", IllegalStateException.class)
                .addParameter(TypeName.INT, "tagNumber")
                .addStatement(
                        "$T.require($S, $L, tagNumber)",
                        Library.UNION_TAG,
                        code.inMessages(variant),
                        variant.numberConstant())
                .addStatement("return $L", variant.view(code.placement()))
                .build();
    }

    // memory.fill(byteOffset(), 0, BYTE_SIZE); memory.storeI32(byteOffset() + OFFSET_TAG, TAG_CIRCLE);
    // return new CircleView(memory, byteOffset() + OFFSET_VALUE);
    private static MethodSpec be(UnionCode.Variant variant, UnionCode code) {
        return method("be", variant)
                .addJavadoc(
                        "Makes the union hold a $L whose bytes are all zero, padding included, and returns its view.\n",
                        variant.name())
                .addCode(code.empty(CodeBlock.of("$L", variant.numberConstant()), code.placement()))
                .addStatement("return $L", variant.view(code.placement()))
                .build();
    }

    // public int tagNumber() {
    //     return memory.loadI32(byteOffset() + OFFSET_TAG);
    private static MethodSpec tagNumber(UnionCode code) {
        return MethodSpec.methodBuilder("tagNumber")
                .addJavadoc(
                        "Returns the number of the variant that the union holds, one of the {@code TAG_} constants; any other number\nif no variant was written. A {@code switch} over it does not need the enum of {@link #tag()}.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement(
                        "return $L",
                        code.access()
                                .load(CodeBlock.of("memory"), code.placement().at("OFFSET_TAG")))
                .build();
    }

    private static MethodSpec.Builder method(String prefix, UnionCode.Variant variant) {
        return MethodSpec.methodBuilder(prefix + variant.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(variant.nested().view());
    }
}
