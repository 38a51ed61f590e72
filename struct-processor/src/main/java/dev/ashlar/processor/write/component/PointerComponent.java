package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import dev.ashlar.struct.StorageType;
import java.lang.foreign.MemorySegment;

/** A component that is a C pointer. */
final class PointerComponent extends ComponentCode {
    private final NumberAccess access;

    PointerComponent(PlacedComponent placed, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.access = new NumberAccess(StorageType.I64, placement.order());
    }

    // public MemorySegment next() {
    //     return MemorySegment.ofAddress(memory.loadI64(byteOffset() + OFFSET_NEXT));
    @Override
    public void addAccessors(TypeSpec.Builder view) {
        CodeBlock load =
                CodeBlock.of("$T.ofAddress($L)", MemorySegment.class, access.load(CodeBlock.of("memory"), place()));
        CodeBlock javadoc = refusal("it is a segment on the Java heap, which has no address");
        addGetterAndSetter(view, TypeName.get(MemorySegment.class), load, javadoc);
    }

    @Override
    public boolean canFill() {
        return true;
    }

    // MemorySegment.ofAddress(segment.get(LittleEndian.I64, byteOffset + OFFSET_NEXT))
    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return CodeBlock.of("$T.ofAddress($L)", MemorySegment.class, access.loadFrom(segment, place()));
    }

    @Override
    public CodeBlock storeTo(CodeBlock segment, CodeBlock checked) {
        return access.storeTo(segment, place(), checked);
    }

    @Override
    public TypeName recordType() {
        return TypeName.get(MemorySegment.class);
    }

    @Override
    public TypeName checkedType() {
        return TypeName.LONG;
    }

    // ComponentValue.requireAddress("next", value.next())
    // ComponentValue.requireAddress(ComponentPath.of(component, "next"), value.next())
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.requireAddress($L,$W$L)", Library.COMPONENT_VALUE, path, value);
    }

    @Override
    public CodeBlock store(CodeBlock checked) {
        return access.store(place(), checked);
    }

    // segment.get(LittleEndian.I64, byteOffset + OFFSET_NEXT) == thatSegment.get(LittleEndian.I64, thatOffset +
    // OFFSET_NEXT)
    // segment.get(BigEndian.I64, byteOffset + OFFSET_NEXT) == thatSegment.get(BigEndian.I64, thatOffset + OFFSET_NEXT)
    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return CodeBlock.of("$L$W== $L", address(mine), address(theirs));
    }

    @Override
    public CodeBlock hash(Stored stored) {
        return CodeBlock.of("$T.hashCode($L)", Long.class, address(stored));
    }

    // segment.get(LittleEndian.I64, byteOffset + OFFSET_NEXT)
    // thatSegment.get(LittleEndian.I64, thatOffset + OFFSET_NEXT)
    private CodeBlock address(Stored stored) {
        return access.loadFrom(stored.segment(), stored.place(component()));
    }
}
