package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/** A stored number that stands for the absence of an element. */
record ElementSentinel(ArrayComponent array, SentinelCode number) implements ElementPresence {
    // memory.loadI32(StructRange.ofElement("p.R#xs", byteOffset() + OFFSET_XS, index, LENGTH_XS, 4)) != -1
    @Override
    public CodeBlock isPresent() {
        return number.isPresent(place());
    }

    @Override
    public CodeBlock isAbsent() {
        return number.isAbsent(place());
    }

    @Override
    public Optional<CodeBlock> mark() {
        return Optional.empty();
    }

    // memory.storeI32(StructRange.ofElement("p.R#xs", byteOffset() + OFFSET_XS, index, LENGTH_XS, 4), -1)
    @Override
    public List<CodeBlock> clear() {
        return List.of(number.store(place()));
    }

    @Override
    public Optional<CodeBlock> sentinel() {
        return Optional.of(number.checked());
    }

    @Override
    public CodeBlock refuse(CodeBlock path, CodeBlock checked) {
        return number.refuse(path, checked);
    }

    @Override
    public TypeName checkedType(TypeName values) {
        return values;
    }

    @Override
    public CodeBlock values(CodeBlock checked) {
        return checked;
    }

    @Override
    public Optional<CodeBlock> putAll(CodeBlock checked) {
        return Optional.empty();
    }

    private CodeBlock place() {
        return array.elementPlace(array.elementByteSize);
    }
}
