package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.write.names.Names;
import javax.lang.model.element.Modifier;

/**
 * The number of a component that is an enum: of what is stored, and of constants.
 *
 * @param code the component
 * @param type the Java type of the number
 */
record EnumNumber(ComponentCode code, EnumModel model, TypeName type) {
    /** The getter of the number that is stored. */
    // public int colorNumber() {
    //     return memory.loadI32(byteOffset() + OFFSET_COLOR);
    MethodSpec getter(CodeBlock number) {
        return MethodSpec.methodBuilder(code.numberGetter().orElseThrow())
                .addJavadoc(
                        "Returns the number that is stored for {@code $L}; it may be one that no constant has.\n",
                        code.component().name())
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $L", number)
                .build();
    }

    /** The method that {@link ComponentCode#numberOfConstant} returns. */
    // public static int colorNumber(Color color) {
    //     LINK.check();
    //     return (int) NUMBERS_OF_COLOR.number("p.Car#color", color);
    MethodSpec ofConstant(CodeBlock check, String getter) {
        String variable = code.names.variable(code.component());
        return MethodSpec.methodBuilder(code.numberName())
                .addJavadoc("Returns the number by which a constant is stored, to compare with {@link #$L}.\n", getter)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(Names.type(model.name()), variable)
                .addCode(check)
                .addStatement(
                        "return $L$L.number($L, $L)",
                        type.equals(TypeName.LONG) ? "" : "(int) ",
                        code.names.numbers(model),
                        code.name(),
                        variable)
                .build();
    }
}
