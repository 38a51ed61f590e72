package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.EnumModel;
import javax.lang.model.element.Modifier;

/** The numbers of each enum in a struct, in a nested class so that views start without them. */
final class EnumTables {
    private EnumTables() {}

    static void addTo(TypeSpec.Builder view, StructNaming naming) {
        naming.enums().forEach((name, model) -> view.addType(table(name, model)));
    }

    // private static final class ColorNumbers {
    //     static final EnumNumbers<Color> ALL = EnumNumbers.ordinals(Color.values(), "RED", "GREEN");
    private static TypeSpec table(String name, EnumModel model) {
        TypeName type = Names.type(model.name());
        CodeBlock numbers = model.numbers().stream()
                .map(number -> CodeBlock.of(number == (int) (long) number ? "$L" : "$LL", number))
                .collect(CodeBlock.joining(",$W"));
        CodeBlock names = model.constants().stream()
                .map(constant -> CodeBlock.of("$S", constant))
                .collect(CodeBlock.joining(",$W"));
        CodeBlock made = model.hasCodes()
                ? CodeBlock.of(
                        "$T.codes($T.values(),$Wnew long[] {$L},$W$L)", Library.ENUM_NUMBERS, type, numbers, names)
                : CodeBlock.of("$T.ordinals($T.values(),$W$L)", Library.ENUM_NUMBERS, type, names);
        return table(name, type, made);
    }

    // private static final class TagNumbers {
    //     static final EnumNumbers<Tag> ALL = EnumNumbers.of(Tag.values(), TAG_CIRCLE, TAG_RECT);
    static TypeSpec table(String name, TypeName type, CodeBlock made) {
        return TypeSpec.classBuilder(name)
                .addJavadoc("Made when it is first needed.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(FieldSpec.builder(
                                ParameterizedTypeName.get(Library.ENUM_NUMBERS, type),
                                "ALL",
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer(made)
                        .build())
                .build();
    }
}
