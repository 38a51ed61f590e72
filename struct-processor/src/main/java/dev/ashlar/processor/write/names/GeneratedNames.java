package dev.ashlar.processor.write.names;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.OwnMethods;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.write.library.Library;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names in the classes of one struct.
 *
 * <p>Variables are named after their component, as methods are. One whose name would collide gets trailing underscores, as
 * many as it takes.
 */
public final class GeneratedNames {
    /** The constant that says where the elements of a tail start. */
    public static final String TAIL_OFFSET = "TAIL_OFFSET";

    /** The classes of the JDK that whole records are copied with: a variable of the same name would hide them. */
    private static final Set<String> COMPARING = Set.of(
            "Arrays",
            "Boolean",
            "Byte",
            "Character",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Objects",
            "OptionalDouble",
            "OptionalInt",
            "OptionalLong",
            "Reference",
            "Short",
            "String");

    private final StructModel model;
    private final ClassName struct;
    private final ClassName view;
    private final ClassName array;
    private final ClassName list;
    private final ClassName map;
    private final ClassName ring;
    private final ClassName cursor;
    private final NestedNames nested;
    private final MemberNames members;
    private final MemberNames storedForms;
    private final boolean isOfStoredForms;

    /**
     * The names that a variable would hide: fields, classes, and the roots of qualified names. Constants are told by their
     * prefixes.
     */
    private final Set<String> hideable;

    public GeneratedNames(StructModel model) {
        this(model, false, List.of());
    }

    private GeneratedNames(StructModel model, boolean inColumns, Collection<StructName> others) {
        this.model = model;
        struct = Names.type(model.name());
        array = Names.array(model.name());
        list = Names.list(model.name());
        map = Names.map(model.name());
        ring = Names.ring(model.name());
        nested = new NestedNames(model, others);
        ClassName columns = Names.columns(model.name());
        view = inColumns ? columns.nestedClass(nested.row()) : Names.view(model.name());
        cursor = (inColumns ? columns : view).nestedClass(nested.cursor());
        members = new MemberNames(model, inColumns ? OwnMethods.OF_COLUMNS : OwnMethods.OF_VIEWS);
        storedForms = members.ofStoredForms(model);
        isOfStoredForms = false;
        hideable = new HashSet<>(
                Set.of("memory", "byteOffset", TAIL_OFFSET, "BYTE_SIZE", "BYTE_ALIGNMENT", "LINK", "dev", "java"));
        if (inColumns) {
            hideable.addAll(Set.of("columns", "index"));
        }
        hideable.addAll(COMPARING);
        hideable.addAll(Library.SIMPLE_NAMES);
        hideable.addAll(nested.all());
    }

    private GeneratedNames(GeneratedNames values) {
        this.model = values.model;
        this.struct = values.struct;
        this.array = values.array;
        this.list = values.list;
        this.map = values.map;
        this.ring = values.ring;
        this.nested = values.nested;
        this.view = values.view;
        this.cursor = values.cursor;
        this.members = values.members;
        this.storedForms = values.storedForms;
        this.hideable = values.hideable;
        this.isOfStoredForms = true;
    }

    /** The same names, but those of the methods are for what codecs store: {@code createdNanos}. */
    public GeneratedNames ofStoredForms() {
        return new GeneratedNames(this);
    }

    /** Returns whether the names of methods are for what codecs store, beside those for the values. */
    public boolean isOfStoredForms() {
        return isOfStoredForms;
    }

    private MemberNames members() {
        return isOfStoredForms ? storedForms : members;
    }

    /**
     * The names in the columns of a struct; the view is the row.
     *
     * @param model the struct with one component for each column
     * @param groups the structs that were taken apart
     */
    public static GeneratedNames ofColumns(StructModel model, Collection<StructName> groups) {
        return new GeneratedNames(model, true, groups);
    }

    /** The struct. */
    public StructModel model() {
        return model;
    }

    /** The record. */
    public ClassName struct() {
        return struct;
    }

    public ClassName view() {
        return view;
    }

    public ClassName array() {
        return array;
    }

    public ClassName list() {
        return list;
    }

    public ClassName map() {
        return map;
    }

    public ClassName ring() {
        return ring;
    }

    /** The nested class that describes the struct. */
    public String description() {
        return nested.description();
    }

    /** The nested class of records that can be stored. */
    public String checked() {
        return nested.checked();
    }

    /** The nested class of views that move, or of rows. */
    public ClassName cursor() {
        return cursor;
    }

    /** The nested enum that says what a union holds. */
    public ClassName tag() {
        return view.nestedClass(nested.tag());
    }

    /** The nested class that has the numbers of the tags of a union. */
    public String tagNumbers() {
        return nested.tagNumbers();
    }

    /** The constant that has the numbers of an enum. */
    public String numbers(EnumModel model) {
        return nested.numbers(model);
    }

    /** The enums of the struct, by the names of the constants that have their numbers. */
    public Map<String, EnumModel> enums() {
        return nested.enums();
    }

    /** The type of what {@code equals} takes, which Kotlin wants to be told may be null. */
    // Object
    // @Nullable Object
    public TypeName other() {
        return isBean() ? ClassName.OBJECT.annotated(Library.NULLABLE) : ClassName.OBJECT;
    }

    /** Returns whether accessors are properties of Kotlin. */
    public boolean isBean() {
        return members.isBean();
    }

    // id
    // getId
    public String getter(ComponentModel component) {
        return members().getter(component);
    }

    // id
    // setId
    public String setter(ComponentModel component) {
        return members().setter(component);
    }

    // nextAddress
    // getNextAddress
    public String getter(ComponentModel component, String suffix) {
        return members().getter(component, suffix);
    }

    // nextAddress
    // setNextAddress
    public String setter(ComponentModel component, String suffix) {
        return members().setter(component, suffix);
    }

    // getAgeOrNull
    // ageOrNull
    public String boxedGetter(ComponentModel component, String suffix) {
        return members().boxedGetter(component, suffix);
    }

    // setAgeOrNull
    public String boxedSetter(ComponentModel component, String suffix) {
        return members().boxedSetter(component, suffix);
    }

    /** The start of the names of all methods of a component that neither read nor write it as a whole. */
    public String accessor(ComponentModel component) {
        return members().accessor(component);
    }

    /** The getter of the length of a tail, which is the same for its values and what is stored. */
    // samplesLength
    // getSamplesLength
    public String tailLength(ComponentModel component) {
        return members.getter(component, "Length");
    }

    /** The method that returns the length of a tail after a check, where a component has the name of the one for users. */
    // nameLengthChecked
    public String checkedLength(ComponentModel component) {
        return members.unused(members.accessor(component) + "LengthChecked");
    }

    /** The method or variable with the offset of a tail behind another. */
    // extraOffset
    public String tailOffset(ComponentModel component) {
        return variableBesides(members.accessor(component) + "Offset");
    }

    /** A further method of the component, such as {@code countGetAndAdd}. */
    public String accessor(ComponentModel component, String suffix) {
        return members.unused(accessor(component) + suffix);
    }

    /** A variable that holds the value of the component. */
    public String variable(ComponentModel component) {
        String accessor = accessor(component);
        boolean hides = hideable.contains(accessor) || accessor.startsWith("OFFSET_") || accessor.startsWith("LENGTH_");
        return hides ? members.unused(accessor + "_") : accessor;
    }

    /** A variable beside those of all components. */
    public String variableBesides(String name) {
        return members.unused(hideable.contains(name) ? name + "_" : name);
    }

    /** The call of a getter on {@code this}; {@code yield} is no method name without a receiver. */
    public CodeBlock get(ComponentModel component) {
        return call(getter(component), CodeBlock.of(""));
    }

    /** The call of a method of the component on {@code this} with arguments. */
    public CodeBlock call(ComponentModel component, CodeBlock arguments) {
        return call(accessor(component), arguments);
    }

    private static CodeBlock call(String accessor, CodeBlock arguments) {
        return CodeBlock.of(accessor.equals("yield") ? "this.$L($L)" : "$L($L)", accessor, arguments);
    }

    /** A component as a member of its struct, for messages. */
    // p.Person#id
    // p.Line#start.x
    public String inMessages(ComponentModel component) {
        return inMessages() + "#" + component.path();
    }

    /** The struct, for messages. */
    // p.Person
    public String inMessages() {
        return struct.canonicalName();
    }

    public String offset(ComponentModel component) {
        return OffsetConstant.of(component.name());
    }

    /** The constant that says where the presence bits lie. */
    // OFFSET_PRESENCE
    public String presenceOffset() {
        return OffsetConstant.of(model.unused("presence"));
    }

    /** A further method of an optional component, such as {@code clearAge}. */
    public String prefixed(String prefix, ComponentModel component) {
        return members.prefixed(prefix, component);
    }

    public String length(ComponentModel component) {
        return "LENGTH_" + OffsetConstant.upperSnake(component.name());
    }

    /**
     * A method that is about a component and is not called after it; {@code name}, or the first like it that no component
     * has.
     */
    public String unused(String name) {
        return members.unused(name);
    }
}
