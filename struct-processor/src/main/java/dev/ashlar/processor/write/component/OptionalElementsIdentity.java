package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.StringJoiner;
import javax.lang.model.element.Modifier;

/**
 * The private methods of a view that compare the elements of an array, some of which have no value, and print them: what is
 * stored for those has no part in it.
 *
 * @param hasName the method that says whether an element has a value
 */
record OptionalElementsIdentity(ArrayComponent array, String hasName) {
    void addTo(TypeSpec.Builder view) {
        view.addMethod(equalMethod());
        view.addMethod(hashMethod());
        view.addMethod(textMethod());
    }

    // levelsEqual(that)
    // new ReadingView(memory, byteOffset).levelsEqual(new ReadingView(thatMemory, thatOffset))
    static CodeBlock equal(ArrayComponent array, Stored mine, Stored theirs) {
        String that = theirs.view().toString();
        return CodeBlock.of("$L$L($L)", mine.view(), name(array, "Equal"), that.substring(0, that.length() - 1));
    }

    // levelsHash()
    // new ReadingView(memory, byteOffset).levelsHash()
    static CodeBlock hash(ArrayComponent array, Stored stored) {
        return CodeBlock.of("$L$L()", stored.view(), name(array, "Hash"));
    }

    // levelsText()
    static CodeBlock text(ArrayComponent array) {
        return CodeBlock.of("$L()", name(array, "Text"));
    }

    // private boolean levelsEqual(ReadingView that) {
    //     for (int index = 0; index < LENGTH_LEVELS; index++) {
    //         boolean isPresent = hasLevels(index);
    //         if (isPresent != that.hasLevels(index) || (isPresent && levels(index) != that.levels(index))) { return
    // false; } } return true;
    private MethodSpec equalMethod() {
        MethodSpec.Builder method = method("Equal", TypeName.BOOLEAN).addParameter(array.names.view(), "that");
        if (array.tail().isPresent()) {
            method.beginControlFlow("if ($L != $L)", array.length(), array.length.of("that."))
                    .addStatement("return false")
                    .endControlFlow();
        }
        return loop(method)
                .addStatement("boolean isPresent = $L(index)", hasName)
                .beginControlFlow("if (isPresent != that.$L(index) || (isPresent && $L))", hasName, differ())
                .addStatement("return false")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return true")
                .build();
    }

    // levels(index) != that.levels(index)
    // !points(index).equals(that.points(index))
    private CodeBlock differ() {
        TypeName type = array.comparedType();
        CodeBlock mine = array.compared("");
        CodeBlock theirs = array.compared("that.");
        if (!type.isPrimitive()) {
            return CodeBlock.of("!$L.equals($L)", mine, theirs);
        }
        return type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)
                ? CodeBlock.of("$T.compare($L, $L) != 0", type.box(), mine, theirs)
                : CodeBlock.of("$L != $L", mine, theirs);
    }

    // private int levelsHash() {
    //     int hash = 1;
    //     for (...) { hash = 31 * hash + (hasLevels(index) ? Integer.hashCode(levels(index)) : 0); } return hash;
    private MethodSpec hashMethod() {
        TypeName type = array.comparedType();
        CodeBlock mine = array.compared("");
        CodeBlock hash = type.isPrimitive()
                ? CodeBlock.of("$T.hashCode($L)", type.box(), mine)
                : CodeBlock.of("$L.hashCode()", mine);
        return loop(method("Hash", TypeName.INT).addStatement("int hash = 1"))
                .addStatement("hash = 31 * hash + ($L(index) ? $L : 0)", hasName, hash)
                .endControlFlow()
                .addStatement("return hash")
                .build();
    }

    // private String levelsText() {
    //     StringJoiner text = new StringJoiner(", ", "[", "]");
    //     for (...) { text.add(hasLevels(index) ? String.valueOf(levels(index)) : "absent"); } return text.toString();
    private MethodSpec textMethod() {
        return loop(method("Text", TypeName.get(String.class))
                        .addStatement("$1T text = new $1T($2S, $3S, $4S)", StringJoiner.class, ", ", "[", "]"))
                .addStatement("text.add($L(index) ? $L : $S)", hasName, array.elementText(), "absent")
                .endControlFlow()
                .addStatement("return text.toString()")
                .build();
    }

    private MethodSpec.Builder method(String suffix, TypeName returned) {
        return MethodSpec.methodBuilder(name(array, suffix))
                .addModifiers(Modifier.PRIVATE)
                .returns(returned);
    }

    private MethodSpec.Builder loop(MethodSpec.Builder method) {
        return method.beginControlFlow("for (int index = 0; index < $L; index++)", array.length());
    }

    private static String name(ArrayComponent array, String suffix) {
        return array.names.accessor(array.component(), suffix);
    }
}
