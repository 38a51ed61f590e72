package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;
import java.util.Optional;

/** A component that is a bit-field. */
final class BitFieldComponent extends ComponentCode {
    private final ComponentType.BitField bits;

    BitFieldComponent(PlacedComponent placed, ComponentType.BitField bits, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.bits = bits;
    }

    // public int version() {
    //     return (int) BitField.loadUnsigned(memory, byteOffset() + OFFSET_VERSION, 4, 4,
    // ByteOrder.LITTLE_ENDIAN);
    @Override
    public void addAccessors(TypeSpec.Builder view) {
        CodeBlock javadoc = refuses() && bits.enumeration().isEmpty()
                ? refusal("it does not fit in " + bits.width() + (isSigned() ? " signed bits" : " unsigned bits"))
                : CodeBlock.of("");
        addGetterAndSetter(view, recordType(), load(), javadoc);
        enumNumber()
                .map(number -> number.getter(narrowed(number.type(), stored())))
                .ifPresent(view::addMethod);
    }

    @Override
    public Optional<String> numberGetter() {
        return bits.enumeration().map(model -> names.getter(component(), NUMBER));
    }

    @Override
    public Optional<MethodSpec> numberOfConstant(CodeBlock check, String getter) {
        return enumNumber().map(number -> number.ofConstant(check, getter));
    }

    private Optional<EnumNumber> enumNumber() {
        TypeName type = bits.width() < Integer.SIZE ? TypeName.INT : TypeName.LONG;
        return bits.enumeration().map(model -> new EnumNumber(this, model, type));
    }

    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return load();
    }

    @Override
    public TypeName recordType() {
        return Names.scalar(bits.value());
    }

    @Override
    public TypeName checkedType() {
        return refuses() ? TypeName.LONG : TypeName.BOOLEAN;
    }

    // BitField.unsigned("version", value.version(), 4)
    // BitField.signed(ComponentPath.of(component, "delta"), value.delta(), 3)
    // NUMBERS_OF_COLOR.number("color", value.color())
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
        if (bits.enumeration().isPresent()) {
            return CodeBlock.of(
                    "$L.number($L,$W$L)", names.numbers(bits.enumeration().get()), path, value);
        }
        return refuses()
                ? CodeBlock.of(
                        "$T.$L($L,$W$L, $L)",
                        Library.BIT_FIELD,
                        isSigned() ? "signed" : "unsigned",
                        path,
                        value,
                        bits.width())
                : value;
    }

    // BitField.store(memory, byteOffset() + OFFSET_VERSION, 4, 4, version, ByteOrder.LITTLE_ENDIAN)
    // BitField.store(memory, byteOffset() + OFFSET_OPEN, 0, 1, open ? 1 : 0, ByteOrder.LITTLE_ENDIAN)
    @Override
    public CodeBlock store(CodeBlock checked) {
        return storeNumber(refuses() ? checked : CodeBlock.of("$L ? 1 : 0", checked));
    }

    // BitField.store(memory, byteOffset() + OFFSET_VERSION, 4, 4, 0, ByteOrder.LITTLE_ENDIAN)
    @Override
    CodeBlock zero() {
        return storeNumber(CodeBlock.of("0"));
    }

    CodeBlock storeNumber(CodeBlock number) {
        return CodeBlock.of(
                "$T.store(memory, $L, $L, $L,$W$L,$W$L)",
                Library.BIT_FIELD,
                place(),
                placed.bitOffset(),
                bits.width(),
                number,
                placement.byteOrder());
    }

    // BitField.loadUnsigned(memory, byteOffset + OFFSET_VERSION, 4, 4, …) == BitField.loadUnsigned(thatMemory, …)
    // (BitField.loadUnsigned(memory, …) != 0) == (BitField.loadUnsigned(thatMemory, …) != 0)
    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        CodeBlock one = bits(mine.memory(), mine.place(component()));
        CodeBlock other = bits(theirs.memory(), theirs.place(component()));
        return refuses() ? CodeBlock.of("$L$W== $L", one, other) : CodeBlock.of("($L != 0)$W== ($L != 0)", one, other);
    }

    @Override
    public CodeBlock hash(Stored stored) {
        CodeBlock loaded = bits(stored.memory(), stored.place(component()));
        return bits.enumeration().isPresent()
                ? CodeBlock.of("$T.hashCode($L)", Long.class, loaded)
                : CodeBlock.of("$T.hashCode($L)", recordType().box(), value(loaded));
    }

    // version()
    // NUMBERS_OF_COLOR.text(BitField.loadUnsigned(memory, byteOffset() + OFFSET_COLOR, 0, 3, ByteOrder.LITTLE_ENDIAN))
    @Override
    public CodeBlock text() {
        return bits.enumeration()
                .map(model -> CodeBlock.of("$L.text($L)", names.numbers(model), stored()))
                .orElseGet(super::text);
    }

    @Override
    public boolean refuses() {
        return !bits.isTruth();
    }

    private boolean isSigned() {
        return !bits.isTruth() && !bits.value().storageType().isUnsigned();
    }

    // (int) BitField.loadUnsigned(memory, byteOffset() + OFFSET_VERSION, 4, 4, ByteOrder.LITTLE_ENDIAN)
    @Override
    CodeBlock load() {
        return value(stored());
    }

    /** An expression for the number that is stored. */
    private CodeBlock stored() {
        return bits(CodeBlock.of("memory"), place());
    }

    // BitField.loadUnsigned(memory, byteOffset() + OFFSET_VERSION, 4, 4, ByteOrder.LITTLE_ENDIAN)
    // BitField.loadSigned(thatMemory, thatOffset + OFFSET_DELTA, 0, 3, ByteOrder.LITTLE_ENDIAN)
    CodeBlock bits(CodeBlock memory, CodeBlock offset) {
        return CodeBlock.of(
                "$T.$L($L, $L, $L, $L,$W$L)",
                Library.BIT_FIELD,
                isSigned() ? "loadSigned" : "loadUnsigned",
                memory,
                offset,
                placed.bitOffset(),
                bits.width(),
                placement.byteOrder());
    }

    // (int) BitField.loadUnsigned(memory, byteOffset() + OFFSET_VERSION, 4, 4, ByteOrder.LITTLE_ENDIAN)
    // NUMBERS_OF_COLOR.constant("p.Car#color", BitField.loadUnsigned(memory, …))
    private CodeBlock value(CodeBlock loaded) {
        return switch (bits.value()) {
            case ComponentType.Primitive primitive ->
                primitive.isTruth() ? CodeBlock.of("$L != 0", loaded) : narrowed(recordType(), loaded);
            case ComponentType.Enumeration enumeration ->
                CodeBlock.of("$L.constant($L,$W$L)", names.numbers(enumeration.model()), name(), loaded);
        };
    }

    private static CodeBlock narrowed(TypeName type, CodeBlock loaded) {
        return type.equals(TypeName.LONG) ? loaded : CodeBlock.of("($T) $L", type, loaded);
    }
}
