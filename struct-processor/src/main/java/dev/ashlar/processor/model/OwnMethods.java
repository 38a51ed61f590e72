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

    /** The static methods of views that take one value, and its type: a setter of that name and type would be the same method. */
    private static final Map<String, String> TAKING_ONE =
            Map.of("at", "dev.ashlar.memory.Memory", "allocate", "dev.ashlar.alloc.Allocator");

    private OwnMethods() {}

    /** Returns whether the accessors of a component cannot have its name in a class that has {@code methods}. */
    public static boolean include(ComponentModel component, Set<String> methods) {
        return methods.contains(component.name())
                || (component.codec() instanceof CodecModel codec
                        && !codec.isByElement()
                        && codec.value() instanceof CodecModel.ObjectValue value
                        && value.name().canonicalName().equals(TAKING_ONE.get(component.name())));
    }

    /** The names of the accessors that cannot have that of their component, by component. */
    // type -> type_
    public static Map<String, String> renamed(List<ComponentModel> components, Set<String> methods) {
        Set<String> taken = new HashSet<>();
        components.stream()
                .filter(component -> !include(component, methods))
                .map(ComponentModel::name)
                .forEach(taken::add);
        Map<String, String> renamed = new LinkedHashMap<>();
        for (ComponentModel component : components) {
            if (include(component, methods)) {
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
