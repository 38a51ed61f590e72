package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StorageType;
import java.util.List;
import java.util.Optional;

/** The length of a tail that is stored before its elements. */
final class StoredLength extends TailLength {
    private final NumberAccess access;

    StoredLength(
            ComponentModel component,
            GeneratedNames names,
            Placement placement,
            String counted,
            CodeBlock elementByteSize) {
        super(component, names, placement, counted, elementByteSize);
        this.access = new NumberAccess(StorageType.I32, placement.order());
    }

    // byteOffset() + TAIL_OFFSET
    @Override
    CodeBlock start(Placement where) {
        return where.at(GeneratedNames.TAIL_OFFSET);
    }

    @Override
    CodeBlock offset(Placement where) {
        return CodeBlock.of(GeneratedNames.TAIL_OFFSET);
    }

    @Override
    String accessor() {
        return names.tailLength(component);
    }

    @Override
    public List<MethodSpec> methods() {
        return List.of(lengthMethod(load(List.of())));
    }

    // StructTail.length("p.Track#xs", memory, memory.loadI32(byteOffset() + OFFSET_XS), byteOffset() +
    // TAIL_OFFSET, 4)
    // StructTail.length("p.Entry#text", memory, memory.loadI32(byteOffset + OFFSET_TEXT), byteOffset + TAIL_OFFSET, 1)
    @Override
    public CodeBlock load(List<ComponentCode> components) {
        return CodeBlock.of(
                "$T.length($L, memory, $L, $L, $L)",
                Library.STRUCT_TAIL,
                name(),
                access.load(CodeBlock.of("memory"), placement.of(component)),
                start(),
                elementByteSize);
    }

    // memory.storeI32(byteOffset() + OFFSET_SAMPLES, samples.length)
    // PrimitiveElements.store(memory, byteOffset() + TAIL_OFFSET, samples, ByteOrder.LITTLE_ENDIAN)
    @Override
    public List<CodeBlock> storeNew(CodeBlock checked, CodeBlock elements) {
        return List.of(access.store(placement.of(component), CodeBlock.of("$L.length", checked)), elements);
    }

    @Override
    public Optional<String> offsetVariable() {
        return Optional.empty();
    }

    @Override
    public CodeBlock endBefore(CodeBlock length) {
        throw new IllegalStateException("not behind another tail: " + component.name());
    }

    @Override
    long pad() {
        return 1;
    }
}
