package dev.ashlar.processor.write.view;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import javax.lang.model.element.Modifier;

/** The numbers of each enum in a struct: constants of the class, which the check of the link needs first. */
public final class EnumTables {
    private EnumTables() {}

    public static void addTo(TypeSpec.Builder view, GeneratedNames names) {
        names.enums().forEach((name, model) -> view.addField(table(name, model)));
    }

    // private static final EnumNumbers<Color> NUMBERS_OF_COLOR = EnumNumbers.ordinals(Color.values(), "RED", "GREEN");
    public static FieldSpec table(String name, EnumModel model) {
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
        return field(name, type, made)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .build();
    }

    /** A nested class with the numbers of the tags of a union, so that views start without them. */
    // private static final class TagNumbers {
    //     static final EnumNumbers<Tag> ALL = EnumNumbers.of(Tag.values(), TAG_CIRCLE, TAG_RECT);
    public static TypeSpec tags(String name, TypeName type, CodeBlock made) {
        return TypeSpec.classBuilder(name)
                .addJavadoc("Created on first use.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(field("ALL", type, made)
                        .addModifiers(Modifier.STATIC, Modifier.FINAL)
                        .build())
                .build();
    }

    private static FieldSpec.Builder field(String name, TypeName type, CodeBlock made) {
        return FieldSpec.builder(ParameterizedTypeName.get(Library.ENUM_NUMBERS, type), name)
                .initializer(made);
    }
}
