package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.write.library.Library;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A presence bit for each element of an array: of a struct, or in the validity bitmap of a column. */
record ElementBits(ArrayComponent array) implements ElementPresence {
    // PresenceBits.isSet(memory, byteOffset() + OFFSET_PRESENCE, 3 + StructRange.checkIndex("p.R#xs", index,
    // LENGTH_XS))
    // PresenceBits.isSet(memory, columns.xsValidity, (columns.firstBit + this.index) * LENGTH_XS + StructRange....)
    @Override
    public CodeBlock isPresent() {
        return CodeBlock.of("$T.isSet(memory, $L)", Library.PRESENCE_BITS, bit(checkedIndex()));
    }

    @Override
    public CodeBlock isAbsent() {
        return CodeBlock.of("!$L", isPresent());
    }

    // PresenceBits.set(memory, byteOffset() + OFFSET_PRESENCE, 3 + index)
    @Override
    public Optional<CodeBlock> mark() {
        return Optional.of(CodeBlock.of("$T.set(memory, $L)", Library.PRESENCE_BITS, bit(CodeBlock.of("index"))));
    }

    // PresenceBits.clear(memory, byteOffset() + OFFSET_PRESENCE, 3 + StructRange.checkIndex(...))
    // memory.storeI32(StructRange.ofElement(...), 0)
    @Override
    public List<CodeBlock> clear() {
        return List.of(
                CodeBlock.of("$T.clear(memory, $L)", Library.PRESENCE_BITS, bit(checkedIndex())), array.zeroElement());
    }

    @Override
    public Optional<CodeBlock> sentinel() {
        return Optional.empty();
    }

    @Override
    public CodeBlock refuse(CodeBlock path, CodeBlock checked) {
        return checked;
    }

    // CheckedElements<int[]>
    @Override
    public TypeName checkedType(TypeName values) {
        return ParameterizedTypeName.get(Library.CHECKED_ELEMENTS, values);
    }

    @Override
    public CodeBlock values(CodeBlock checked) {
        return CodeBlock.of("$L.values()", checked);
    }

    // xs.storePresence(memory, byteOffset + OFFSET_PRESENCE, 3)
    @Override
    public Optional<CodeBlock> putAll(CodeBlock checked) {
        return Optional.of(CodeBlock.of("$L.storePresence(memory,$W$L)", checked, bit(CodeBlock.of(""))));
    }

    private CodeBlock checkedIndex() {
        return CodeBlock.of("$T.checkIndex($L,$Windex, $L)", Library.STRUCT_RANGE, array.name(), array.length());
    }

    // byteOffset() + OFFSET_PRESENCE, 3 + index
    private CodeBlock bit(CodeBlock index) {
        PlacedComponent.PresenceBits bits = Objects.requireNonNull(array.placed.presence(), "no presence bits");
        return array.placement.presence(array.component(), array.names.presenceOffset(), bits.first(), index);
    }
}
