package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.write.library.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * An array, of fixed length or as the tail of its struct, whose elements may have no value: the code about the array, with the
 * question in front of it whether an element has one.
 */
final class OptionalArrayComponent extends ComponentCode {
    private final ArrayComponent value;
    private final AbsenceModel absence;
    private final ElementPresence presence;

    OptionalArrayComponent(ArrayComponent value, AbsenceModel absence) {
        super(value.placed, value.names, value.placement);
        this.value = value;
        this.absence = absence;
        this.presence = absence.sentinel() == null
                ? new ElementBits(value)
                : new ElementSentinel(
                        value,
                        new SentinelCode(
                                (ComponentType.Scalar) placed.type().elementType(),
                                absence.sentinel(),
                                names,
                                placement));
    }

    @Override
    public List<ComponentCode> forms() {
        List<ComponentCode> forms = new ArrayList<>(List.of(this));
        value.forms().stream()
                .skip(1)
                .map(form -> new OptionalArrayComponent((ArrayComponent) form, absence))
                .forEach(forms::add);
        return forms;
    }

    private OptionalElements accessors() {
        return new OptionalElements(this, value, absence, presence);
    }

    @Override
    public void addAccessors(TypeSpec.Builder view) {
        accessors().addTo(view);
        value.comparedHelpers().forEach(view::addMethod);
        if (!names.isOfStoredForms()) {
            new OptionalElementsIdentity(value, accessors().hasName()).addTo(view);
        }
    }

    @Override
    public Map<String, String> namesInColumns() {
        return accessors().namesInColumns();
    }

    @Override
    public String destructured() {
        return accessors().toArrayName();
    }

    @Override
    public Optional<TailLength> tail() {
        return value.tail();
    }

    @Override
    public List<MethodSpec> helpers() {
        List<MethodSpec> helpers = new ArrayList<>(value.elementHelpers());
        helpers.add(checkMethod());
        return helpers;
    }

    // private static CheckedElements<int[]> levelsChecked(Object component, Integer[] values) {
    //     ComponentValue.requireLength(component, values, LENGTH_LEVELS);
    //     int[] checked = new int[values.length]; boolean[] present = new boolean[values.length];
    //     for (...) { ... } return new CheckedElements<>(checked, present);
    private MethodSpec checkMethod() {
        ArrayTypeName checkedType = (ArrayTypeName) value.checkedType();
        MethodSpec.Builder method = MethodSpec.methodBuilder(checkName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(checkedType())
                .addParameter(Object.class, "component")
                .addParameter(annotatedType(), "values")
                .addStatement(
                        "$T.$L($L)",
                        Library.COMPONENT_VALUE,
                        value.length.ofNew().isPresent() ? "requireLength" : "require",
                        Library.arguments(CodeBlock.of("component"), CodeBlock.of("values"), value.length.ofNew()))
                .addStatement("$T checked = new $T[values.length]", checkedType, checkedType.componentType());
        if (isByBit()) {
            method.addStatement("boolean[] present = new boolean[values.length]");
        }
        method.beginControlFlow("for (int index = 0; index < values.length; index++)");
        addElement(method, checkedType.componentType());
        method.endControlFlow();
        return (isByBit()
                        ? method.addStatement("return new $T<>(checked, present)", Library.CHECKED_ELEMENTS)
                        : method.addStatement("return checked"))
                .build();
    }

    // Integer value = values[index];
    // if (value != null) { checked[index] = value; present[index] = true; }
    // else { checked[index] = -1; }
    private void addElement(MethodSpec.Builder method, TypeName checkedType) {
        CodeBlock path = CodeBlock.of("$T.element(component, index)", Library.COMPONENT_PATH);
        CodeBlock isPresent;
        CodeBlock present;
        if (absence.form() == AbsenceModel.Form.OPTIONAL) {
            method.addStatement(
                    "$T value = $T.require($L, values[index])", recordElementType(), Library.COMPONENT_VALUE, path);
            isPresent = CodeBlock.of("value.isPresent()");
            present = CodeBlock.of(
                    "value.$L()",
                    OptionalComponent.OptionalType.of(value.elementType).getter());
        } else {
            method.addStatement("$T value = values[index]", recordElementType());
            isPresent = CodeBlock.of("value != null");
            present = CodeBlock.of("value");
        }
        method.beginControlFlow("if ($L)", isPresent)
                .addStatement("checked[index] = $L", value.inArray(checkOne(path, present)));
        if (isByBit()) {
            method.addStatement("present[index] = true");
        }
        Optional<CodeBlock> absent = checkedType.equals(Library.CHECKED_STRUCT)
                ? Optional.of(CodeBlock.of("$T.zeros($L)", Library.CHECKED_STRUCT, value.elementByteSize))
                : presence.sentinel();
        absent.ifPresent(stored -> method.nextControlFlow("else").addStatement("checked[index] = $L", stored));
        method.endControlFlow();
    }

    /** An expression for an element that is there, ready to be stored by itself. */
    CodeBlock checkOne(CodeBlock path, CodeBlock present) {
        return presence.refuse(path, value.checkElement(path, present));
    }

    private boolean isByBit() {
        return absence.isByBit();
    }

    private String checkName() {
        return names.accessor(component(), "Checked");
    }

    /** The type of an element in the record. */
    // Integer
    // OptionalInt
    TypeName recordElementType() {
        return switch (absence.form()) {
            case BOX -> value.elementType.box();
            case NULLABLE -> value.elementType;
            case OPTIONAL ->
                OptionalComponent.OptionalType.of(value.elementType).type();
        };
    }

    /** As {@link #recordType()}, with what tells Kotlin that elements may be null. */
    // @Nullable Integer[]
    // OptionalInt[]
    TypeName annotatedType() {
        return absence.form() == AbsenceModel.Form.OPTIONAL
                ? recordType()
                : ArrayTypeName.of(recordElementType().annotated(Library.NULLABLE));
    }

    @Override
    public TypeName recordType() {
        return ArrayTypeName.of(recordElementType());
    }

    // levelsTo(new Integer[LENGTH_LEVELS])
    @Override
    public CodeBlock read() {
        return CodeBlock.of("$L(new $T[$L])", accessors().toName(), recordElementType(), value.length());
    }

    @Override
    public TypeName checkedType() {
        return presence.checkedType(value.checkedType());
    }

    // levelsChecked("p.Reading#levels", value.levels())
    @Override
    public CodeBlock check(CodeBlock path, CodeBlock all) {
        return CodeBlock.of("$L($L,$W$L)", checkName(), path, all);
    }

    @Override
    public Optional<CodeBlock> requireIn(CodeBlock checked) {
        return value.requireIn(presence.values(checked));
    }

    @Override
    public CodeBlock store(CodeBlock checked) {
        throw new IllegalStateException(
                "more than one statement: " + component().name());
    }

    // PrimitiveElements.store(memory, byteOffset + OFFSET_LEVELS, levels.values(), ByteOrder.LITTLE_ENDIAN)
    // levels.storePresence(memory, byteOffset + OFFSET_PRESENCE, 3)
    @Override
    public List<CodeBlock> storesTo(CodeBlock segment, CodeBlock checked) {
        List<CodeBlock> stores = new ArrayList<>(List.of(value.store(presence.values(checked))));
        presence.putAll(checked).ifPresent(stores::add);
        return stores;
    }

    @Override
    public List<CodeBlock> storeNew(CodeBlock checked) {
        List<CodeBlock> stores = new ArrayList<>(value.storeNew(presence.values(checked)));
        presence.putAll(checked).ifPresent(stores::add);
        return stores;
    }

    // levelsEqual(that)
    // new ReadingView(memory, byteOffset).levelsEqual(new ReadingView(thatMemory, thatOffset))
    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        return OptionalElementsIdentity.equal(value, mine, theirs);
    }

    @Override
    public CodeBlock hash(Stored stored) {
        return OptionalElementsIdentity.hash(value, stored);
    }

    @Override
    public CodeBlock text() {
        return OptionalElementsIdentity.text(value);
    }
}
