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
                || (component.codec() != null
                        && !component.codec().isByElement()
                        && component.codec().value() instanceof CodecModel.ObjectValue value
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

    /** The names of the accessors of what codecs store, by component: none is that of an accessor of a value. */
    // created -> createdNanos
    // created -> createdNanos_
    public static Map<String, String> storedForms(List<ComponentModel> components, Set<String> methods) {
        Map<String, String> values = renamed(components, methods);
        Set<String> taken = components.stream()
                .map(component -> values.getOrDefault(component.name(), component.name()))
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, String> storedForms = new LinkedHashMap<>();
        for (ComponentModel component : components) {
            if (component.codec() != null) {
                String name = storedForm(component, component.codec(), values);
                while (methods.contains(name) || !taken.add(name)) {
                    name += "_";
                }
                storedForms.put(component.name(), name);
            }
        }
        return storedForms;
    }

    /** Those of {@link #storedForms} that another name has pushed aside. */
    public static Map<String, String> renamedStoredForms(List<ComponentModel> components, Set<String> methods) {
        Map<String, String> values = renamed(components, methods);
        Map<String, String> renamed = storedForms(components, methods);
        components.forEach(component -> {
            if (component.codec() != null) {
                renamed.remove(component.name(), storedForm(component, component.codec(), values));
            }
        });
        return renamed;
    }

    private static String storedForm(ComponentModel component, CodecModel codec, Map<String, String> values) {
        return values.getOrDefault(component.name(), component.name()) + codec.suffix();
    }
}
