package dev.ashlar.processor.header;

import dev.ashlar.processor.layout.Layouts;
import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.model.EnumModel;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The enums in the header of a struct and in those that it includes, each under names that no other has there.
 *
 * <p>C has neither packages nor scopes of constants: {@code RED} of {@code Colour} is {@code Colour_RED}. An enum of which one
 * name is taken, by another enum or by a struct, gets its package in front of all of them, {@code q_Colour_RED}, and after
 * that as many underscores as it takes. An enum that an included header declares keeps the names that it has there.
 */
final class CEnums {
    private final Map<String, CEnum> byIdentity = new LinkedHashMap<>();
    private final Set<String> tags = new HashSet<>();
    private final Set<String> constants = new HashSet<>();

    private CEnums() {}

    /** The enums that the header of {@code struct} knows. */
    static CEnums of(StructModel struct, Layouts layouts) {
        return of(struct, layouts, new HashMap<>());
    }

    private static CEnums of(StructModel struct, Layouts layouts, Map<String, CEnums> known) {
        CEnums found = known.get(struct.name().canonicalName());
        if (found != null) {
            return found;
        }
        CEnums enums = new CEnums();
        List<PlacedComponent> components = layouts.of(struct).components();
        enums.tags.add(HeaderWriter.tagName(struct.name()));
        for (PlacedComponent placed : components) {
            placed.type().structs().forEach(nested -> enums.include(of(nested, layouts, known)));
        }
        for (PlacedComponent placed : components) {
            placed.type().enumeration().ifPresent(enums::declare);
        }
        struct.union()
                .ifPresent(union -> enums.declare(
                        CEnum.identity(union),
                        struct.name(),
                        HeaderWriter.baseName(struct.name()) + "_Tag",
                        name -> CEnum.of(union, name)));
        known.put(struct.name().canonicalName(), enums);
        return enums;
    }

    /** An enum of the struct, or of one that it holds. */
    Optional<CEnum> byIdentity(String identity) {
        return Optional.ofNullable(byIdentity.get(identity));
    }

    private void include(CEnums header) {
        header.byIdentity.values().forEach(each -> byIdentity.putIfAbsent(each.identity(), each));
        tags.addAll(header.tags);
        constants.addAll(header.constants);
    }

    private void declare(EnumModel model) {
        declare(
                model.name().canonicalName(),
                model.name(),
                HeaderWriter.baseName(model.name()),
                name -> CEnum.of(model, name));
    }

    private void declare(String identity, StructName owner, String name, Function<String, CEnum> named) {
        if (byIdentity.containsKey(identity)) {
            return;
        }
        CEnum unused = named.apply(name);
        String qualified = owner.qualified(name).replace('.', '_');
        while (isTaken(unused)) {
            unused = named.apply(qualified);
            qualified += "_";
        }
        byIdentity.put(identity, unused);
        tags.add(unused.tag());
        constants.addAll(unused.constants());
    }

    private boolean isTaken(CEnum candidate) {
        return tags.contains(candidate.tag()) || candidate.constants().stream().anyMatch(constants::contains);
    }
}
