package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.Objects;
import java.util.Optional;

/** A presence bit: of a struct, or in the validity bitmap of a column. */
record BitPresence(PlacedComponent placed, GeneratedNames names, Placement placement) implements PresenceCode {
    // PresenceBits.isSet(memory, byteOffset() + OFFSET_PRESENCE, 0)
    // PresenceBits.isSet(memory, columns.ageValidity, columns.firstBit + index)
    @Override
    public CodeBlock isPresent(Placement place) {
        return isSet(CodeBlock.of("memory"), place);
    }

    @Override
    public CodeBlock isAbsent(Placement place) {
        return CodeBlock.of("!$L", isPresent(place));
    }

    @Override
    public CodeBlock isPresent(Stored stored) {
        return isSet(stored.segment(), stored.placement());
    }

    private CodeBlock isSet(CodeBlock memory, Placement place) {
        return CodeBlock.of("$T.isSet($L, $L)", Library.PRESENCE_BITS, memory, bit(place));
    }

    // PresenceBits.set(memory, byteOffset() + OFFSET_PRESENCE, 0)
    @Override
    public Optional<CodeBlock> mark() {
        return Optional.of(CodeBlock.of("$T.set(memory, $L)", Library.PRESENCE_BITS, bit(placement)));
    }

    // PresenceBits.put(segment, byteOffset + OFFSET_PRESENCE, 0, age != null)
    @Override
    public Optional<CodeBlock> put(CodeBlock memory, CodeBlock isPresent) {
        return Optional.of(
                CodeBlock.of("$T.put($L, $L,$W$L)", Library.PRESENCE_BITS, memory, bit(placement), isPresent));
    }

    // PresenceBits.clear(memory, byteOffset() + OFFSET_PRESENCE, 0)
    @Override
    public CodeBlock clear() {
        return CodeBlock.of("$T.clear(memory, $L)", Library.PRESENCE_BITS, bit(placement));
    }

    @Override
    public Optional<CodeBlock> sentinel() {
        return Optional.empty();
    }

    // byteOffset() + OFFSET_PRESENCE, 0
    // columns.ageValidity, columns.firstBit + index
    private CodeBlock bit(Placement place) {
        PlacedComponent.PresenceBits bit = Objects.requireNonNull(placed.presence(), "no presence bit");
        return place.presence(placed.component(), names.presenceOffset(), bit.first());
    }
}
