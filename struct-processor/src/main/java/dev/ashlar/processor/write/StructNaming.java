package dev.ashlar.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
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

    /** What a variable would hide in the method where it stands: fields, a class, and the roots of qualified names; constants besides. */
    private static final Set<String> HIDEABLE = Set.of("memory", "byteOffset", "FixedString", "dev", "java");

    private final ClassName struct;
    private final ClassName view;
    private final ClassName array;
    private final Map<String, String> accessors = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    StructNaming(StructModel model) {
        StructName name = model.name();
        struct = ClassName.get(
                name.packageName(),
                name.simpleNames().getFirst(),
                name.simpleNames().stream().skip(1).toArray(String[]::new));
        view = ClassName.get(name.packageName(), name.viewName());
        array = ClassName.get(name.packageName(), name.arrayName());
        model.components().stream()
                .map(ComponentModel::name)
                .filter(component -> !METHODS.contains(component))
                .forEach(this::nameAccessor);
        model.components().stream()
                .map(ComponentModel::name)
                .filter(METHODS::contains)
                .forEach(this::nameAccessor);
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

    /** The nested class that describes the struct; it must not hide a struct of the unnamed package. */
    String description() {
        return struct.topLevelClassName().simpleName().equals("Description") ? "Description_" : "Description";
    }

    String accessor(ComponentModel component) {
        return accessors.getOrDefault(component.name(), component.name());
    }

    /** A variable that holds the value of the component. */
    String variable(ComponentModel component) {
        String accessor = accessor(component);
        boolean hides = HIDEABLE.contains(accessor) || accessor.startsWith("OFFSET_") || accessor.startsWith("LENGTH_");
        return hides ? unused(accessor + "_") : accessor;
    }

    /** A variable beside those of all components. */
    String variableBesides(String name) {
        return unused(name);
    }

    /** The call of a getter on {@code this}; {@code yield} is no method name without a receiver. */
    CodeBlock get(ComponentModel component) {
        String accessor = accessor(component);
        return CodeBlock.of(accessor.equals("yield") ? "this.$L()" : "$L()", accessor);
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

    private String unused(String name) {
        String unused = name;
        while (taken.contains(unused)) {
            unused += "_";
        }
        return unused;
    }
}
