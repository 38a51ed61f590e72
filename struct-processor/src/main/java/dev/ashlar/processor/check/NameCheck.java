package dev.ashlar.processor.check;

import dev.ashlar.processor.layout.ColumnLayout;
import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.OffsetConstant;
import dev.ashlar.processor.model.OwnMethods;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.StructAccessors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Names that the generated classes need and that something else has. */
final class NameCheck {
    private NameCheck() {}

    static List<Finding> constants(StructModel struct) {
        List<Finding> findings = new ArrayList<>();
        Map<String, ComponentModel> owners = new HashMap<>();
        for (ComponentModel component : struct.components()) {
            String constant = OffsetConstant.of(component.name());
            ComponentModel owner = owners.putIfAbsent(constant, component);
            if (owner != null) {
                findings.add(Finding.of(
                        component.site(),
                        Message.CONSTANT_COLLISION,
                        struct.path(component.name()),
                        constant,
                        owner.name()));
            }
        }
        return findings;
    }

    /** A note of the accessors that have other names than their components, or than those and what is stored. */
    static List<Finding> accessors(StructModel struct, Layouts layouts) {
        List<String> renamed = new ArrayList<>();
        Map<String, String> inViews = accessors(struct, struct.components(), OwnMethods.OF_VIEWS);
        inViews.forEach((name, accessor) -> renamed.add(name + " is " + accessor + "()"));
        if (struct.settings().columns() && struct.union().isEmpty() && !struct.hasArms()) {
            List<ComponentModel> columns = ColumnLayout.of(struct, layouts).columns().stream()
                    .map(column -> column.placed().component())
                    .toList();
            accessors(struct, columns, OwnMethods.OF_COLUMNS).forEach((name, accessor) -> {
                if (!accessor.equals(inViews.get(name))) {
                    renamed.add(name + " in columns is " + accessor + "()");
                }
            });
        }
        return renamed.isEmpty()
                ? List.of()
                : List.of(Finding.of(
                        struct.site(),
                        Message.ACCESSOR_RENAMED,
                        struct.name().canonicalName(),
                        String.join(", ", renamed)));
    }

    /** The accessors of other names than one expects, by those. Properties, {@code getType}, have their own. */
    // type() -> type_
    // the stored form of created -> createdNanos_
    private static Map<String, String> accessors(
            StructModel struct, List<ComponentModel> components, Set<String> methods) {
        Map<String, String> accessors = new LinkedHashMap<>();
        if (struct.settings().accessors() != StructAccessors.BEAN) {
            OwnMethods.renamed(components, methods)
                    .forEach((component, accessor) -> accessors.put(component + "()", accessor));
        }
        OwnMethods.renamedStoredForms(components, methods)
                .forEach((component, accessor) -> accessors.put("the stored form of " + component, accessor));
        return accessors;
    }

    /** One finding for each other owner of names. {@code holder} says what has a qualified name already, if anything. */
    static List<Finding> classes(StructModel struct, Function<String, Optional<String>> holder) {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        for (String simpleName : struct.classNames()) {
            String qualified = struct.name().generated(simpleName);
            holder.apply(qualified)
                    .ifPresent(owner ->
                            taken.computeIfAbsent(owner, _ -> new ArrayList<>()).add(qualified));
        }
        return taken.entrySet().stream()
                .map(entry -> Finding.of(
                        struct.site(),
                        Message.CLASS_COLLISION,
                        struct.name().canonicalName(),
                        (entry.getValue().size() == 1 ? "the class name " : "the class names ")
                                + String.join(", ", entry.getValue()),
                        entry.getKey()))
                .toList();
    }
}
