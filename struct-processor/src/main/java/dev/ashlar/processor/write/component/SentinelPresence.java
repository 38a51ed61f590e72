package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StorageType;
import java.util.Optional;

/** A stored number that stands for absence. */
record SentinelPresence(PlacedComponent placed, Number number, GeneratedNames names, Placement placement)
        implements PresenceCode {
    // memory.loadI32(byteOffset() + OFFSET_AGE) != -1
    // !Double.isNaN(memory.loadF64(byteOffset() + OFFSET_HEIGHT))
    @Override
    public CodeBlock isPresent(Placement place) {
        return isNan() ? CodeBlock.of("!$L", isAbsent(place)) : CodeBlock.of("$L$W!= $L", load(place), loaded());
    }

    // memory.loadI32(byteOffset() + OFFSET_AGE) == -1
    // Double.isNaN(memory.loadF64(byteOffset() + OFFSET_HEIGHT))
    @Override
    public CodeBlock isAbsent(Placement place) {
        return isNan()
                ? CodeBlock.of("$T.isNaN($L)", loadedType().box(), load(place))
                : CodeBlock.of("$L$W== $L", load(place), loaded());
    }

    private CodeBlock load(Placement place) {
        CodeBlock memory = CodeBlock.of("memory");
        CodeBlock offset = place.of(placed.component());
        return placed.type() instanceof ComponentType.Scalar scalar
                ? new NumberAccess(scalar.storageType(), place.order()).load(memory, offset)
                : bits().bits(memory, offset);
    }

    // segment.get(LittleEndian.I32, byteOffset + OFFSET_AGE) != -1
    // BitField.loadUnsigned(memory, byteOffset + OFFSET_LEVEL, 0, 4, ByteOrder.LITTLE_ENDIAN) != 15L
    @Override
    public CodeBlock isPresent(Stored stored) {
        CodeBlock offset = stored.place(placed.component());
        if (!(placed.type() instanceof ComponentType.Scalar scalar)) {
            return CodeBlock.of("$L$W!= $L", bits().bits(stored.memory(), offset), loaded());
        }
        CodeBlock number = scalar(scalar).numberFrom(stored.segment(), offset);
        return isNan()
                ? CodeBlock.of("!$T.isNaN($L)", loadedType().box(), number)
                : CodeBlock.of(isMasked(scalar) ? "($L)$W!= $L" : "$L$W!= $L", number, loaded());
    }

    /** Returns whether the number that is stored is an expression with an operator. */
    private static boolean isMasked(ComponentType.Scalar scalar) {
        return switch (scalar.storageType()) {
            case U8, U16, U32 -> true;
            case I8, I16, I32, I64, U64, F32, F64 -> false;
        };
    }

    private boolean isNan() {
        return Double.isNaN(number.doubleValue());
    }

    /** The number as it is loaded. */
    private CodeBlock loaded() {
        return literal(loadedType());
    }

    private TypeName loadedType() {
        return placed.type() instanceof ComponentType.Scalar scalar
                ? scalar(scalar).numberType()
                : TypeName.LONG;
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
        return switch (placed.type()) {
            case ComponentType.Scalar scalar ->
                new NumberAccess(scalar.storageType(), placement.order())
                        .store(placement.of(placed.component()), literal(storedType(scalar)));
            default -> bits().storeNumber(literal(TypeName.LONG));
        };
    }

    /** The type that a store of the handle takes. */
    private TypeName storedType(ComponentType.Scalar scalar) {
        return scalar.storageType() == StorageType.U32
                ? TypeName.INT
                : scalar(scalar).numberType();
    }

    @Override
    public Optional<CodeBlock> sentinel() {
        return Optional.of(literal(checkedType()));
    }

    /** An expression for a present value, ready to be stored, that throws if it is the number. */
    // AbsentValue.refuse(component, value, -1)
    CodeBlock refuse(CodeBlock path, CodeBlock checked) {
        TypeName type = checkedType();
        boolean isU32 = type.equals(TypeName.INT)
                && placed.type() instanceof ComponentType.Scalar scalar
                && scalar.storageType() == StorageType.U32;
        CodeBlock refused = CodeBlock.of(
                "$T.$L($L,$W$L,$W$L)",
                Library.ABSENT_VALUE,
                isU32 ? "refuseU32" : "refuse",
                path,
                checked,
                literal(type));
        boolean isNarrow = type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT) || type.equals(TypeName.CHAR);
        return isNarrow ? CodeBlock.of("($T) $L", type, refused) : refused;
    }

    private TypeName checkedType() {
        return placed.type() instanceof ComponentType.Scalar scalar
                ? scalar(scalar).checkedType()
                : TypeName.LONG;
    }

    // -1
    // Double.NaN
    private CodeBlock literal(TypeName type) {
        if (type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)) {
            return Double.isNaN(number.doubleValue())
                    ? CodeBlock.of("$T.NaN", type.box())
                    : CodeBlock.of("$L", type.equals(TypeName.FLOAT) ? number.floatValue() + "f" : number + "");
        }
        return type.equals(TypeName.LONG) ? CodeBlock.of("$LL", number) : CodeBlock.of("$L", number.intValue());
    }

    private ScalarCode scalar(ComponentType.Scalar scalar) {
        return new ScalarCode(scalar, names, placement);
    }

    private BitFieldComponent bits() {
        return new BitFieldComponent(placed, (ComponentType.BitField) placed.type(), names, placement);
    }
}
