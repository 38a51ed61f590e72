package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StorageType;
import java.util.Locale;
import java.util.Optional;

/** The expressions for one number, a component or an element of one. */
final class ScalarCode {
    private final ComponentType.Scalar scalar;
    private final GeneratedNames names;
    private final NumberAccess access;

    ScalarCode(ComponentType.Scalar scalar, GeneratedNames names, Placement placement) {
        this.scalar = scalar;
        this.names = names;
        this.access = new NumberAccess(scalar.storageType(), placement.order());
    }

    StorageType storageType() {
        return scalar.storageType();
    }

    TypeName javaType() {
        return Names.scalar(scalar);
    }

    /** The Java type of the number that is stored, as the handle returns it: {@code int} where each fits in one. */
    TypeName numberType() {
        return switch (storageType()) {
            case I8, U8, I16, U16, I32 -> TypeName.INT;
            case U32, I64, U64 -> TypeName.LONG;
            case F32 -> TypeName.FLOAT;
            case F64 -> TypeName.DOUBLE;
        };
    }

    // memory.loadU8(byteOffset() + OFFSET_OPEN) != 0
    // NUMBERS_OF_COLOR.constant("p.Person#color", memory.loadI32(byteOffset() + OFFSET_COLOR))
    CodeBlock load(CodeBlock component, CodeBlock offset) {
        CodeBlock number = access.load(CodeBlock.of("memory"), offset);
        return switch (scalar) {
            case ComponentType.Primitive primitive ->
                switch (primitive.primitive()) {
                    case BOOLEAN -> CodeBlock.of("$L != 0", number);
                    case CHAR -> CodeBlock.of("(char) $L", number);
                    case BYTE -> CodeBlock.of("(byte) $L", number);
                    case SHORT -> CodeBlock.of("(short) $L", number);
                    case INT, LONG, FLOAT, DOUBLE -> number;
                };
            case ComponentType.Enumeration enumeration ->
                CodeBlock.of("$L.constant($L, $L)", names.numbers(enumeration.model()), component, number);
        };
    }

    // segment.get(LittleEndian.I8, byteOffset + OFFSET_OPEN) != 0
    // NUMBERS_OF_COLOR.constant("p.Person#color", segment.get(LittleEndian.I32, byteOffset + OFFSET_COLOR))
    CodeBlock loadFrom(CodeBlock component, CodeBlock segment, CodeBlock offset) {
        CodeBlock bits = access.loadFrom(segment, offset);
        CodeBlock number = extended(bits);
        return switch (scalar) {
            case ComponentType.Primitive primitive ->
                switch (primitive.primitive()) {
                    case BOOLEAN -> CodeBlock.of("$L != 0", bits);
                    case CHAR ->
                        storageType() == StorageType.U16
                                ? CodeBlock.of("(char) $L", bits)
                                : CodeBlock.of("(char) ($L)", number);
                    case SHORT -> storageType() == StorageType.U8 ? CodeBlock.of("(short) ($L)", number) : number;
                    case BYTE, INT, LONG, FLOAT, DOUBLE -> number;
                };
            case ComponentType.Enumeration enumeration ->
                CodeBlock.of("$L.constant($L,$W$L)", names.numbers(enumeration.model()), component, number);
        };
    }

    /** An expression for the number that is stored. */
    // segment.get(LittleEndian.I8, byteOffset + OFFSET_LEVEL) & 0xFF
    CodeBlock numberFrom(CodeBlock segment, CodeBlock offset) {
        return extended(access.loadFrom(segment, offset));
    }

    /** An expression: whether two numbers are equal, as records compare them. */
    // segment.get(LittleEndian.I32, byteOffset + OFFSET_ID) == thatSegment.get(LittleEndian.I32, thatOffset +
    // OFFSET_ID)
    // Double.compare(segment.get(LittleEndian.F64, …), thatSegment.get(LittleEndian.F64, …)) == 0
    CodeBlock equal(CodeBlock segment, CodeBlock offset, CodeBlock otherSegment, CodeBlock otherOffset) {
        CodeBlock bits = access.loadFrom(segment, offset);
        CodeBlock otherBits = access.loadFrom(otherSegment, otherOffset);
        return switch (storageType()) {
            case F32, F64 -> CodeBlock.of("$T.compare($L,$W$L) == 0", javaType().box(), bits, otherBits);
            case I8, U8, I16, U16, I32, U32, I64, U64 ->
                isTruth()
                        ? CodeBlock.of("($L != 0)$W== ($L != 0)", bits, otherBits)
                        : CodeBlock.of("$L$W== $L", bits, otherBits);
        };
    }

    /** An expression for the hash code of a number: for an enum, of the one that is stored. */
    // Double.hashCode(segment.get(LittleEndian.F64, byteOffset + OFFSET_HEIGHT))
    // Long.hashCode(segment.get(LittleEndian.I32, byteOffset + OFFSET_COLOR))
    CodeBlock hash(CodeBlock component, CodeBlock segment, CodeBlock offset) {
        return scalar instanceof ComponentType.Enumeration
                ? CodeBlock.of("$T.hashCode($L)", Long.class, extended(access.loadFrom(segment, offset)))
                : CodeBlock.of("$T.hashCode($L)", javaType().box(), loadFrom(component, segment, offset));
    }

    private boolean isTruth() {
        return scalar instanceof ComponentType.Primitive primitive && primitive.primitive() == JavaPrimitive.BOOLEAN;
    }

    // segment.get(LittleEndian.I8, byteOffset + OFFSET_LEVEL) & 0xFF
    private CodeBlock extended(CodeBlock bits) {
        return switch (storageType()) {
            case U8 -> CodeBlock.of("$L & 0xFF", bits);
            case U16 -> CodeBlock.of("$L & 0xFFFF", bits);
            case U32 -> CodeBlock.of("$L & 0xFFFF_FFFFL", bits);
            case I8, I16, I32, I64, U64, F32, F64 -> bits;
        };
    }

    // segment.set(LittleEndian.I8, byteOffset + OFFSET_OPEN, (byte) (value.open() ? 1 : 0))
    // segment.set(LittleEndian.I32, byteOffset + OFFSET_COLOR, (int) color)
    CodeBlock storeTo(CodeBlock segment, CodeBlock offset, CodeBlock checked) {
        CodeBlock number = isTruth() ? CodeBlock.of("$L ? 1 : 0", checked) : checked;
        CodeBlock narrowed = isTruth() ? CodeBlock.of("($L)", number) : number;
        return access.storeTo(
                segment,
                offset,
                switch (storageType()) {
                    case I8, U8 -> isStoredAsIs() ? number : CodeBlock.of("(byte) $L", narrowed);
                    case I16, U16 -> isStoredAsIs() ? number : CodeBlock.of("(short) $L", narrowed);
                    case I32, U32 ->
                        scalar instanceof ComponentType.Enumeration ? CodeBlock.of("(int) $L", number) : number;
                    case I64, U64, F32, F64 -> number;
                });
    }

    /**
     * Returns whether the Java type is that of the layout: not for {@code char}, whose bits are stored as a {@code short}.
     */
    private boolean isStoredAsIs() {
        return scalar instanceof ComponentType.Primitive primitive
                && !primitive.isNarrowed()
                && (primitive.primitive() == JavaPrimitive.BYTE || primitive.primitive() == JavaPrimitive.SHORT);
    }

    /** Returns whether there are values that cannot be stored. */
    boolean refuses() {
        return switch (scalar) {
            case ComponentType.Primitive primitive -> primitive.isNarrowed();
            case ComponentType.Enumeration enumeration -> true;
        };
    }

    /** The Java type of what is ready to be stored. */
    TypeName checkedType() {
        return switch (scalar) {
            case ComponentType.Primitive primitive ->
                primitive.isNarrowed() ? TypeName.INT : Names.primitive(primitive.primitive());
            case ComponentType.Enumeration enumeration -> TypeName.LONG;
        };
    }

    // StoredInteger.u8("level", value.level())
    // NUMBERS_OF_COLOR.number("color", value.color())
    CodeBlock check(CodeBlock path, CodeBlock value) {
        return switch (scalar) {
            case ComponentType.Primitive primitive
            when primitive.isNarrowed() ->
                CodeBlock.of(
                        "$T.$L($L,$W$L)",
                        Library.STORED_INTEGER,
                        storageType().name().toLowerCase(Locale.ROOT),
                        path,
                        value);
            case ComponentType.Primitive primitive -> value;
            case ComponentType.Enumeration enumeration ->
                CodeBlock.of("$L.number($L,$W$L)", names.numbers(enumeration.model()), path, value);
        };
    }

    /**
     * As {@link #check}, for the elements of an array.
     *
     * @param length the length that {@code values} must have; empty if any will do
     */
    // StoredInteger.all("levels", levels, LENGTH_LEVELS, IntegerType.U8)
    // NUMBERS_OF_COLOR.all("colors", colors, LENGTH_COLORS)
    CodeBlock checkAll(CodeBlock path, CodeBlock values, Optional<CodeBlock> length) {
        CodeBlock arguments = Library.arguments(path, values, length);
        return switch (scalar) {
            case ComponentType.Primitive primitive
            when primitive.isNarrowed() ->
                CodeBlock.of(
                        "$T.all($L,$W$T.$L)", Library.STORED_INTEGER, arguments, Library.INTEGER_TYPE, storageType());
            case ComponentType.Primitive primitive
            when primitive.primitive() == JavaPrimitive.BOOLEAN ->
                CodeBlock.of("$T.all($L)", Library.STORED_INTEGER, arguments);
            case ComponentType.Primitive primitive ->
                CodeBlock.of(
                        "$T.$L($L)",
                        Library.COMPONENT_VALUE,
                        length.isPresent() ? "requireLength" : "require",
                        arguments);
            case ComponentType.Enumeration enumeration ->
                CodeBlock.of("$L.all($L)", names.numbers(enumeration.model()), arguments);
        };
    }

    // memory.storeI8(byteOffset() + OFFSET_OPEN, open ? 1 : 0)
    // memory.storeI32(byteOffset() + OFFSET_COLOR, (int) color)
    CodeBlock store(CodeBlock offset, CodeBlock checked) {
        return switch (scalar) {
            case ComponentType.Primitive primitive
            when primitive.primitive() == JavaPrimitive.BOOLEAN ->
                access.store(offset, CodeBlock.of("$L ? 1 : 0", checked));
            case ComponentType.Primitive primitive -> access.store(offset, checked);
            case ComponentType.Enumeration enumeration ->
                access.store(offset, storageType() == StorageType.I64 ? checked : CodeBlock.of("(int) $L", checked));
        };
    }
}
