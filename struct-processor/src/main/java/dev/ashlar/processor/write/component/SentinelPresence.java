package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.Optional;

/** A stored number that stands for absence: of one number, or of a bit-field. */
record SentinelPresence(PlacedComponent placed, Number number, GeneratedNames names, Placement placement)
        implements PresenceCode {
    // memory.loadI32(byteOffset() + OFFSET_AGE) != -1
    // BitField.loadUnsigned(memory, byteOffset() + OFFSET_LEVEL, 0, 4, ByteOrder.LITTLE_ENDIAN) != 15L
    @Override
    public CodeBlock isPresent(Placement place) {
        CodeBlock offset = place.of(placed.component());
        return scalar(place)
                .map(scalar -> scalar.isPresent(offset))
                .orElseGet(() -> CodeBlock.of("$L$W!= $L", bits().bits(CodeBlock.of("memory"), offset), ofBits()));
    }

    @Override
    public CodeBlock isAbsent(Placement place) {
        CodeBlock offset = place.of(placed.component());
        return scalar(place)
                .map(scalar -> scalar.isAbsent(offset))
                .orElseGet(() -> CodeBlock.of("$L$W== $L", bits().bits(CodeBlock.of("memory"), offset), ofBits()));
    }

    @Override
    public CodeBlock isPresent(Stored stored) {
        CodeBlock offset = stored.place(placed.component());
        return scalar(placement)
                .map(scalar -> scalar.isPresent(stored.segment(), offset))
                .orElseGet(() -> CodeBlock.of("$L$W!= $L", bits().bits(stored.memory(), offset), ofBits()));
    }

    @Override
    public Optional<CodeBlock> mark() {
        return Optional.empty();
    }

    @Override
    public Optional<CodeBlock> put(CodeBlock memory, CodeBlock isPresent) {
        return Optional.empty();
    }

    // memory.storeI32(byteOffset() + OFFSET_AGE, -1)
    @Override
    public CodeBlock clear() {
        return scalar(placement)
                .map(scalar -> scalar.store(placement.of(placed.component())))
                .orElseGet(() -> bits().storeNumber(ofBits()));
    }

    @Override
    public Optional<CodeBlock> sentinel() {
        return Optional.of(scalar(placement).map(SentinelCode::checked).orElseGet(this::ofBits));
    }

    /** An expression for a present value, ready to be stored, that throws if it is the number. */
    // AbsentValue.refuse(component, value, -1)
    CodeBlock refuse(CodeBlock path, CodeBlock checked) {
        return scalar(placement)
                .map(scalar -> scalar.refuse(path, checked))
                .orElseGet(
                        () -> CodeBlock.of("$T.refuse($L,$W$L,$W$L)", Library.ABSENT_VALUE, path, checked, ofBits()));
    }

    private CodeBlock ofBits() {
        return SentinelCode.literal(number, TypeName.LONG);
    }

    private Optional<SentinelCode> scalar(Placement place) {
        return placed.type() instanceof ComponentType.Scalar scalar
                ? Optional.of(new SentinelCode(scalar, number, names, place.inOrderOf(placed.component())))
                : Optional.empty();
    }

    private BitFieldComponent bits() {
        return new BitFieldComponent(placed, (ComponentType.BitField) placed.type(), names, placement);
    }
}
