package dev.ashlar.processor.check;

import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Structs with a map: that they have one size, and that what their key is made of can be compared by what is stored. */
final class MapCheck {
    /** A kind of component that cannot be in a key, and what to do. */
    private record Refusal(String what, String advice) {}

    private static final String OTHER_KEY = "name another component, or keep a number, a string or bytes for it";

    private final StructModel struct;
    private final List<Finding> findings = new ArrayList<>();

    private MapCheck(StructModel struct) {
        this.struct = struct;
    }

    static List<Finding> of(StructModel struct) {
        if (!struct.settings().hasMap()) {
            return List.of();
        }
        String name = struct.name().canonicalName();
        if (struct.union().isPresent() || struct.hasArms()) {
            return List.of(Finding.of(struct.site(), Message.MAP_UNION, name));
        }
        MapCheck check = new MapCheck(struct);
        if (struct.hasTail()) {
            check.findings.add(Finding.of(struct.site(), Message.MAP_TAIL, name));
        }
        check.names();
        return check.findings;
    }

    private void names() {
        String name = struct.name().canonicalName();
        Set<String> seen = new HashSet<>();
        for (String wanted : struct.settings().map()) {
            Optional<ComponentModel> component = struct.components().stream()
                    .filter(each -> each.name().equals(wanted))
                    .findFirst();
            if (component.isEmpty()) {
                findings.add(Finding.of(struct.site(), Message.MAP_KEY_UNKNOWN, name, wanted, components()));
            } else if (!seen.add(wanted)) {
                findings.add(Finding.of(struct.site(), Message.MAP_KEY_TWICE, name, wanted));
            } else {
                key(component.get(), wanted, component.get().site());
            }
        }
    }

    private String components() {
        return struct.components().stream().map(ComponentModel::name).collect(Collectors.joining(", "));
    }

    /** Finds errors at any depth, and reports each at the component of the struct itself. */
    private void key(ComponentModel component, String path, Site site) {
        ComponentType type = component.type();
        if (type == null) {
            return;
        }
        Optional<Refusal> refused =
                component.absence() == null ? refusal(component, type) : Optional.of(absent(component));
        refused.ifPresent(refusal -> findings.add(
                Finding.of(site, Message.MAP_KEY_TYPE, struct.path(path), refusal.what(), refusal.advice())));
        for (ComponentType.Mention mention : component.mentions()) {
            if (!mention.isPublic()
                    && !mention.name().packageName().equals(struct.name().packageName())) {
                findings.add(Finding.of(
                        site,
                        Message.HIDDEN_TYPE,
                        struct.path(path),
                        mention.name().canonicalName(),
                        mention.name().nameInPackage()));
            }
        }
        if (refused.isEmpty() && type instanceof ComponentType.Nested nested) {
            nested.struct().components().forEach(inner -> key(inner, path + "." + inner.name(), site));
        }
    }

    private static Refusal absent(ComponentModel component) {
        AbsenceModel.Form form = component.absence() == null
                ? AbsenceModel.Form.BOX
                : component.absence().form();
        String always = switch (form) {
            case BOX, OPTIONAL -> "make it a plain " + component.valueTypeName();
            case NULLABLE -> "remove @Nullable";
        };
        return new Refusal("optional", "let every key have a value: " + always);
    }

    private static Optional<Refusal> refusal(ComponentModel component, ComponentType type) {
        return switch (type) {
            case ComponentType.Primitive primitive ->
                switch (primitive.primitive()) {
                    case FLOAT, DOUBLE ->
                        refused(
                                "a floating-point number, of which NaN and two zeros are neither equal nor different",
                                "store its bits, or a whole number of a small unit, such as cents");
                    case BYTE, SHORT, INT, LONG, BOOLEAN, CHAR -> Optional.empty();
                };
            case ComponentType.FixedArray array ->
                isBytes(array)
                                && (component.codec() == null
                                        || !component.codec().isByElement())
                        ? Optional.empty()
                        : refused(
                                "an array",
                                "use byte[] or a String with @Length, or a struct with a component for each");
            case ComponentType.Nested nested ->
                nested.struct().union().isPresent() || nested.struct().hasArms()
                        ? refused("a union", OTHER_KEY)
                        : Optional.empty();
            case ComponentType.Atomic _ ->
                refused("@Atomic", "remove @Atomic: a key must not change while its entry is in the map");
            case ComponentType.Reference _, ComponentType.Pointer _ ->
                refused("an address", "keep what is at that address as the key, or the address as a long");
            case ComponentType.Tail _ -> refused("a tail", "give it a fixed @Length instead of @Tail");
            case ComponentType.Enumeration _, ComponentType.FixedText _, ComponentType.BitField _ -> Optional.empty();
            case ComponentType.Tag _, ComponentType.Union _, ComponentType.Presence _ -> Optional.empty();
        };
    }

    /** Returns whether the elements are plain bytes. */
    private static boolean isBytes(ComponentType.FixedArray array) {
        return array.element() instanceof ComponentType.Primitive primitive
                && primitive.primitive() == JavaPrimitive.BYTE
                && !primitive.isNarrowed();
    }

    private static Optional<Refusal> refused(String what, String advice) {
        return Optional.of(new Refusal(what, advice));
    }
}
