package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The methods by which users reach elements that may have no value: each by its index, and all of them as the record has them.
 * There are no elements in place as of other arrays, since nothing in these tells an absent one from 0.
 */
final class OptionalElements {
    private final OptionalArrayComponent component;
    private final ArrayComponent value;
    private final AbsenceModel absence;
    private final ElementPresence presence;
    private final GeneratedNames names;

    OptionalElements(
            OptionalArrayComponent component, ArrayComponent value, AbsenceModel absence, ElementPresence presence) {
        this.component = component;
        this.value = value;
        this.absence = absence;
        this.presence = presence;
        this.names = value.names;
    }

    void addTo(TypeSpec.Builder view) {
        if (names.isOfStoredForms()) {
            add(view, this::get);
            if (value.accessedType().isPrimitive()) {
                add(view, this::or);
            }
            add(view, this::set);
            return;
        }
        value.length.methods().forEach(view::addMethod);
        add(view, this::has);
        add(view, this::get);
        add(view, this::or);
        if (names.isBean() || absence.form() == AbsenceModel.Form.NULLABLE) {
            add(view, this::orNull);
        }
        add(view, this::set);
        add(view, this::clear);
        if (isOfViews()) {
            add(view, this::fresh);
        }
        view.addMethod(to());
        view.addMethod(from());
        view.addMethod(toArray());
    }

    /** Returns whether the accessor of an element returns a view of it. */
    private boolean isOfViews() {
        return !value.accessedType().equals(value.elementType);
    }

    // hasLevels
    String hasName() {
        return names.prefixed("has", value.component());
    }

    // clearLevels
    private String clearName() {
        return names.prefixed("clear", value.component());
    }

    // newPoints
    private String freshName() {
        return names.prefixed("new", value.component());
    }

    // levelsOr
    private String orName() {
        return names.accessor(value.component(), "Or");
    }

    // coloursOrNull
    private String orNullName() {
        return names.accessor(value.component(), "OrNull");
    }

    // levelsTo
    String toName() {
        return value.accessor() + "To";
    }

    // levelsToArray
    String toArrayName() {
        return names.accessor(value.component(), "ToArray");
    }

    Map<String, String> namesInColumns() {
        Map<String, String> inColumns = new HashMap<>(Map.of(value.accessor(), value.accessor(), orName(), orName()));
        if (!names.isOfStoredForms()) {
            List.of(hasName(), clearName(), freshName(), orNullName()).forEach(name -> inColumns.put(name, name));
        }
        return inColumns;
    }

    /**
     * Adds a method twice: Java would widen the index by itself; Kotlin does not.
     *
     * @param method the method with an index of that type
     */
    // public boolean hasLevels(int index) { return hasLevels((long) index); }
    // public boolean hasLevels(long index) { return PresenceBits.isSet(...); }
    private void add(TypeSpec.Builder view, Function<TypeName, MethodSpec.Builder> method) {
        MethodSpec whole = method.apply(TypeName.LONG).build();
        MethodSpec.Builder narrow = MethodSpec.methodBuilder(whole.name())
                .addModifiers(whole.modifiers())
                .returns(whole.returnType())
                .addParameter(TypeName.INT, "index");
        whole.parameters().stream().skip(1).forEach(narrow::addParameter);
        CodeBlock arguments = whole.parameters().stream()
                .skip(1)
                .map(parameter -> CodeBlock.of(", $L", parameter.name()))
                .collect(CodeBlock.joining("", "(long) index", ""));
        CodeBlock call = CodeBlock.of(whole.name().equals("yield") ? "this.$L($L)" : "$L($L)", whole.name(), arguments);
        view.addMethod(narrow.addStatement("return $L", call).build());
        view.addMethod(whole);
    }

    private static MethodSpec.Builder method(String name, TypeName returned, TypeName index) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned)
                .addParameter(index, "index");
    }

    // public boolean hasLevels(long index) {
    //     return PresenceBits.isSet(memory, byteOffset() + OFFSET_PRESENCE, 3 + StructRange.checkIndex(...));
    private MethodSpec.Builder has(TypeName index) {
        return method(hasName(), TypeName.BOOLEAN, index)
                .addJavadoc(
                        "Returns whether an element of {@code $L} has a value.\n",
                        value.component().name())
                .addStatement("return $L", presence.isPresent());
    }

    // public int levels(long index) {
    //     AbsentValue.require("p.Reading#levels", index, PresenceBits.isSet(...));
    //     return memory.loadI32(StructRange.ofElement(...));
    private MethodSpec.Builder get(TypeName index) {
        return method(value.accessor(), value.accessedType(), index)
                .addJavadoc("@throws $T if the element has no value\n", NoSuchElementException.class)
                .addStatement("$T.require($L, index,$W$L)", Library.ABSENT_VALUE, value.name(), presence.isPresent())
                .addStatement("return $L", value.loadElement());
    }

    // public int levelsOr(long index, int otherwise) {
    //     return PresenceBits.isSet(...) ? memory.loadI32(StructRange.ofElement(...)) : otherwise;
    private MethodSpec.Builder or(TypeName index) {
        return method(orName(), value.accessedType(), index)
                .addJavadoc("Returns the value of an element, or {@code otherwise} if it has none.\n")
                .addParameter(value.accessedType(), "otherwise")
                .addCode(unlessPresent("otherwise"))
                .addStatement("return $L", value.loadElement());
    }

    // public @Nullable Colour coloursOrNull(long index) {
    //     if (!PresenceBits.isSet(...)) { return null; } return NUMBERS_OF_COLOUR.constant(...);
    private MethodSpec.Builder orNull(TypeName index) {
        TypeName type = value.accessedType();
        return method(orNullName(), type.box().annotated(Library.NULLABLE), index)
                .addJavadoc("Returns the value of an element, or {@code null} if it has none.\n")
                .addCode(unlessPresent("null"))
                .addStatement(
                        "return $L",
                        type.isPrimitive()
                                ? CodeBlock.of("$T.valueOf($L)", type.box(), value.loadElement())
                                : value.loadElement());
    }

    private CodeBlock unlessPresent(String returned) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", presence.isAbsent())
                .addStatement("return $L", returned)
                .endControlFlow()
                .build();
    }

    // public ReadingView levels(long index, int value) {
    //     memory.storeI32(StructRange.ofElement(...), value);
    //     PresenceBits.set(memory, byteOffset() + OFFSET_PRESENCE, 3 + index); return this;
    private MethodSpec.Builder set(TypeName index) {
        MethodSpec.Builder set = method(value.accessor(), names.view(), index)
                .addParameter(value.elementType, "value")
                .addStatement(value.storeElement(component.checkOne(value.name(), CodeBlock.of("value"))));
        presence.mark().ifPresent(set::addStatement);
        return set.addStatement("return this");
    }

    // public ReadingView clearLevels(long index) {
    //     PresenceBits.clear(memory, byteOffset() + OFFSET_PRESENCE, 3 + StructRange.checkIndex(...));
    //     memory.storeI32(StructRange.ofElement(...), 0); return this;
    private MethodSpec.Builder clear(TypeName index) {
        MethodSpec.Builder clear = method(clearName(), names.view(), index)
                .addJavadoc(
                        "Makes an element of {@code $L} absent.\n",
                        value.component().name());
        presence.clear().forEach(clear::addStatement);
        return clear.addStatement("return this");
    }

    // public PointView newPoints(long index) {
    //     memory.fill(StructRange.ofElement(...), 0, PointView.BYTE_SIZE);
    //     PresenceBits.set(memory, byteOffset() + OFFSET_PRESENCE, 3 + index); return new PointView(...);
    private MethodSpec.Builder fresh(TypeName index) {
        MethodSpec.Builder fresh = method(freshName(), value.accessedType(), index)
                .addJavadoc(
                        "Makes an element of {@code $L} present, zeroed, and returns its view.\n",
                        value.component().name())
                .addStatement(value.zeroElement());
        presence.mark().ifPresent(fresh::addStatement);
        return fresh.addStatement("return $L", value.loadElement());
    }

    // public @Nullable Integer[] levelsTo(@Nullable Integer[] target) {
    //     ComponentValue.requireLength("p.Reading#levels", target, LENGTH_LEVELS);
    //     for (...) { target[index] = hasLevels(index) ? Integer.valueOf(levels(index)) : null; } return target;
    private MethodSpec to() {
        return MethodSpec.methodBuilder(toName())
                .addJavadoc("Copies all elements into {@code target}, absent ones too, and returns it.\n\n")
                .addJavadoc(ComponentCode.refusal(value.length.refusal()))
                .addModifiers(Modifier.PUBLIC)
                .returns(component.annotatedType())
                .addParameter(component.annotatedType(), "target")
                .addStatement(Library.requireLength(value.name(), CodeBlock.of("target"), value.length()))
                .beginControlFlow("for (int index = 0; index < target.length; index++)")
                .addStatement("target[index] = $L(index)$W? $L", hasName(), ofRecord())
                .endControlFlow()
                .addStatement("return target")
                .build();
    }

    // Integer.valueOf(levels(index)) : null
    // OptionalInt.of(levels(index)) : OptionalInt.empty()
    private CodeBlock ofRecord() {
        CodeBlock element = names.call(value.component(), CodeBlock.of("index"));
        TypeName type = component.recordElementType();
        return switch (absence.form()) {
            case BOX -> CodeBlock.of("$T.valueOf($L)$W: null", type, element);
            case NULLABLE -> CodeBlock.of(isOfViews() ? "$L.read()$W: null" : "$L$W: null", element);
            case OPTIONAL -> CodeBlock.of("$T.of($L)$W: $T.empty()", type, element, type);
        };
    }

    // public ReadingView levelsFrom(@Nullable Integer[] source) {
    //     CheckedElements<int[]> checked = levelsChecked("p.Reading#levels", source);
    //     PrimitiveElements.store(...); checked.storePresence(...); return this;
    private MethodSpec from() {
        MethodSpec.Builder from = MethodSpec.methodBuilder(value.accessor() + "From")
                .addJavadoc(
                        "Stores all elements of {@code source}, absent ones too, or none if one of them is refused.\n\n")
                .addJavadoc(ComponentCode.refusal(value.length.refusal()))
                .addModifiers(Modifier.PUBLIC)
                .returns(names.view())
                .addParameter(component.annotatedType(), "source")
                .addStatement(
                        "$T checked = $L",
                        component.checkedType(),
                        component.check(value.name(), CodeBlock.of("source")));
        CodeBlock checked = CodeBlock.of("checked");
        if (value.tail().isPresent()) {
            from.addStatement(Library.requireLength(value.name(), checked, value.length()));
        }
        component.requireIn(checked).ifPresent(from::addStatement);
        component.storesTo(CodeBlock.of(""), checked).forEach(from::addStatement);
        return from.addStatement("return this").build();
    }

    // public @Nullable Integer[] levelsToArray() {
    //     return levelsTo(new Integer[LENGTH_LEVELS]);
    private MethodSpec toArray() {
        return MethodSpec.methodBuilder(toArrayName())
                .addJavadoc("Copies all elements to the heap; changes of the copy do not reach the memory.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(component.annotatedType())
                .addStatement("return $L", component.read())
                .build();
    }
}
