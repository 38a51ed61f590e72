package dev.ashlar.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.struct.StructOrder;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names in the classes of one struct.
 *
 * <p>Variables are named after their component, as methods are. One whose name would collide gets trailing underscores, as
 * many as it takes.
 */
final class StructNaming {
    /** Methods of every view, and of {@code Object}, that an accessor must not override or overload by accident. */
    private static final Set<String> METHODS = Set.of(
            "read",
            "write",
            "free",
            "memory",
            "byteOffset",
            "structType",
            "type",
            "layout",
            "equals",
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize");

    /** Methods of columns and rows with the arguments that an accessor may have there, besides {@link #METHODS}. */
    private static final Set<String> METHODS_OF_COLUMNS = Stream.concat(
                    METHODS.stream(), Stream.of("get", "set", "index", "byteSize"))
            .collect(Collectors.toSet());

    private final ClassName struct;
    private final ClassName view;
    private final ClassName array;
    private final ClassName list;
    private final StructOrder order;
    private final NestedNames nested;
    private final boolean inColumns;
    private final boolean isLinked;
    private final boolean holdsReferences;

    /** An expression for where the struct starts in its handle. */
    private final String start;

    private final MemberNames members;

    /** What a variable would hide where it stands: fields, classes, and the roots of qualified names; constants besides. */
    private final Set<String> hideable;

    StructNaming(StructModel model) {
        this(model, false, List.of());
    }

    private StructNaming(StructModel model, boolean inColumns, Collection<StructName> others) {
        this.inColumns = inColumns;
        isLinked = model.holdsOthers();
        holdsReferences = model.holdsReferences();
        start = "byteOffset()";
        struct = Names.type(model.name());
        array = Names.array(model.name());
        list = Names.list(model.name());
        order = model.settings().order();
        nested = new NestedNames(model, others);
        view = inColumns ? Names.columns(model.name()).nestedClass(nested.row()) : Names.view(model.name());
        members = new MemberNames(model, inColumns ? METHODS_OF_COLUMNS : METHODS);
        hideable = new HashSet<>(
                Set.of("memory", "byteOffset", ViewConstants.TAIL_OFFSET, "BYTE_ALIGNMENT", "LINK", "dev", "java"));
        hideable.addAll(RecordCode.COMPARING);
        hideable.addAll(Library.SIMPLE_NAMES);
        hideable.addAll(nested.all());
    }

    private StructNaming(StructNaming other, StructOrder order, String start) {
        this.order = order;
        this.start = start;
        struct = other.struct;
        view = other.view;
        array = other.array;
        list = other.list;
        nested = other.nested;
        inColumns = other.inColumns;
        isLinked = other.isLinked;
        holdsReferences = other.holdsReferences;
        members = other.members;
        hideable = other.hideable;
    }

    /**
     * The names in the columns of a struct; the view is the row.
     *
     * @param model the struct with one component for each column
     * @param groups the structs that were taken apart
     */
    static StructNaming ofColumns(StructModel model, Collection<StructName> groups) {
        return new StructNaming(model, true, groups);
    }

    /** The same names for values in another byte order. */
    StructNaming in(StructOrder other) {
        return new StructNaming(this, other, start);
    }

    /** The same names in a method that is told by a parameter {@code byteOffset} where the struct starts. */
    StructNaming whereTold() {
        return new StructNaming(this, order, "byteOffset");
    }

    /** Where the struct starts in its handle. */
    // byteOffset()
    String start() {
        return start;
    }

    /** The record. */
    ClassName struct() {
        return struct;
    }

    ClassName view() {
        return view;
    }

    ClassName array() {
        return array;
    }

    ClassName list() {
        return list;
    }

    /** The nested class that describes the struct. */
    String description() {
        return nested.description();
    }

    /** The nested class of records that can be stored. */
    String checked() {
        return nested.checked();
    }

    /** An expression for the record {@code value}, checked, and refused where it holds references of another memory. */
    // new Checked(ComponentPath.RECORD, value)
    // new Checked(ComponentPath.RECORD, value).requireIn(memory)
    CodeBlock checkedRecord(String memory) {
        CodeBlock record = CodeBlock.of("new $L($T.RECORD, value)", checked(), Library.COMPONENT_PATH);
        return holdsReferences ? CodeBlock.of("$L$Z.requireIn($L)", record, memory) : record;
    }

    /** The nested enum that says what a union holds. */
    ClassName tag() {
        return view.nestedClass(nested.tag());
    }

    /** The nested class that has the numbers of the tags of a union. */
    String tagNumbers() {
        return nested.tagNumbers();
    }

    /** The constant that has the numbers of an enum. */
    String numbers(ComponentType.Enumeration enumeration) {
        return nested.numbers(enumeration.model());
    }

    /** The enums of the struct, by the names of the constants that have their numbers. */
    Map<String, EnumModel> enums() {
        return nested.enums();
    }

    /** Whether it holds structs or enums that may have changed since: what makes views checks that. */
    boolean isLinked() {
        return isLinked;
    }

    /** The order of the bytes in values of the struct. */
    StructOrder order() {
        return order;
    }

    // StructOrder.LITTLE_ENDIAN
    // StructOrder.BIG_ENDIAN
    CodeBlock orderConstant() {
        return CodeBlock.of("$T.$L", Library.STRUCT_ORDER, order);
    }

    // ByteOrder.LITTLE_ENDIAN
    // ByteOrder.nativeOrder()
    CodeBlock byteOrder() {
        return CodeBlock.of("$T.$L", ByteOrder.class, order == StructOrder.NATIVE ? "nativeOrder()" : order);
    }

    /** The type of what {@code equals} takes, which Kotlin wants to be told may be null. */
    // Object
    // @Nullable Object
    TypeName other() {
        return isBean() ? ClassName.OBJECT.annotated(Library.NULLABLE) : ClassName.OBJECT;
    }

    /** Whether accessors are properties of Kotlin. */
    boolean isBean() {
        return members.isBean();
    }

    // id
    // getId
    String getter(ComponentModel component) {
        return members.getter(component);
    }

    // id
    // setId
    String setter(ComponentModel component) {
        return members.setter(component);
    }

    // nextAddress
    // getNextAddress
    String getter(ComponentModel component, String suffix) {
        return members.getter(component, suffix);
    }

    // nextAddress
    // setNextAddress
    String setter(ComponentModel component, String suffix) {
        return members.setter(component, suffix);
    }

    /** What the names of all methods of a component start with that neither read nor write it as a whole. */
    String accessor(ComponentModel component) {
        return members.accessor(component);
    }

    /** A further method of the component, such as {@code countGetAndAdd}. */
    String accessor(ComponentModel component, String suffix) {
        return members.unused(accessor(component) + suffix);
    }

    /** A variable that holds the value of the component. */
    String variable(ComponentModel component) {
        String accessor = accessor(component);
        boolean hides = hideable.contains(accessor) || accessor.startsWith("OFFSET_") || accessor.startsWith("LENGTH_");
        return hides ? members.unused(accessor + "_") : accessor;
    }

    /** A variable beside those of all components. */
    String variableBesides(String name) {
        return members.unused(hideable.contains(name) ? name + "_" : name);
    }

    /** The call of a getter on {@code this}; {@code yield} is no method name without a receiver. */
    CodeBlock get(ComponentModel component) {
        return call(getter(component), CodeBlock.of(""));
    }

    /** The call of a method of the component on {@code this} with arguments. */
    CodeBlock call(ComponentModel component, CodeBlock arguments) {
        return call(accessor(component), arguments);
    }

    private static CodeBlock call(String accessor, CodeBlock arguments) {
        return CodeBlock.of(accessor.equals("yield") ? "this.$L($L)" : "$L($L)", accessor, arguments);
    }

    /** An expression for where a component lies in the handle. */
    // byteOffset() + OFFSET_ID
    // idPlace()
    CodeBlock place(ComponentModel component) {
        return inColumns ? CodeBlock.of("$L()", accessor(component, "Place")) : place(offset(component));
    }

    /** An expression for what lies at an offset from the start of the struct. */
    // byteOffset() + TAIL_OFFSET
    // byteOffset + TAIL_OFFSET
    CodeBlock place(String offset) {
        return CodeBlock.of("$L + $L", start, offset);
    }

    String offset(ComponentModel component) {
        return OffsetConstant.of(component.name());
    }

    String length(ComponentModel component) {
        return OffsetConstant.of(component.name()).replaceFirst("OFFSET", "LENGTH");
    }

    /** A method that is about a component and is not called after it; {@code name}, or the first like it that no component has. */
    String unused(String name) {
        return members.unused(name);
    }
}
