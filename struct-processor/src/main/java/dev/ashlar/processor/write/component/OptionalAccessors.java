package dev.ashlar.processor.write.component;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.PropertyName;
import dev.ashlar.processor.write.library.Library;
import dev.ashlar.processor.write.names.GeneratedNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The methods by which users reach a component that may have no value: those of its value, which then throw or make it
 * present, and those that only an optional component has.
 */
final class OptionalAccessors {
    private final OptionalComponent component;
    private final ComponentCode value;
    private final AbsenceModel absence;
    private final PresenceCode presence;
    private final GeneratedNames names;

    OptionalAccessors(OptionalComponent component, ComponentCode value, AbsenceModel absence, PresenceCode presence) {
        this.component = component;
        this.value = value;
        this.absence = absence;
        this.presence = presence;
        this.names = value.names;
    }

    void addTo(TypeSpec.Builder view) {
        if (!names.isOfStoredForms()) {
            view.addMethod(has());
        }
        TypeSpec.Builder scratch = TypeSpec.classBuilder("Scratch");
        value.addAccessors(scratch);
        List<MethodSpec> ofValue = scratch.build().methodSpecs();
        for (MethodSpec method : ofValue) {
            if (isSetter(method)) {
                view.addMethod(setter(method));
            } else {
                view.addMethod(guarded(method));
                if (isGetter(method)) {
                    addAlternatives(view, method);
                }
            }
        }
        if (!names.isOfStoredForms()) {
            view.addMethod(clear());
            if (value.otherSource().isPresent()) {
                view.addMethod(fresh(
                        ofValue.stream().filter(this::isGetter).findFirst().orElseThrow()));
            }
        }
    }

    private void addAlternatives(TypeSpec.Builder view, MethodSpec getter) {
        boolean isPrimitive = getter.returnType().isPrimitive();
        if (!names.isOfStoredForms() || isPrimitive) {
            view.addMethod(or(getter));
        }
        if (hasOrNull()) {
            view.addMethod(orNull(getter));
        }
        if (names.isBean() && !names.isOfStoredForms()) {
            view.addMethod(orNullSetter(value.recordType()));
            // The property is of the type that the getter returns.
            value.otherSource().ifPresent(source -> view.addMethod(orNullSetter(source.type())));
        }
    }

    /** In Java a box is made by nobody who does not want one. */
    private boolean hasOrNull() {
        return !names.isOfStoredForms() && (names.isBean() || absence.form() == AbsenceModel.Form.NULLABLE);
    }

    /** The method that says whether there is a value. */
    // hasAge
    // getHasAge
    String hasName() {
        String name = names.prefixed("has", value.component());
        return names.isBean() ? "get" + PropertyName.capitalized(name) : name;
    }

    // getAgeOrNull
    String orNullGetter() {
        return names.boxedGetter(value.component(), "OrNull");
    }

    // clearAge
    private String clearName() {
        return names.prefixed("clear", value.component());
    }

    // newStart
    private String freshName() {
        return names.prefixed("new", value.component());
    }

    // ageOr
    private String orName() {
        return names.accessor(value.component(), "Or");
    }

    Map<String, String> namesInColumns() {
        Map<String, String> inColumns = new HashMap<>(value.namesInColumns());
        inColumns.put(orName(), orName());
        if (!names.isOfStoredForms()) {
            inColumns.put(hasName(), names.prefixed("has", value.component()));
            inColumns.put(clearName(), clearName());
            inColumns.put(freshName(), freshName());
            inColumns.put(names.isBean() ? orNullGetter() : orNullName(), orNullName());
        }
        return inColumns;
    }

    private boolean isGetter(MethodSpec method) {
        return method.name().equals(value.getterName()) && method.parameters().isEmpty();
    }

    private boolean isSetter(MethodSpec method) {
        return method.name().equals(value.setterName())
                && method.parameters().size() == 1
                && method.returnType().equals(names.view());
    }

    // public boolean hasAge() {
    //     return PresenceBits.isSet(memory, byteOffset() + OFFSET_PRESENCE, 0);
    private MethodSpec has() {
        return MethodSpec.methodBuilder(hasName())
                .addJavadoc(
                        "Returns whether {@code $L} has a value.\n",
                        value.component().name())
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", isPresent())
                .build();
    }

    // AbsentValue.require("p.Person#age", PresenceBits.isSet(memory, byteOffset() + OFFSET_PRESENCE, 0));
    // return memory.loadI32(byteOffset() + OFFSET_AGE);
    private MethodSpec guarded(MethodSpec method) {
        return MethodSpec.methodBuilder(method.name())
                .addJavadoc(method.javadoc())
                .addJavadoc("@throws $T if it has no value\n", NoSuchElementException.class)
                .addModifiers(method.modifiers())
                .returns(method.returnType())
                .addParameters(method.parameters())
                .addStatement("$T.require($L,$W$L)", Library.ABSENT_VALUE, value.name(), isPresent())
                .addCode(method.code())
                .build();
    }

    // public int ageOr(int otherwise) {
    //         if (!PresenceBits.isSet(memory, byteOffset() + OFFSET_PRESENCE, 0)) { return otherwise; }
    //     return memory.loadI32(byteOffset() + OFFSET_AGE);
    private MethodSpec or(MethodSpec getter) {
        String otherwise = names.variableBesides("otherwise");
        return MethodSpec.methodBuilder(orName())
                .addJavadoc("Returns the value, or {@code $L} if there is none.\n", otherwise)
                .addModifiers(Modifier.PUBLIC)
                .returns(getter.returnType())
                .addParameter(getter.returnType(), otherwise)
                .addCode(unlessPresent(CodeBlock.of("$L", otherwise)))
                .addCode(getter.code())
                .build();
    }

    // public @Nullable Color colorOrNull() {
    //     if (!PresenceBits.isSet(memory, byteOffset() + OFFSET_PRESENCE, 0)) { return null; }
    //     return NUMBERS_OF_COLOR.constant("p.Car#color", memory.loadI32(byteOffset() + OFFSET_COLOR));
    private MethodSpec orNull(MethodSpec getter) {
        TypeName type = getter.returnType();
        MethodSpec.Builder method = MethodSpec.methodBuilder(names.isBean() ? orNullGetter() : orNullName())
                .addJavadoc("Returns the value, or {@code null} if there is none.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(type.box().annotated(Library.NULLABLE));
        return type.isPrimitive()
                ? method.addStatement("return $L$W? $T.valueOf($L)$W: null", isPresent(), type.box(), value.load())
                        .build()
                : method.addCode(unlessPresent(CodeBlock.of("null")))
                        .addCode(getter.code())
                        .build();
    }

    private String orNullName() {
        return names.accessor(value.component(), "OrNull");
    }

    // public void setAgeOrNull(@Nullable Integer age) {
    //     if (age == null) { clearAge(); } else { setAge(age); }
    private MethodSpec orNullSetter(TypeName type) {
        String variable = names.variable(value.component());
        CodeBlock clear = CodeBlock.of("$L()", clearName());
        return MethodSpec.methodBuilder(names.boxedSetter(value.component(), "OrNull"))
                .addJavadoc("Stores a value, or makes the component absent if it is {@code null}.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(names.view())
                .addParameter(type.box().annotated(Library.NULLABLE), variable)
                .addStatement("return $L == null ? $L : $L($L)", variable, clear, value.setterName(), variable)
                .build();
    }

    private CodeBlock unlessPresent(CodeBlock returned) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", presence.isAbsent(value.placement))
                .addStatement("return $L", returned)
                .endControlFlow()
                .build();
    }

    // public PersonView age(int age) {
    //     memory.storeI32(byteOffset() + OFFSET_AGE, age);
    //     PresenceBits.set(memory, byteOffset() + OFFSET_PRESENCE, 0);
    private MethodSpec setter(MethodSpec ofValue) {
        MethodSpec.Builder setter = MethodSpec.methodBuilder(ofValue.name())
                .addJavadoc(ofValue.javadoc())
                .addModifiers(ofValue.modifiers())
                .returns(ofValue.returnType())
                .addParameters(ofValue.parameters());
        TypeName parameter = ofValue.parameters().getFirst().type();
        Optional<ComponentCode.Source> other =
                value.otherSource().filter(source -> source.type().equals(parameter));
        if (other.isPresent()) {
            setter.addStatement(other.get().store());
        } else {
            addStore(setter, ofValue.parameters().getFirst().name());
        }
        presence.mark().ifPresent(setter::addStatement);
        return setter.addStatement("return this").build();
    }

    private void addStore(MethodSpec.Builder setter, String parameter) {
        CodeBlock checked = component.checkPresent(value.name(), CodeBlock.of("$L", parameter));
        CodeBlock variable = CodeBlock.of("$L", names.variableBesides("checked"));
        if (value.requireIn(variable).isPresent()) {
            setter.addStatement("$T $L = $L", value.checkedType(), variable, checked)
                    .addStatement(value.requireIn(variable).get())
                    .addStatement(value.store(variable));
        } else {
            setter.addStatement(value.store(checked));
        }
    }

    // public PersonView clearAge() {
    //     PresenceBits.clear(memory, byteOffset() + OFFSET_PRESENCE, 0);
    //     memory.storeI32(byteOffset() + OFFSET_AGE, 0);
    private MethodSpec clear() {
        MethodSpec.Builder clear = MethodSpec.methodBuilder(clearName())
                .addJavadoc("Makes {@code $L} absent.\n", value.component().name())
                .addModifiers(Modifier.PUBLIC)
                .returns(names.view())
                .addStatement(presence.clear());
        if (presence.sentinel().isEmpty()) {
            clear.addStatement(value.zero());
        }
        return clear.addStatement("return this").build();
    }

    // public PointView newStart() {
    //     memory.fill(byteOffset() + OFFSET_START, 0, 8);
    //     PresenceBits.set(memory, byteOffset() + OFFSET_PRESENCE, 0);
    private MethodSpec fresh(MethodSpec getter) {
        MethodSpec.Builder fresh = MethodSpec.methodBuilder(freshName())
                .addJavadoc(
                        "Makes {@code $L} present, zeroed, and returns its view.\n",
                        value.component().name())
                .addModifiers(Modifier.PUBLIC)
                .addStatement(value.zero());
        presence.mark().ifPresent(fresh::addStatement);
        return fresh.returns(getter.returnType()).addCode(getter.code()).build();
    }

    private CodeBlock isPresent() {
        return presence.isPresent(value.placement);
    }
}
