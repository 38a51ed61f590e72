package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.names.GeneratedNames;
import dev.ashlar.processor.write.names.Placement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** All code about one component; there is a class for each kind. */
public abstract class ComponentCode {
    /** The end of the names of the accessors of an enum's number. */
    static final String NUMBER = "Number";

    final PlacedComponent placed;
    final GeneratedNames names;
    final Placement placement;

    ComponentCode(PlacedComponent placed, GeneratedNames names, Placement placement) {
        this.placed = placed;
        this.names = names;
        this.placement = placement;
    }

    /** One for each component, in order. */
    public static List<ComponentCode> of(StructLayout layout, GeneratedNames names, Placement placement) {
        return layout.components().stream()
                .filter(placed -> !placed.isPresence())
                .map(placed -> of(placed, names, placement))
                .toList();
    }

    public static ComponentCode of(PlacedComponent placed, GeneratedNames names, Placement placement) {
        Placement inOrder = placement.inOrderOf(placed.component());
        return OptionalComponent.of(
                placed.component().codec() == null
                        ? ofStored(placed, names, inOrder)
                        : CodecCode.of(placed, names, inOrder));
    }

    /** The code about what is stored, whatever a codec makes of it. */
    static ComponentCode ofStored(PlacedComponent placed, GeneratedNames names, Placement placement) {
        return switch (placed.type()) {
            case ComponentType.Scalar scalar -> new ScalarComponent(placed, scalar, names, placement);
            case ComponentType.Nested nested -> new NestedComponent(placed, nested.struct(), names, placement);
            case ComponentType.FixedText text -> new TextComponent(placed, text, names, placement);
            case ComponentType.Atomic atomic -> new AtomicComponent(placed, atomic, names, placement);
            case ComponentType.Tag tag -> throw notOfARecord(placed);
            case ComponentType.Union union -> throw notOfARecord(placed);
            case ComponentType.Presence presence -> throw notOfARecord(placed);
            case ComponentType.TextTail text -> new TextTailComponent(placed, names, placement);
            case ComponentType.ArrayTail tail -> array(placed, tail.element(), names, placement);
            case ComponentType.Reference reference -> new ReferenceComponent(placed, reference, names, placement);
            case ComponentType.Pointer pointer -> new PointerComponent(placed, names, placement);
            case ComponentType.BitField bits -> new BitFieldComponent(placed, bits, names, placement);
            case ComponentType.FixedArray array -> array(placed, array.element(), names, placement);
        };
    }

    private static ArrayComponent array(
            PlacedComponent placed, ComponentType.Element element, GeneratedNames names, Placement placement) {
        return switch (element) {
            case ComponentType.Scalar scalar -> new ScalarArrayComponent(placed, scalar, names, placement);
            case ComponentType.Nested nested -> new StructArrayComponent(placed, nested.struct(), names, placement);
        };
    }

    private static IllegalStateException notOfARecord(PlacedComponent placed) {
        return new IllegalStateException("no component of a record: " + placed.type());
    }

    /** The forms in which users read and write it: the value, and beside that what a codec stores. */
    public List<ComponentCode> forms() {
        return List.of(this);
    }

    /** The methods of its class that its code calls besides accessors. */
    public List<MethodSpec> helpers() {
        return List.of();
    }

    /** The length of the tail that it is; empty for a component of fixed size. */
    public Optional<TailLength> tail() {
        return Optional.empty();
    }

    /** The method of a view whose value Kotlin takes when it takes a view apart. */
    public String destructured() {
        return getterName();
    }

    /** The parameter of another setter, and a statement that stores it. */
    record Source(TypeName type, CodeBlock store) {}

    /** The parameter of the setter that copies another struct; empty unless the component is one. */
    Optional<Source> otherSource() {
        return Optional.empty();
    }

    /** A statement that makes all bytes of the component zero. */
    // memory.fill(byteOffset() + OFFSET_START, 0, 8)
    // memory.storeI32(byteOffset() + OFFSET_AGE, 0)
    CodeBlock zero() {
        return CodeBlock.of("memory.fill($L, 0, $L)", place(), placed.byteSize());
    }

    /** Returns whether one value can be stored in all rows of a column. */
    public boolean canFill() {
        return false;
    }

    /** Adds the methods by which users reach the component. */
    public abstract void addAccessors(TypeSpec.Builder view);

    /** Returns whether each accessor is one access of the handle, so that columns need no row for it. */
    public boolean isOneAccess() {
        return false;
    }

    /** The method that returns the number of a constant, and the one of columns that returns the number that is stored. */
    // sideNumber
    public final String numberName() {
        return names.accessor(component(), NUMBER);
    }

    /** The getter of the number that is stored for a constant; empty unless the component is an enum. */
    public Optional<String> numberGetter() {
        return Optional.empty();
    }

    /**
     * A static method that returns the number of a constant; empty unless the component is an enum.
     *
     * @param check statements that refuse an enum whose constants have changed
     * @param getter the method that returns the number that is stored, as Javadoc refers to it
     */
    public Optional<MethodSpec> numberOfConstant(CodeBlock check, String getter) {
        return Optional.empty();
    }

    /** An expression for what the record holds. */
    // id()
    // name()
    public CodeBlock read() {
        return names.get(component());
    }

    /** An expression for what {@code record}, a variable, holds. */
    // value.id()
    // value.name()
    public final CodeBlock valueIn(String record) {
        return CodeBlock.of("$L.$L()", record, component().getter());
    }

    /**
     * An expression for the component as its record holds it, of the struct at {@code byteOffset} of {@code memory}, or of the
     * row.
     *
     * @param segment the segment of that memory
     */
    // segment.get(LittleEndian.I32, byteOffset + OFFSET_ID)
    // new PersonView(memory, byteOffset).nameTo(new byte[LENGTH_NAME])
    public CodeBlock readFrom(CodeBlock segment) {
        return placement.isInRow() ? read() : CodeBlock.of("new $T(memory, byteOffset).$L", names.view(), read());
    }

    /** An expression for what the record holds, that of the getter where this has one. */
    // memory.loadI32(byteOffset() + OFFSET_ID)
    // start().read()
    CodeBlock load() {
        return read();
    }

    /** Returns whether some values are refused, or must be made ready before they can be stored. */
    public boolean refuses() {
        return true;
    }

    /** The Java type of the component in the record. */
    public abstract TypeName recordType();

    /** The Java type of what is ready to be stored. */
    public abstract TypeName checkedType();

    /**
     * An expression for {@code value}, ready to be stored, that throws when it cannot be.
     *
     * @param path an expression that names the component in messages
     */
    public abstract CodeBlock check(CodeBlock path, CodeBlock value);

    /** As {@link #check}, for a value that is there: the same, unless the component is optional. */
    public CodeBlock checkPresent(CodeBlock path, CodeBlock value) {
        return check(path, value);
    }

    /**
     * A statement that refuses what was checked where it holds references and {@code memory} is not theirs; empty if it
     * holds none.
     */
    public Optional<CodeBlock> requireIn(CodeBlock checked) {
        return Optional.empty();
    }

    /** A statement that stores what was checked, where {@code memory} and {@code byteOffset} say. */
    public abstract CodeBlock store(CodeBlock checked);

    /** As {@link #store}, to the segment of {@code memory}. */
    // segment.set(LittleEndian.I32, byteOffset + OFFSET_ID, value.id())
    // memory.storeBytes(byteOffset + OFFSET_NAME, name)
    public CodeBlock storeTo(CodeBlock segment, CodeBlock checked) {
        return store(checked);
    }

    /** Statements that store what was checked, to the segment of {@code memory}. */
    public List<CodeBlock> storesTo(CodeBlock segment, CodeBlock checked) {
        return List.of(storeTo(segment, checked));
    }

    /** Statements that store what was checked as a new component, whatever lies there. */
    public List<CodeBlock> storeNew(CodeBlock checked) {
        return List.of(store(checked));
    }

    /** An expression: whether two structs have the same contents. */
    // segment.get(LittleEndian.I32, byteOffset + OFFSET_ID) == thatSegment.get(LittleEndian.I32, thatOffset +
    // OFFSET_ID)
    // text().equals(that.text())
    public CodeBlock equal(Stored mine, Stored theirs) {
        return CodeBlock.of("$L$Z.equals($L)", get(mine), get(theirs));
    }

    /** An expression for the hash code of the contents. */
    // Integer.hashCode(segment.get(LittleEndian.I32, byteOffset + OFFSET_ID))
    // text().hashCode()
    public CodeBlock hash(Stored stored) {
        return CodeBlock.of("$L.hashCode()", get(stored));
    }

    /** An expression for the contents as text. */
    // id()
    // start()
    public CodeBlock text() {
        return names.get(component());
    }

    /** The accessors that columns have with an index, by their names in rows: those that are about the whole component. */
    public Map<String, String> namesInColumns() {
        Map<String, String> inColumns = new HashMap<>();
        List.of(accessor(), getterName(), setterName()).forEach(name -> inColumns.put(name, accessor()));
        numberGetter().ifPresent(getter -> inColumns.put(getter, numberName()));
        return inColumns;
    }

    public final ComponentModel component() {
        return placed.component();
    }

    public final String getterName() {
        return names.getter(component());
    }

    /** The call of the getter on a view. */
    // text()
    // that.text()
    final CodeBlock get(Stored stored) {
        return stored.view().isEmpty() ? names.get(component()) : CodeBlock.of("$L$L()", stored.view(), getterName());
    }

    public final String setterName() {
        return names.setter(component());
    }

    public final String accessor() {
        return names.accessor(component());
    }

    // byteOffset() + OFFSET_ID
    // byteOffset() + OFFSET_NAME
    CodeBlock place() {
        return placement.of(component());
    }

    // "p.Person#id"
    // "p.Person#name"
    public final CodeBlock name() {
        return CodeBlock.of("$S", names.inMessages(component()));
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
                .returns(names.view())
                .addParameter(type, names.variable(component()));
    }

    // public int id() { return memory.loadI32(byteOffset() + OFFSET_ID); }
    // public PersonView id(int id) { memory.storeI32(byteOffset() + OFFSET_ID, id); return this; }
    final void addGetterAndSetter(TypeSpec.Builder view, TypeName type, CodeBlock load, CodeBlock javadoc) {
        CodeBlock variable = CodeBlock.of("$L", names.variable(component()));
        MethodSpec.Builder getter = getter(type).addStatement("return $L", load);
        if (names.model().isCount(component())) {
            view.addMethod(getter.addJavadoc(
                            "Returns the number that is stored. It counts a tail, whose length does not change: there is no setter.\n")
                    .build());
            return;
        }
        view.addMethod(getter.build());
        view.addMethod(setter(type)
                .addJavadoc(javadoc)
                .addStatement(store(check(name(), variable)))
                .addStatement("return this")
                .build());
    }

    // @throws IllegalArgumentException if it does not fit in U8
    public static CodeBlock refusal(String reason) {
        return CodeBlock.of("@throws $T if $L\n", IllegalArgumentException.class, reason);
    }
}
