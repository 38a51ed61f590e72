package dev.ashlar.processor.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods that generated classes have themselves, whose names accessors cannot have. */
public final class OwnMethods {
    /** Those of every view, and of {@code Object}, that an accessor must not override or overload by accident. */
    public static final Set<String> OF_VIEWS = Set.of(
            "read",
            "write",
            "free",
            "memory",
            "byteOffset",
            "address",
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

    /** Those of columns and rows, with the arguments that an accessor may have there. */
    public static final Set<String> OF_COLUMNS = Stream.concat(
                    OF_VIEWS.stream(), Stream.of("get", "set", "index", "byteSize", "slice"))
            .collect(Collectors.toUnmodifiableSet());

    private OwnMethods() {}

    /** The names of the accessors that cannot have that of their component, by component. */
    // type -> type_
    public static Map<String, String> renamed(List<ComponentModel> components, Set<String> methods) {
        Set<String> taken = new HashSet<>();
        components.stream()
                .map(ComponentModel::name)
                .filter(name -> !methods.contains(name))
                .forEach(taken::add);
        Map<String, String> renamed = new LinkedHashMap<>();
        for (ComponentModel component : components) {
            if (methods.contains(component.name())) {
                String name = component.name() + "_";
                while (!taken.add(name)) {
                    name += "_";
                }
                renamed.put(component.name(), name);
            }
        }
        return renamed;
    }
}
