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
import javax.lang.model.element.Modifier;

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
        numberGetter().map(this::numberMethod).ifPresent(view::addMethod);
    }

    @Override
    CodeBlock load() {
        return code.load(name(), place());
    }

    @Override
    public Optional<String> numberGetter() {
        return scalar instanceof ComponentType.Enumeration
                ? Optional.of(names.getter(component(), NUMBER))
                : Optional.empty();
    }

    // public int colorNumber() {
    //     return memory.loadI32(byteOffset() + OFFSET_COLOR);
    private MethodSpec numberMethod(String name) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "Returns the number that is stored for {@code $L}; it may be one that no constant has.\n",
                        component().name())
                .addModifiers(Modifier.PUBLIC)
                .returns(code.numberType())
                .addStatement("return $L", number())
                .build();
    }

    // public static int colorNumber(Color color) {
    //     LINK.check();
    //     return (int) NUMBERS_OF_COLOR.number("p.Car#color", color);
    @Override
    public Optional<MethodSpec> numberOfConstant(CodeBlock check, String getter) {
        if (!(scalar instanceof ComponentType.Enumeration enumeration)) {
            return Optional.empty();
        }
        String variable = names.variable(component());
        return Optional.of(MethodSpec.methodBuilder(numberName())
                .addJavadoc("Returns the number by which a constant is stored, to compare with {@link #$L}.\n", getter)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(code.numberType())
                .addParameter(code.javaType(), variable)
                .addCode(check)
                .addStatement(
                        "return $L$L.number($L, $L)",
                        code.numberType().equals(TypeName.LONG) ? "" : "(int) ",
                        names.numbers(enumeration.model()),
                        name(),
                        variable)
                .build());
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
