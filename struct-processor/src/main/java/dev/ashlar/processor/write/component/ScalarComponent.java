package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.NumberAccess;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.Optional;

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
        addGetterAndSetter(view, code.javaType(), load(), javadoc);
        enumNumber().map(number -> number.getter(number())).ifPresent(view::addMethod);
    }

    @Override
    CodeBlock load() {
        return code.load(name(), place());
    }

    @Override
    public Optional<String> numberGetter() {
        return scalar.enumeration().map(model -> names.getter(component(), NUMBER));
    }

    @Override
    public Optional<MethodSpec> numberOfConstant(CodeBlock check, String getter) {
        return enumNumber().map(number -> number.ofConstant(check, getter));
    }

    private Optional<EnumNumber> enumNumber() {
        return scalar.enumeration().map(model -> new EnumNumber(this, model, code.numberType()));
    }

    @Override
    public boolean isOneAccess() {
        return true;
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

    @Override
    CodeBlock zero() {
        return new NumberAccess(code.storageType(), placement.order()).store(place(), CodeBlock.of("0"));
    }

    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return code.equal(mine.segment(), mine.place(component()), theirs.segment(), theirs.place(component()));
    }

    @Override
    public CodeBlock hash(Stored stored) {
        return code.hash(name(), stored.segment(), stored.place(component()));
    }

    // height()
    // NUMBERS_OF_COLOR.text(memory.loadI32(byteOffset() + OFFSET_COLOR))
    @Override
    public CodeBlock text() {
        return scalar instanceof ComponentType.Enumeration enumeration
                ? CodeBlock.of("$L.text($L)", names.numbers(enumeration.model()), number())
                : names.get(component());
    }

    // memory.loadI32(byteOffset() + OFFSET_COLOR)
    // BigEndian.loadI32(memory, byteOffset() + OFFSET_COLOR)
    private CodeBlock number() {
        return new NumberAccess(code.storageType(), placement.order()).load(CodeBlock.of("memory"), place());
    }
}
