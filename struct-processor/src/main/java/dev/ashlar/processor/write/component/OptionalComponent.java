package dev.ashlar.processor.write.component;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.write.library.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A component that may have no value: the code about its value, with the question in front of it whether there is one. */
final class OptionalComponent extends ComponentCode {
    private final ComponentCode value;
    private final AbsenceModel absence;
    private final PresenceCode presence;

    private OptionalComponent(ComponentCode value, AbsenceModel absence) {
        super(value.placed, value.names, value.placement);
        this.value = value;
        this.absence = absence;
        this.presence = absence.sentinel() == null
                ? new BitPresence(placed, names, placement)
                : new SentinelPresence(placed, absence.sentinel(), names, placement);
    }

    /** The code about a component, with {@code value} for its value. */
    static ComponentCode of(ComponentCode value) {
        AbsenceModel absence = value.component().absence();
        if (absence == null) {
            return value;
        }
        return absence.isByElement()
                ? new OptionalArrayComponent((ArrayComponent) value, absence)
                : new OptionalComponent(value, absence);
    }

    @Override
    public List<ComponentCode> forms() {
        List<ComponentCode> forms = new ArrayList<>(List.of(this));
        value.forms().stream()
                .skip(1)
                .map(form -> new OptionalComponent(form, absence))
                .forEach(forms::add);
        return forms;
    }

    private OptionalAccessors accessors() {
        return new OptionalAccessors(this, value, absence, presence);
    }

    @Override
    public void addAccessors(TypeSpec.Builder view) {
        accessors().addTo(view);
    }

    @Override
    public Map<String, String> namesInColumns() {
        return accessors().namesInColumns();
    }

    @Override
    public String destructured() {
        return accessors().orNullGetter();
    }

    @Override
    public Optional<String> numberGetter() {
        return value.numberGetter();
    }

    @Override
    public Optional<MethodSpec> numberOfConstant(CodeBlock check, String getter) {
        return value.numberOfConstant(check, getter);
    }

    @Override
    public boolean isOneAccess() {
        return value.isOneAccess();
    }

    @Override
    public boolean canFill() {
        return value.canFill();
    }

    @Override
    public List<MethodSpec> helpers() {
        List<MethodSpec> helpers = new ArrayList<>(value.helpers());
        if (!isCheckedAsItIs()) {
            helpers.add(checkMethod());
        }
        return helpers;
    }

    // private static Integer ageChecked(Object component, Integer value) {
    //     return value == null ? null : StoredInteger.u8(component, value);
    // private static long bornChecked(Object component, LocalDate value) {
    //     return value == null ? -1 : AbsentValue.refuse(component, bornEncoded(component, value), -1);
    private MethodSpec checkMethod() {
        CodeBlock path = CodeBlock.of("component");
        MethodSpec.Builder method = MethodSpec.methodBuilder(checkName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(
                        presence.sentinel().isPresent()
                                ? checkedType()
                                : checkedType().annotated(Library.NULLABLE))
                .addParameter(Object.class, "component");
        CodeBlock isAbsent;
        CodeBlock present;
        if (absence.form() == AbsenceModel.Form.OPTIONAL) {
            method.addParameter(recordType(), "value")
                    .addStatement("$T.require(component, value)", Library.COMPONENT_VALUE);
            isAbsent = CodeBlock.of("value.isEmpty()");
            present = CodeBlock.of(
                    "value.$L()", OptionalType.of(value.recordType()).getter());
        } else {
            method.addParameter(recordType(), "value");
            isAbsent = CodeBlock.of("value == null");
            present = CodeBlock.of("value");
        }
        CodeBlock checked = checkPresent(path, present);
        if (absence.isByBit() && value.checkedType().isPrimitive()) {
            checked = CodeBlock.of("$T.valueOf($L)", value.checkedType().box(), checked);
        }
        return method.addStatement(
                        "return $L$W? $L$W: $L", isAbsent, presence.sentinel().orElse(CodeBlock.of("null")), checked)
                .build();
    }

    private String checkName() {
        return names.accessor(component(), "Checked");
    }

    // PresenceBits.isSet(memory, byteOffset() + OFFSET_PRESENCE, 0) ? Integer.valueOf(memory.loadI32(...)) : null
    // memory.loadI32(byteOffset() + OFFSET_AGE) != -1 ? OptionalInt.of(memory.loadI32(...)) : OptionalInt.empty()
    @Override
    public CodeBlock read() {
        return ofRecord(presence.isPresent(placement), value.load());
    }

    @Override
    public CodeBlock readFrom(CodeBlock segment) {
        Stored stored = new Stored(CodeBlock.of(""), CodeBlock.of("memory"), segment, placement);
        return ofRecord(presence.isPresent(stored), value.readFrom(segment));
    }

    private CodeBlock ofRecord(CodeBlock isPresent, CodeBlock loaded) {
        return switch (absence.form()) {
            case BOX -> CodeBlock.of("$L$W? $T.valueOf($L)$W: null", isPresent, recordType(), loaded);
            case NULLABLE -> CodeBlock.of("$L$W? $L$W: null", isPresent, loaded);
            case OPTIONAL ->
                CodeBlock.of("$L$W? $T.of($L)$W: $T.empty()", isPresent, recordType(), loaded, recordType());
        };
    }

    @Override
    public TypeName recordType() {
        return switch (absence.form()) {
            case BOX -> value.recordType().box();
            case NULLABLE -> value.recordType();
            case OPTIONAL -> OptionalType.of(value.recordType()).type();
        };
    }

    /** With a presence bit null stands for absence until the record is stored. */
    @Override
    public TypeName checkedType() {
        return presence.sentinel().isPresent()
                ? value.checkedType()
                : value.checkedType().box();
    }

    @Override
    public CodeBlock checkPresent(CodeBlock path, CodeBlock present) {
        CodeBlock checked = value.check(path, present);
        return presence instanceof SentinelPresence sentinel ? sentinel.refuse(path, checked) : checked;
    }

    @Override
    public CodeBlock check(CodeBlock path, CodeBlock checked) {
        return isCheckedAsItIs() ? checked : CodeBlock.of("$L($L,$W$L)", checkName(), path, checked);
    }

    /** Returns whether every value is ready to be stored as the record has it. */
    private boolean isCheckedAsItIs() {
        return absence.form() == AbsenceModel.Form.BOX && absence.isByBit() && !value.refuses();
    }

    @Override
    public Optional<CodeBlock> requireIn(CodeBlock checked) {
        return value.requireIn(orZero(checked));
    }

    @Override
    public CodeBlock store(CodeBlock checked) {
        throw new IllegalStateException(
                "more than one statement: " + component().name());
    }

    // segment.set(LittleEndian.I32, byteOffset + OFFSET_AGE, (age == null ? 0 : age))
    // PresenceBits.put(segment, byteOffset + OFFSET_PRESENCE, 0, age != null)
    @Override
    public List<CodeBlock> storesTo(CodeBlock segment, CodeBlock checked) {
        List<CodeBlock> stores = new ArrayList<>(List.of(value.storeTo(segment, orZero(checked))));
        presence.put(segment, isPresent(checked)).ifPresent(stores::add);
        return stores;
    }

    @Override
    public List<CodeBlock> storeNew(CodeBlock checked) {
        List<CodeBlock> stores = new ArrayList<>(value.storeNew(orZero(checked)));
        presence.put(CodeBlock.of("memory"), isPresent(checked)).ifPresent(stores::add);
        return stores;
    }

    private static CodeBlock isPresent(CodeBlock checked) {
        return CodeBlock.of("$L != null", checked);
    }

    // (age == null ? 0 : age)
    // (start == null ? CheckedStruct.zeros(8) : start)
    private CodeBlock orZero(CodeBlock checked) {
        return presence.sentinel().isPresent()
                ? checked
                : CodeBlock.of("($L == null ? $L : $L)", checked, zero(value.checkedType()), checked);
    }

    private CodeBlock zero(TypeName type) {
        if (type.equals(TypeName.BOOLEAN)) {
            return CodeBlock.of("false");
        }
        if (type.isPrimitive()) {
            return CodeBlock.of("0");
        }
        return type.equals(Library.CHECKED_STRUCT)
                ? CodeBlock.of("$T.zeros($L)", Library.CHECKED_STRUCT, placed.byteSize())
                : CodeBlock.of("new byte[$L]", placed.byteSize());
    }

    @Override
    public CodeBlock equal(Stored mine, Stored theirs) {
        CodeBlock other = presence.isPresent(theirs);
        return CodeBlock.of(
                "($L$W? $L && $L$W: !($L))", presence.isPresent(mine), other, value.equal(mine, theirs), other);
    }

    @Override
    public CodeBlock hash(Stored stored) {
        return CodeBlock.of("($L$W? $L$W: 0)", presence.isPresent(stored), value.hash(stored));
    }

    // (hasAge() ? String.valueOf(age()) : "absent")
    @Override
    public CodeBlock text() {
        return CodeBlock.of(
                "($L() ? $T.valueOf($L) : $S)", accessors().hasName(), String.class, value.text(), "absent");
    }

    /** The classes of the JDK that hold a number or none. */
    record OptionalType(TypeName type, String getter) {
        static OptionalType of(TypeName value) {
            String name = value.equals(TypeName.INT) ? "Int" : value.equals(TypeName.LONG) ? "Long" : "Double";
            return new OptionalType(ClassName.get("java.util", "Optional" + name), "getAs" + name);
        }
    }
}
