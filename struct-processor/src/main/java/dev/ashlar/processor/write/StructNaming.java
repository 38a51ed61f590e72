package dev.ashlar.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.StructOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names in the classes of one struct.
 *
 * <p>Accessors and variables are named after their component. One whose name would collide gets trailing underscores,
 * as many as it takes.
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

    private final ClassName struct;
    private final ClassName view;
    private final ClassName array;
    private final StructOrder order;
    private final NestedNames nested;
    private final AccessorNames style;
    private final Map<String, String> accessors = new HashMap<>();
    private final Map<String, String> getters = new HashMap<>();
    private final Map<String, String> setters = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    /** The getters and setters of properties. */
    private final Set<String> properties = new HashSet<>();

    /** What a variable would hide where it stands: fields, classes, and the roots of qualified names; constants besides. */
    private final Set<String> hideable =
            new HashSet<>(Set.of("memory", "byteOffset", ViewConstants.TAIL_OFFSET, "BYTE_ALIGNMENT", "dev", "java"));

    StructNaming(StructModel model) {
        struct = Names.type(model.name());
        view = Names.view(model.name());
        array = Names.array(model.name());
        order = model.settings().order();
        style = new AccessorNames(model.settings().accessors());
        nested = new NestedNames(model);
        hideable.addAll(Library.SIMPLE_NAMES);
        hideable.addAll(nested.all());
        model.components().stream()
                .map(ComponentModel::name)
                .filter(component -> !METHODS.contains(component))
                .forEach(this::nameAccessor);
        model.components().stream()
                .map(ComponentModel::name)
                .filter(METHODS::contains)
                .forEach(this::nameAccessor);
        if (style.isBean()) {
            model.components().forEach(this::nameProperty);
        }
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

    /** The nested class that describes the struct. */
    String description() {
        return nested.description();
    }

    /** The nested class of records that can be stored. */
    String checked() {
        return nested.checked();
    }

    /** The nested enum that says what a union holds. */
    ClassName tag() {
        return view.nestedClass(nested.tag());
    }

    /** The nested class that has the numbers of an enum. */
    String numbers(ComponentType.Enumeration enumeration) {
        return nested.numbers(enumeration.model());
    }

    /** The enums of the struct, by the names of the nested classes that have their numbers. */
    Map<String, EnumModel> enums() {
        return nested.enums();
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

    /** The type of what {@code equals} takes, which Kotlin wants to be told may be null. */
    // Object
    // @Nullable Object
    TypeName other() {
        return style.isBean() ? ClassName.OBJECT.annotated(Library.NULLABLE) : ClassName.OBJECT;
    }

    /** Whether accessors are properties of Kotlin. */
    boolean isBean() {
        return style.isBean();
    }

    // id
    // getId
    String getter(ComponentModel component) {
        return getters.getOrDefault(component.name(), accessor(component));
    }

    // id
    // setId
    String setter(ComponentModel component) {
        return setters.getOrDefault(component.name(), accessor(component));
    }

    // nextAddress
    // getNextAddress
    String getter(ComponentModel component, String suffix) {
        return unused(style.getter(component, accessor(component) + suffix), properties());
    }

    // nextAddress
    // setNextAddress
    String setter(ComponentModel component, String suffix) {
        return unused(style.setter(component, accessor(component) + suffix), properties());
    }

    /** What the names of all methods of a component start with that neither read nor write it as a whole. */
    String accessor(ComponentModel component) {
        return accessors.getOrDefault(component.name(), component.name());
    }

    /** A further method of the component, such as {@code countGetAndAdd}. */
    String accessor(ComponentModel component, String suffix) {
        return unused(accessor(component) + suffix);
    }

    /** A variable that holds the value of the component. */
    String variable(ComponentModel component) {
        String accessor = accessor(component);
        boolean hides = hideable.contains(accessor) || accessor.startsWith("OFFSET_") || accessor.startsWith("LENGTH_");
        return hides ? unused(accessor + "_") : accessor;
    }

    /** A variable beside those of all components. */
    String variableBesides(String name) {
        return unused(hideable.contains(name) ? name + "_" : name);
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

    String offset(ComponentModel component) {
        return OffsetConstant.of(component.name());
    }

    String length(ComponentModel component) {
        return OffsetConstant.of(component.name()).replaceFirst("OFFSET", "LENGTH");
    }

    private void nameAccessor(String component) {
        String accessor = METHODS.contains(component) ? unused(component + "_") : component;
        taken.add(accessor);
        accessors.put(component, accessor);
    }

    private void nameProperty(ComponentModel component) {
        String name = component.name();
        String getter = style.getter(component, name);
        String setter = style.setter(component, name);
        getters.put(name, unused(METHODS.contains(getter) ? getter + "_" : getter, properties));
        properties.add(getters.get(name));
        // Setters of different types may have the same name: that of isOpen, and of open where it is an int.
        while (!properties.add(setter + " " + component.storedType().typeName())) {
            setter += "_";
        }
        setters.put(name, setter);
        properties.add(setter);
    }

    private Set<String> properties() {
        return style.isBean() ? properties : taken;
    }

    private String unused(String name) {
        return unused(name, taken);
    }

    private static String unused(String name, Set<String> taken) {
        String unused = name;
        while (taken.contains(unused)) {
            unused += "_";
        }
        return unused;
    }
}
