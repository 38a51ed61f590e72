package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.struct.StorageType;
import javax.lang.model.element.Modifier;

/** What all tails share: where they start, and the number that says how long they are. */
final class TailCode {
    private final ComponentModel component;
    private final StructNaming naming;
    private final NumberAccess access;
    private final CodeBlock elementByteSize;

    /**
     * @param elementByteSize an expression for the size of one element in bytes
     */
    TailCode(ComponentModel component, StructNaming naming, CodeBlock elementByteSize) {
        this.component = component;
        this.naming = naming;
        this.access = new NumberAccess(StorageType.I32, naming.order());
        this.elementByteSize = elementByteSize;
    }

    // byteOffset() + TAIL_OFFSET
    CodeBlock start() {
        return naming.place(ViewConstants.TAIL_OFFSET);
    }

    // samplesLength()
    // that.samplesLength()
    CodeBlock length(String owner) {
        return CodeBlock.of("$L$L()", owner, accessor());
    }

    // memory.storeI32(byteOffset() + OFFSET_SAMPLES, samples.length)
    // BigEndian.storeI32(memory, byteOffset() + OFFSET_SAMPLES, samples.length)
    CodeBlock storeLength(CodeBlock checked) {
        return access.store(place(), CodeBlock.of("$L.length", checked));
    }

    // StructTail.requireLength("samples", checked.samples.length, samplesLength())
    // StructTail.requireLength("text", checked.text.length, textLength())
    CodeBlock requireLength(CodeBlock checked) {
        return CodeBlock.of(
                "$T.requireLength($S, $L.length, $L)", Library.STRUCT_TAIL, component.name(), checked, length(""));
    }

    // return StructTail.length("samples", memory, memory.loadI32(byteOffset() + OFFSET_SAMPLES),
    //         byteOffset() + TAIL_OFFSET, 4);
    MethodSpec lengthMethod(String counted) {
        return MethodSpec.methodBuilder(accessor())
                .addJavadoc("How many $L the tail has.\n\n", counted)
                .addJavadoc("@throws $T if the number that is stored is impossible\n", IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement(
                        "return $T.length($S, memory, $L, $L, $L)",
                        Library.STRUCT_TAIL,
                        component.name(),
                        access.load(CodeBlock.of("memory"), place()),
                        start(),
                        elementByteSize)
                .build();
    }

    // StructTail.byteSize(TAIL_OFFSET, samples.length, 4, BYTE_ALIGNMENT)
    // StructTail.byteSize(TAIL_OFFSET, at(memory, byteOffset).samplesLength(), 4, BYTE_ALIGNMENT)
    CodeBlock byteSize(CodeBlock length) {
        return CodeBlock.of(
                "$T.byteSize($L, $L, $L, BYTE_ALIGNMENT)",
                Library.STRUCT_TAIL,
                ViewConstants.TAIL_OFFSET,
                length,
                elementByteSize);
    }

    private CodeBlock place() {
        return naming.place(component);
    }

    private String accessor() {
        return naming.getter(component, "Length");
    }
}
