package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.struct.StorageType;
import java.lang.foreign.MemorySegment;

/** A component that is a C pointer. */
final class PointerComponent extends ComponentCode {
    private final NumberAccess access;

    PointerComponent(PlacedComponent placed, StructNames names, Placement placement) {
        super(placed, names, placement);
        this.access = new NumberAccess(StorageType.I64, placement.order());
    }

    // public MemorySegment next() {
    //     return MemorySegment.ofAddress(memory.loadI64(byteOffset() + OFFSET_NEXT));
    @Override
    void addAccessors(TypeSpec.Builder view) {
        CodeBlock load = CodeBlock.of("$T.ofAddress($L)", MemorySegment.class, address(""));
        CodeBlock javadoc = refusal("it is a segment of the Java heap, which has no address");
        addGetterAndSetter(view, TypeName.get(MemorySegment.class), load, javadoc);
    }

    @Override
    TypeName checkedType() {
        return TypeName.LONG;
    }

    // ComponentValue.requireAddress("next", value.next())
    // ComponentValue.requireAddress(ComponentPath.of(component, "next"), value.next())
    @Override
    CodeBlock check(CodeBlock path, CodeBlock value) {
        return CodeBlock.of("$T.requireAddress($L,$W$L)", Library.COMPONENT_VALUE, path, value);
    }

    @Override
    CodeBlock store(CodeBlock checked) {
        return access.store(place(), checked);
    }

    @Override
    CodeBlock equal() {
        return CodeBlock.of("$L == $L", address(""), address("that."));
    }

    @Override
    CodeBlock hash() {
        return CodeBlock.of("$T.hashCode($L)", Long.class, address(""));
    }

    // memory.loadI64(byteOffset() + OFFSET_NEXT)
    // that.memory.loadI64(that.byteOffset + OFFSET_NEXT)
    private CodeBlock address(String owner) {
        return access.load(CodeBlock.of("$Lmemory", owner), CodeBlock.of("$L$L", owner, place()));
    }
}
