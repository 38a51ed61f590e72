package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StorageType;

/** The expressions for a stored number that stands for absence, of a component or an element that is one number. */
record SentinelCode(ComponentType.Scalar scalar, Number number, GeneratedNames names, Placement placement) {
    // memory.loadI32(byteOffset() + OFFSET_AGE) != -1
    // !Double.isNaN(memory.loadF64(byteOffset() + OFFSET_HEIGHT))
    CodeBlock isPresent(CodeBlock offset) {
        return isNan()
                ? CodeBlock.of("!$L", isAbsent(offset))
                : CodeBlock.of("$L$W!= $L", load(offset), literal(code().numberType()));
    }

    // memory.loadI32(byteOffset() + OFFSET_AGE) == -1
    // Double.isNaN(memory.loadF64(byteOffset() + OFFSET_HEIGHT))
    CodeBlock isAbsent(CodeBlock offset) {
        return isNan()
                ? CodeBlock.of("$T.isNaN($L)", code().numberType().box(), load(offset))
                : CodeBlock.of("$L$W== $L", load(offset), literal(code().numberType()));
    }

    private CodeBlock load(CodeBlock offset) {
        return new NumberAccess(scalar.storageType(), placement.order()).load(CodeBlock.of("memory"), offset);
    }

    // segment.get(LittleEndian.I32, byteOffset + OFFSET_AGE) != -1
    // !Double.isNaN(segment.get(LittleEndian.F64, byteOffset + OFFSET_HEIGHT))
    CodeBlock isPresent(CodeBlock segment, CodeBlock offset) {
        CodeBlock stored = code().numberFrom(segment, offset);
        return isNan()
                ? CodeBlock.of("!$T.isNaN($L)", code().numberType().box(), stored)
                : CodeBlock.of(isMasked() ? "($L)$W!= $L" : "$L$W!= $L", stored, literal(code().numberType()));
    }

    /** Returns whether the number that is stored is an expression with an operator. */
    private boolean isMasked() {
        return switch (scalar.storageType()) {
            case U8, U16, U32 -> true;
            case I8, I16, I32, I64, U64, F32, F64 -> false;
        };
    }

    private boolean isNan() {
        return Double.isNaN(number.doubleValue());
    }

    /** A statement that stores it. */
    // memory.storeI32(byteOffset() + OFFSET_AGE, -1)
    // memory.storeF64(byteOffset() + OFFSET_HEIGHT, Double.NaN)
    CodeBlock store(CodeBlock offset) {
        TypeName stored = scalar.storageType() == StorageType.U32 ? TypeName.INT : code().numberType();
        return new NumberAccess(scalar.storageType(), placement.order()).store(offset, literal(stored));
    }

    /** The number, ready to be stored. */
    CodeBlock checked() {
        return literal(code().checkedType());
    }

    /** An expression for a present value, ready to be stored, that throws if it is the number. */
    // AbsentValue.refuse(component, value, -1)
    // AbsentValue.refuseU32(component, StoredInteger.u32(component, value), -1)
    CodeBlock refuse(CodeBlock path, CodeBlock value) {
        TypeName type = code().checkedType();
        boolean isU32 = type.equals(TypeName.INT) && scalar.storageType() == StorageType.U32;
        CodeBlock refused = CodeBlock.of(
                "$T.$L($L,$W$L,$W$L)",
                Library.ABSENT_VALUE,
                isU32 ? "refuseU32" : "refuse",
                path,
                value,
                literal(type));
        boolean isNarrow = type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT) || type.equals(TypeName.CHAR);
        return isNarrow ? CodeBlock.of("($T) $L", type, refused) : refused;
    }

    private CodeBlock literal(TypeName type) {
        return literal(number, type);
    }

    // -1
    // Double.NaN
    static CodeBlock literal(Number number, TypeName type) {
        if (type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)) {
            return Double.isNaN(number.doubleValue())
                    ? CodeBlock.of("$T.NaN", type.box())
                    : CodeBlock.of("$L", type.equals(TypeName.FLOAT) ? number.floatValue() + "f" : number + "");
        }
        return type.equals(TypeName.LONG) ? CodeBlock.of("$LL", number) : CodeBlock.of("$L", number.intValue());
    }

    private ScalarCode code() {
        return new ScalarCode(scalar, names, placement);
    }
}
