package dev.ashlar.processor.write.names;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.OwnMethods;
import dev.ashlar.processor.model.PropertyName;
import dev.ashlar.processor.model.StructModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The names of the methods that a class has for the components of a struct.
 *
 * <p>They are the component's own, or those of a property, {@code getId} and {@code setId}. One that would collide gets
 * trailing underscores, as many as it takes.
 */
final class MemberNames {
    private final AccessorNames style;
    private final Set<String> reserved;
    private final boolean isOfStoredForms;
    private final Map<String, String> accessors = new HashMap<>();
    private final Map<String, String> getters = new HashMap<>();
    private final Map<String, String> setters = new HashMap<>();
    private final Set<String> taken;
    /** The getters and setters of properties. */
    private final Set<String> properties;

    private final List<ComponentModel> optional;
    private final Map<String, Map<String, String>> prefixed = new HashMap<>();

    /** The names in a class that has methods of its own, called {@code reserved}. */
    MemberNames(StructModel model, Set<String> reserved) {
        this.style = new AccessorNames(model.settings().accessors());
        this.reserved = reserved;
        this.isOfStoredForms = false;
        this.taken = new HashSet<>();
        this.properties = new HashSet<>();
        this.optional = model.components().stream()
                .filter(component -> component.absence() != null)
                .toList();
        model.components().stream()
                .filter(component -> !OwnMethods.include(component, reserved))
                .map(ComponentModel::name)
                .forEach(component -> nameAccessor(component, component));
        OwnMethods.renamed(model.components(), reserved).forEach(this::nameAccessor);
        if (style.isBean()) {
            model.components().forEach(component -> nameProperty(component, component.name(), component.typeName()));
        }
    }

    /** The names of the methods for what codecs store, beside {@code values}, those for the values. */
    private MemberNames(StructModel model, MemberNames values) {
        this.style = values.style;
        this.reserved = values.reserved;
        this.isOfStoredForms = true;
        this.taken = values.taken;
        this.properties = values.properties;
        this.optional = values.optional;
        Map<String, String> storedForms = OwnMethods.storedForms(model.components(), reserved);
        for (ComponentModel component : model.components()) {
            if (component.codec() != null) {
                String name = Objects.requireNonNull(storedForms.get(component.name()), "no stored form");
                nameAccessor(component.name(), name);
                if (style.isBean()) {
                    nameProperty(component, name, component.storedType().typeName());
                }
            }
        }
    }

    /** The names of the methods for what codecs store: {@code createdNanos}. */
    MemberNames ofStoredForms(StructModel model) {
        return new MemberNames(model, this);
    }

    /** Returns whether accessors are properties of Kotlin. */
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
        return unused(style.getter(isTruth(component), accessor(component) + suffix), properties());
    }

    // nextAddress
    // setNextAddress
    String setter(ComponentModel component, String suffix) {
        return unused(style.setter(isTruth(component), accessor(component) + suffix), properties());
    }

    // getAgeOrNull
    // getIsOpenOrNull, since Kotlin takes a getter without "get" only for a primitive boolean
    String boxedGetter(ComponentModel component, String suffix) {
        return unused(style.getter(false, accessor(component) + suffix), properties());
    }

    // setAgeOrNull
    String boxedSetter(ComponentModel component, String suffix) {
        return unused(style.setter(false, accessor(component) + suffix), properties());
    }

    /** A further method of an optional component whose name starts with a word: {@code hasAge}, {@code clearAge}. */
    String prefixed(String prefix, ComponentModel component) {
        return Objects.requireNonNull(
                prefixed.computeIfAbsent(prefix, this::prefixed).get(component.name()), "not optional");
    }

    /** The names of such methods of all optional components, by component. */
    private Map<String, String> prefixed(String prefix) {
        Map<String, String> names = new HashMap<>();
        for (ComponentModel each : optional) {
            String name = prefix + PropertyName.capitalized(accessor(each));
            name += mayBeOfAnother(name) ? "_" : "";
            while (taken.contains(name)
                    || reserved.contains(name)
                    || properties.contains(style.getter(false, name))
                    || names.containsValue(name)) {
                name += "_";
            }
            names.put(each.name(), name);
        }
        return names;
    }

    /** Returns whether a name is that of a component with a further word: of hasAge there are methods such as hasAgeNumber. */
    private boolean mayBeOfAnother(String name) {
        return taken.stream()
                .filter(name::startsWith)
                .anyMatch(start ->
                        start.length() == name.length() || !Character.isLowerCase(name.codePointAt(start.length())));
    }

    /** The start of the names of all methods of a component that neither read nor write it as a whole. */
    String accessor(ComponentModel component) {
        return accessors.getOrDefault(component.name(), component.name());
    }

    /** {@code name}, or the first like it that no component has. */
    String unused(String name) {
        return unused(name, taken);
    }

    private void nameAccessor(String component, String accessor) {
        taken.add(accessor);
        accessors.put(component, accessor);
    }

    private void nameProperty(ComponentModel component, String name, String typeName) {
        String getter = style.getter(isTruth(component), name);
        String setter = style.setter(isTruth(component), name);
        getters.put(component.name(), unused(reserved.contains(getter) ? getter + "_" : getter, properties));
        properties.add(getter(component));
        // Setters of different types may have the same name: that of isOpen, and of open where it is an int.
        while (!properties.add(setter + " " + typeName)) {
            setter += "_";
        }
        setters.put(component.name(), setter);
        properties.add(setter);
    }

    private boolean isTruth(ComponentModel component) {
        return isOfStoredForms ? component.storedType().isTruth() : component.isTruth();
    }

    private Set<String> properties() {
        return style.isBean() ? properties : taken;
    }

    private static String unused(String name, Set<String> taken) {
        String unused = name;
        while (taken.contains(unused)) {
            unused += "_";
        }
        return unused;
    }
}
