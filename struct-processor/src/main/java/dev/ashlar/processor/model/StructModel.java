package dev.ashlar.processor.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One struct. Compare structs by identity: a struct may hold others many times over, and {@code equals} visits them all.
 *
 * @param name its name
 * @param isPublic whether it and every type around it is public, and so its view too
 * @param surroundings what of its surroundings the generated code must respect
 * @param settings how it is laid out
 * @param components in the order of their declaration
 * @param assertion what its {@code @LayoutCheck} asserts
 * @param site where it stands in the source
 */
public record StructModel(
        StructName name,
        boolean isPublic,
        Surroundings surroundings,
        StructSettings settings,
        List<ComponentModel> components,
        LayoutAssertion assertion,
        Site site) {
    /** The most bytes that a struct may have: all of them fit in a Java array, which some JVMs end 8 short. */
    public static final long MAX_BYTE_SIZE = Integer.MAX_VALUE - 8;

    public StructModel {
        components = List.copyOf(components);
    }

    /** The union that it is; empty for a record. */
    public Optional<UnionModel> union() {
        return !components.isEmpty() && components.getLast().type() instanceof ComponentType.Union union
                ? Optional.of(union.union())
                : Optional.empty();
    }

    /** Returns whether its components are arms, all at offset 0: a union without a tag. */
    public boolean hasArms() {
        return settings.union();
    }

    /** A component of it, or the path of one deeper in it, in messages: {@code p.Person.age}. */
    public String path(String component) {
        return name.canonicalName() + "." + component;
    }

    /** The name {@code wanted}, or the first like it that no component has. */
    public String unused(String wanted) {
        String name = wanted;
        while (isComponent(name)) {
            name += "_";
        }
        return name;
    }

    private boolean isComponent(String other) {
        return components.stream().anyMatch(component -> component.name().equalsIgnoreCase(other));
    }

    /** Returns whether its last component is of variable size. */
    public boolean hasTail() {
        return !components.isEmpty() && components.getLast().type() instanceof ComponentType.Tail;
    }

    /** The components of variable size, which are the last ones. */
    public List<ComponentModel> tails() {
        return components.stream()
                .filter(component -> component.type() instanceof ComponentType.Tail)
                .toList();
    }

    /** Returns whether its last component reaches to the end of the handle. */
    public boolean reachesEnd() {
        return !components.isEmpty()
                && components.getLast().type() instanceof ComponentType.Tail tail
                && tail.tail().toEnd();
    }

    /** The tail right before a tail, behind which it starts; empty for the first. */
    public Optional<ComponentModel> tailBefore(ComponentModel tail) {
        return tails().stream()
                .takeWhile(each -> !each.name().equals(tail.name()))
                .reduce((first, second) -> second);
    }

    /** Returns whether a component holds the number of the elements of a tail. */
    public boolean isCount(ComponentModel component) {
        return components.stream()
                .anyMatch(each -> each.type() instanceof ComponentType.Tail tail
                        && component.name().equals(tail.tail().count()));
    }

    /** Returns whether structs or constants of enums lie in it, which may be compiled separately. */
    public boolean holdsOthers() {
        return components.stream()
                .map(ComponentModel::storedType)
                .anyMatch(
                        type -> !type.structs().isEmpty() || type.enumeration().isPresent());
    }

    /** Returns whether it, or a struct in it, has a component that is the address of another struct. */
    public boolean holdsReferences() {
        return holdsReferences(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean holdsReferences(Set<StructModel> seen) {
        return seen.add(this)
                && components.stream()
                        .map(ComponentModel::storedType)
                        .anyMatch(type -> type instanceof ComponentType.Reference
                                || type.structs().stream().anyMatch(struct -> struct.holdsReferences(seen)));
    }

    /** Returns whether storing it calls a codec of the user, which may do anything. */
    public boolean callsCodecs() {
        return callsCodecs(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean callsCodecs(Set<StructModel> seen) {
        return seen.add(this)
                && components.stream()
                        .anyMatch(component ->
                                (component.codec() != null && !component.codec().isOfLibrary())
                                        || component.storedType().structs().stream()
                                                .anyMatch(struct -> struct.callsCodecs(seen)));
    }

    /** The simple names of the classes that are generated for it; there are no arrays of structs with a tail. */
    public List<String> classNames() {
        List<String> names = new ArrayList<>(List.of(name.viewName()));
        if (!hasTail()) {
            names.add(name.arrayName());
            if (settings.list()) {
                names.add(name.listName());
            }
            if (settings.hasMap()) {
                names.add(name.mapName());
            }
            if (settings.ring()) {
                names.add(name.ringName());
            }
            if (settings.columns()) {
                names.add(name.columnsName());
            }
        }
        return names;
    }

    /** The same struct with other components, or the same ones in another order. */
    public StructModel reordered(List<ComponentModel> order) {
        return new StructModel(name, isPublic, surroundings, settings, order, assertion, site);
    }

    /** The same struct in other surroundings. */
    public StructModel in(Surroundings other) {
        return new StructModel(name, isPublic, other, settings, components, assertion, site);
    }

    /**
     * What generated code must respect where it stands.
     *
     * @param isDeprecated whether naming the struct, its components or their types would raise a deprecation warning
     * @param isNamedElsewhere whether a {@code @StructsFor} names it, so that it is compiled without its generated classes
     * @param hidesJavaLang whether the package has a type named as one of {@code java.lang} that generated code uses
     */
    public record Surroundings(boolean isDeprecated, boolean isNamedElsewhere, boolean hidesJavaLang) {}
}
