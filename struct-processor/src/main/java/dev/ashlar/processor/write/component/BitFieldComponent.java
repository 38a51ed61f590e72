package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Names;
import dev.ashlar.processor.write.names.Placement;

/** A component that is a bit-field. */
final class BitFieldComponent extends ComponentCode {
    private final ComponentType.BitField bits;
    private final JavaPrimitive primitive;

    BitFieldComponent(PlacedComponent placed, ComponentType.BitField bits, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.bits = bits;
        this.primitive = bits.value().primitive();
    }

    // public int version() {
    //     return (int) BitField.loadUnsigned(memory, byteOffset() + OFFSET_VERSION, 4, 4,
    // ByteOrder.LITTLE_ENDIAN);
    @Override
    public void addAccessors(TypeSpec.Builder view) {
        CodeBlock javadoc = refuses()
                ? refusal("it does not fit in " + bits.width() + (isSigned() ? " signed bits" : " unsigned bits"))
                : CodeBlock.of("");
        addGetterAndSetter(view, Names.primitive(primitive), load(), javadoc);
    }

    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return load();
    }

    @Override
    public TypeName recordType() {
        return Names.primitive(primitive);
    }

    @Override
    public TypeName checkedType() {
        return refuses() ? TypeName.LONG : TypeName.BOOLEAN;
    }

    // BitField.unsigned("version", value.version(), 4)
    // BitField.signed(ComponentPath.of(component, "delta"), value.delta(), 3)
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
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
        return CodeBlock.of(
                "$T.hashCode($L)",
                Names.primitive(primitive).box(),
                value(bits(stored.memory(), stored.place(component()))));
    }

    @Override
    public boolean refuses() {
        return primitive != JavaPrimitive.BOOLEAN;
    }

    private boolean isSigned() {
        return primitive != JavaPrimitive.BOOLEAN && !bits.value().storageType().isUnsigned();
    }

    // (int) BitField.loadUnsigned(memory, byteOffset() + OFFSET_VERSION, 4, 4, ByteOrder.LITTLE_ENDIAN)
    @Override
    CodeBlock load() {
        return value(bits(CodeBlock.of("memory"), place()));
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

    private CodeBlock value(CodeBlock loaded) {
        return switch (primitive) {
            case BOOLEAN -> CodeBlock.of("$L != 0", loaded);
            case LONG -> loaded;
            default -> CodeBlock.of("($T) $L", Names.primitive(primitive), loaded);
        };
    }
}
