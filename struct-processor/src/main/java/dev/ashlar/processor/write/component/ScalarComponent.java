package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;

/** A component that is one number: a primitive value or an enum. */
class ScalarComponent extends ComponentCode {
    private final ComponentType.Scalar scalar;
    private final ScalarCode code;

    ScalarComponent(PlacedComponent placed, ComponentType.Scalar scalar, GeneratedNames names, Placement placement) {
        super(placed, names, placement);
        this.scalar = scalar;
        this.code = new ScalarCode(scalar, names, placement);
    }

    // public int id() {
    //     return memory.loadI32(byteOffset() + OFFSET_ID);
    @Override
    public void addAccessors(TypeSpec.Builder view) {
        boolean hasRange = scalar instanceof ComponentType.Primitive && code.refuses();
        CodeBlock javadoc = hasRange ? refusal("it does not fit in " + code.storageType()) : CodeBlock.of("");
        addGetterAndSetter(view, code.javaType(), code.load(name(), place()), javadoc);
    }

    @Override
    public boolean canFill() {
        return true;
    }

    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        return code.loadFrom(name(), segment, place());
    }

    @Override
    public boolean refuses() {
        return code.refuses();
    }

    @Override
    public CodeBlock storeTo(CodeBlock segment, CodeBlock checked) {
        return code.storeTo(segment, place(), checked);
    }

    @Override
    public TypeName recordType() {
        return code.javaType();
    }

    @Override
    public TypeName checkedType() {
        return code.checkedType();
    }

    @Override
    public CodeBlock check(CodeBlock path, CodeBlock value) {
        return code.check(path, value);
    }

    @Override
    public CodeBlock store(CodeBlock checked) {
        return code.store(place(), checked);
    }

    // id() == that.id()
    // Double.compare(height(), that.height()) == 0
    @Override
    public CodeBlock equal() {
        CodeBlock mine = names.get(component());
        CodeBlock theirs = CodeBlock.of("that.$L()", getterName());
        return switch (scalar) {
            case ComponentType.Primitive primitive
            when primitive.primitive() == JavaPrimitive.FLOAT || primitive.primitive() == JavaPrimitive.DOUBLE ->
                CodeBlock.of("$T.compare($L, $L) == 0", code.javaType().box(), mine, theirs);
            case ComponentType.Primitive primitive -> CodeBlock.of("$L == $L", mine, theirs);
            case ComponentType.Enumeration enumeration -> CodeBlock.of("$L == $L", number(""), number("that."));
        };
    }

    // Double.hashCode(height())
    // Long.hashCode(memory.loadI32(byteOffset() + OFFSET_COLOR))
    @Override
    public CodeBlock hash() {
        return switch (scalar) {
            case ComponentType.Primitive primitive ->
                CodeBlock.of("$T.hashCode($L)", code.javaType().box(), names.get(component()));
            case ComponentType.Enumeration enumeration -> CodeBlock.of("$T.hashCode($L)", Long.class, number(""));
        };
    }

    // height()
    // NUMBERS_OF_COLOR.text(memory.loadI32(byteOffset() + OFFSET_COLOR))
    @Override
    public CodeBlock text() {
        return scalar instanceof ComponentType.Enumeration enumeration
                ? CodeBlock.of("$L.text($L)", names.numbers(enumeration.model()), number(""))
                : names.get(component());
    }

    // memory.loadI32(byteOffset() + OFFSET_COLOR)
    // that.memory.loadI32(that.byteOffset + OFFSET_COLOR)
    private CodeBlock number(String owner) {
        return new NumberAccess(code.storageType(), placement.order())
                .load(CodeBlock.of("$Lmemory", owner), CodeBlock.of("$L$L", owner, place()));
    }
}
