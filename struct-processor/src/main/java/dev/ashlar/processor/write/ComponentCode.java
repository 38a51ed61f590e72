package dev.ashlar.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** All code about one component; there is a class for each kind. */
abstract class ComponentCode {
    final PlacedComponent placed;
    final StructNaming naming;

    ComponentCode(PlacedComponent placed, StructNaming naming) {
        this.placed = placed;
        this.naming = naming;
    }

    /** One for each component, in order. */
    static List<ComponentCode> of(StructLayout layout, StructNaming naming) {
        return layout.components().stream().map(placed -> of(placed, naming)).toList();
    }

    static ComponentCode of(PlacedComponent placed, StructNaming naming) {
        return switch (placed.type()) {
            case ComponentType.Scalar scalar -> new ScalarComponent(placed, scalar, naming);
            case ComponentType.Nested nested -> new NestedComponent(placed, nested.struct(), naming);
            case ComponentType.FixedText text -> new TextComponent(placed, text, naming);
            case ComponentType.Atomic atomic -> new AtomicComponent(placed, atomic, naming);
            case ComponentType.Tag tag -> throw notOfARecord(placed);
            case ComponentType.Union union -> throw notOfARecord(placed);
            case ComponentType.TextTail text -> new TextTailComponent(placed, naming);
            case ComponentType.ArrayTail tail -> array(placed, tail.element(), naming);
            case ComponentType.Reference reference -> new ReferenceComponent(placed, reference, naming);
            case ComponentType.Pointer pointer -> new PointerComponent(placed, naming);
            case ComponentType.BitField bits -> new BitFieldComponent(placed, bits, naming);
            case ComponentType.FixedArray array -> array(placed, array.element(), naming);
        };
    }

    private static ComponentCode array(PlacedComponent placed, ComponentType.Element element, StructNaming naming) {
        return switch (element) {
            case ComponentType.Scalar scalar -> new ScalarArrayComponent(placed, scalar, naming);
            case ComponentType.Nested nested -> new StructArrayComponent(placed, nested.struct(), naming);
        };
    }

    private static IllegalStateException notOfARecord(PlacedComponent placed) {
        return new IllegalStateException("no component of a record: " + placed.type());
    }

    /** Adds the methods by which users reach the component. */
    abstract void addAccessors(TypeSpec.Builder view);

    /** An expression for what the record holds. */
    // id()
    // name()
    CodeBlock read() {
        return naming.get(component());
    }

    /** The Java type of what is ready to be stored. */
    abstract TypeName checkedType();

    /**
     * An expression for {@code value}, ready to be stored, that throws when it cannot be.
     *
     * @param path an expression that names the component in messages
     */
    abstract CodeBlock check(CodeBlock path, CodeBlock value);

    /** A statement that refuses what was checked where it holds references and {@code memory} is not theirs; empty if it holds none. */
    Optional<CodeBlock> requireIn(CodeBlock checked) {
        return Optional.empty();
    }

    /** A statement that stores what was checked, where {@code memory} and {@code byteOffset} say. */
    abstract CodeBlock store(CodeBlock checked);

    /** Statements that store what was checked as a new component, whatever lies there. */
    List<CodeBlock> storeNew(CodeBlock checked) {
        return List.of(store(checked));
    }

    /** An expression: whether {@code that} has the same contents. */
    // name().equals(that.name())
    // start().equals(that.start())
    CodeBlock equal() {
        return CodeBlock.of("$L.equals(that.$L())", naming.get(component()), getterName());
    }

    /** An expression for the hash code of the contents. */
    // name().hashCode()
    // start().hashCode()
    CodeBlock hash() {
        return CodeBlock.of("$L.hashCode()", naming.get(component()));
    }

    /** An expression for the contents as text. */
    // id()
    // start()
    CodeBlock text() {
        return naming.get(component());
    }

    /** An expression for the description at run time, without its {@code @Align}. */
    abstract CodeBlock described();

    // StructComponent.value("id", "int", StorageType.I32, OFFSET_ID)
    // StructComponent.value("hot", "int", StorageType.I32, OFFSET_HOT).aligned(64)
    final CodeBlock description() {
        Long byteAlignment = component().byteAlignment();
        return byteAlignment == null ? described() : CodeBlock.of("$L$Z.aligned($L)", described(), byteAlignment);
    }

    final ComponentModel component() {
        return placed.component();
    }

    final String getterName() {
        return naming.getter(component());
    }

    final String setterName() {
        return naming.setter(component());
    }

    final String accessor() {
        return naming.accessor(component());
    }

    // byteOffset() + OFFSET_ID
    // byteOffset() + OFFSET_NAME
    CodeBlock place() {
        return naming.place(component());
    }

    // "id"
    // "name"
    final CodeBlock name() {
        return CodeBlock.of("$S", component().name());
    }

    // public int id() {
    // public double height() {
    final MethodSpec.Builder getter(TypeName type) {
        return MethodSpec.methodBuilder(getterName())
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }

    // public PersonView id(int id) {
    // public PersonView height(double height) {
    final MethodSpec.Builder setter(TypeName type) {
        return MethodSpec.methodBuilder(setterName())
                .addModifiers(Modifier.PUBLIC)
                .returns(naming.view())
                .addParameter(type, naming.variable(component()));
    }

    // public int id() { return memory.loadI32(byteOffset() + OFFSET_ID); }
    // public PersonView id(int id) { memory.storeI32(byteOffset() + OFFSET_ID, id); return this; }
    final void addGetterAndSetter(TypeSpec.Builder view, TypeName type, CodeBlock load, CodeBlock javadoc) {
        CodeBlock variable = CodeBlock.of("$L", naming.variable(component()));
        view.addMethod(getter(type).addStatement("return $L", load).build());
        view.addMethod(setter(type)
                .addJavadoc(javadoc)
                .addStatement(store(check(name(), variable)))
                .addStatement("return this")
                .build());
    }

    // @throws IllegalArgumentException if it does not fit in U8
    static CodeBlock refusal(String reason) {
        return CodeBlock.of("@throws $T if $L\n", IllegalArgumentException.class, reason);
    }

    // StructComponent.reference("next", "Ref<Node>", StorageType.I64, OFFSET_NEXT)
    // StructComponent.bits("mode", "int", StorageType.I32, OFFSET_MODE, 0, 3)
    final CodeBlock described(String factory, Object storageType, CodeBlock rest) {
        return CodeBlock.of(
                "$T.$L($S, $S, $T.$L,$W$L$L)",
                Library.STRUCT_COMPONENT,
                factory,
                component().name(),
                placed.type().typeName(),
                Library.STORAGE_TYPE,
                storageType,
                naming.offset(component()),
                rest);
    }

    // StructComponent.text("name", OFFSET_NAME)
    // StructComponent.text("text", OFFSET_TEXT)
    final CodeBlock describedText() {
        return CodeBlock.of("$T.text($L, $L)", Library.STRUCT_COMPONENT, name(), naming.offset(component()));
    }
}
