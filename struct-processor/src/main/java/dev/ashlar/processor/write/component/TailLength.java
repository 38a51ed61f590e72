package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StorageType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The length of a tail, a number that is stored before its elements. */
public final class TailLength implements ArrayLength {
    private final ComponentModel component;
    private final GeneratedNames names;
    private final Placement placement;
    private final NumberAccess access;
    private final String counted;
    private final CodeBlock elementByteSize;

    /**
     * @param counted the elements, in words
     * @param elementByteSize an expression for the size of one element in bytes
     */
    TailLength(
            ComponentModel component,
            GeneratedNames names,
            Placement placement,
            String counted,
            CodeBlock elementByteSize) {
        this.component = component;
        this.names = names;
        this.placement = placement;
        this.access = new NumberAccess(StorageType.I32, placement.order());
        this.counted = counted;
        this.elementByteSize = elementByteSize;
    }

    // byteOffset() + TAIL_OFFSET
    @Override
    public CodeBlock start() {
        return placement.at(GeneratedNames.TAIL_OFFSET);
    }

    // samplesLength()
    // that.samplesLength()
    @Override
    public CodeBlock of(String owner) {
        return CodeBlock.of("$L$L()", owner, accessor());
    }

    // return StructTail.length("p.Track#samples", memory, memory.loadI32(byteOffset() + OFFSET_SAMPLES),
    //         byteOffset() + TAIL_OFFSET, 4);
    @Override
    public Optional<MethodSpec> method() {
        return Optional.of(MethodSpec.methodBuilder(accessor())
                .addJavadoc("Returns the length of the tail in $L.\n\n", counted)
                .addJavadoc("@throws $T if the number that is stored is impossible\n", IllegalStateException.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return $L", load())
                .build());
    }

    /** The length that is stored, after a check. */
    // StructTail.length("p.Track#xs", memory, memory.loadI32(byteOffset() + OFFSET_XS), byteOffset() +
    // TAIL_OFFSET, 4)
    // StructTail.length("p.Entry#text", memory, memory.loadI32(byteOffset + OFFSET_TEXT), byteOffset + TAIL_OFFSET, 1)
    public CodeBlock load() {
        return CodeBlock.of(
                "$T.length($L, memory, $L, $L, $L)",
                Library.STRUCT_TAIL,
                name(),
                access.load(CodeBlock.of("memory"), placement.of(component)),
                start(),
                elementByteSize);
    }

    @Override
    public Optional<CodeBlock> ofNew() {
        return Optional.empty();
    }

    // memory.storeI32(byteOffset() + OFFSET_SAMPLES, samples.length)
    // PrimitiveElements.store(memory, byteOffset() + TAIL_OFFSET, samples, ByteOrder.LITTLE_ENDIAN)
    @Override
    public List<CodeBlock> storeNew(CodeBlock checked, CodeBlock elements) {
        return List.of(access.store(placement.of(component), CodeBlock.of("$L.length", checked)), elements);
    }

    @Override
    public String refusal() {
        return "it does not have as many elements as the tail";
    }

    @Override
    public Optional<TailLength> tail() {
        return Optional.of(this);
    }

    // StructTail.requireLength("p.Track#samples", checked.samples.length, samplesLength())
    // StructTail.requireLength("p.Entry#text", checked.text.length, textLength())
    public CodeBlock require(CodeBlock checked) {
        return CodeBlock.of("$T.requireLength($L, $L.length, $L)", Library.STRUCT_TAIL, name(), checked, of(""));
    }

    /** The size of a struct whose tail has a length. */
    // StructTail.byteSize(TAIL_OFFSET, samples.length, 4, BYTE_ALIGNMENT)
    // StructTail.byteSize(TAIL_OFFSET, length, 4, BYTE_ALIGNMENT)
    public CodeBlock structByteSize(CodeBlock length) {
        return CodeBlock.of(
                "$T.byteSize($L, $L, $L, BYTE_ALIGNMENT)",
                Library.STRUCT_TAIL,
                GeneratedNames.TAIL_OFFSET,
                length,
                elementByteSize);
    }

    private CodeBlock name() {
        return CodeBlock.of("$S", names.inMessages(component));
    }

    private String accessor() {
        return names.tailLength(component);
    }
}
