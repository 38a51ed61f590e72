package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.List;
import java.util.Optional;

/** The length of a tail that another component of the struct holds. */
final class CountedLength extends BareLength {
    private final ComponentModel count;

    CountedLength(
            ComponentModel component,
            GeneratedNames names,
            Placement placement,
            String counted,
            CodeBlock elementByteSize,
            TailModel tail) {
        super(component, names, placement, counted, elementByteSize, tail);
        this.count = names.model().components().stream()
                .filter(each -> each.name().equals(tail.count()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    CodeBlock loadInView() {
        return loadInView(start());
    }

    /** As {@link #loadInView()}, of elements whose start is known. */
    CodeBlock loadInView(CodeBlock start) {
        return load(names.get(count), start);
    }

    @Override
    public CodeBlock load(List<ComponentCode> components) {
        return components.stream()
                .filter(code -> code.component().name().equals(count.name()))
                .findFirst()
                .map(code -> load(code.load(), start()))
                .orElseThrow();
    }

    // StructTail.counted("p.ZipEntry#name", memory, nameLength(), byteOffset() + OFFSET_NAME, 1)
    // StructTail.countedInBytes("p.Track#xs", memory, memory.loadU16(byteOffset + OFFSET_BYTES), byteOffset +
    // OFFSET_XS, 4)
    private CodeBlock load(CodeBlock number, CodeBlock start) {
        return CodeBlock.of(
                "$T.$L($L, memory, $L, $L, $L)",
                Library.STRUCT_TAIL,
                tail.isInBytes() ? "countedInBytes" : "counted",
                name(),
                number,
                start,
                elementByteSize);
    }

    // StructTail.requireCount(ComponentPath.of(component, "name"), "nameLength", nameLength, name.length)
    // StructTail.requireCount(ComponentPath.of(component, "xs"), "byteLength", byteLength, xs.length * 4L)
    @Override
    public Optional<CodeBlock> requireCount(CodeBlock path, CodeBlock checked) {
        CodeBlock number = tail.isInBytes()
                ? CodeBlock.of("(long) $L.length * $L", checked, elementByteSize)
                : CodeBlock.of("$L.length", checked);
        return Optional.of(CodeBlock.of(
                "$T.requireCount($L, $S, $L, $L)",
                Library.STRUCT_TAIL,
                path,
                count.name(),
                names.variable(count),
                number));
    }
}
