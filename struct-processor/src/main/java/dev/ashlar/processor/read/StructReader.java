package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.LayoutAssertion;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.model.StructSettings;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the declarations of structs, each once in a round, and with each those that it holds. */
public final class StructReader {
    private final Elements elements;
    private final Surroundings surroundings;
    private final Sites sites;
    private final Map<TypeElement, Reading> readings = new HashMap<>();
    /** What is being read: each struct holds the next. */
    private final List<TypeElement> path = new ArrayList<>();

    public StructReader(Elements elements, Sites sites) {
        this.elements = elements;
        this.surroundings = new Surroundings(elements);
        this.sites = sites;
    }

    /** Reads {@code type}, whatever it is; all that is wrong with it comes back at once. */
    public Reading read(TypeElement type) {
        Reading known = readings.get(type);
        if (known != null) {
            return known;
        }
        path.add(type);
        Reading reading = readOnce(type);
        path.removeLast();
        readings.put(type, reading);
        return reading;
    }

    /** The structs from {@code type} to the one that is being read now; empty when {@code type} is not among them. */
    List<TypeElement> pathFrom(TypeElement type) {
        int start = path.indexOf(type);
        return start < 0 ? List.of() : path.subList(start, path.size());
    }

    private Reading readOnce(TypeElement type) {
        Findings findings = new Findings();
        Site site = sites.add(type);
        DeclarationReader.read(type, site, findings);
        if (!DeclarationReader.isPossible(type)) {
            return findings.reading(Optional.empty());
        }
        StructName name = StructNames.of(type, elements);
        Optional<List<ComponentModel>> components = type.getKind() == ElementKind.RECORD
                ? Optional.of(components(type, findings))
                : new UnionReader(new NestedReader(this, elements, type, findings), type, site, findings)
                        .components(name);
        StructSettings settings = settings(type, site, findings);
        LayoutAssertion assertion = assertion(type, site, findings);
        return findings.reading(components.map(read -> new StructModel(
                name, DeclarationReader.isPublic(type), surroundings.of(type), settings, read, assertion, site)));
    }

    private List<ComponentModel> components(TypeElement type, Findings findings) {
        NestedReader nested = new NestedReader(this, elements, type, findings);
        TypeReader types = new TypeReader(nested, new EnumReader(elements, findings), findings);
        ReferenceReader references = new ReferenceReader(nested, types, elements, findings);
        ComponentReader reader = new ComponentReader(types, references, findings);
        List<ComponentModel> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(reader.read(component, sites.add(component)));
        }
        return components;
    }

    private static StructSettings settings(TypeElement type, Site site, Findings findings) {
        StructSettings plain = new StructSettings(false, 1, StructOrder.LITTLE_ENDIAN, false, false);
        return Annotations.find(type, Struct.class)
                .flatMap(struct -> {
                    Optional<StructSettings> settings = settings(struct);
                    if (settings.isEmpty()) {
                        findings.gap(site, Message.UNRESOLVED_VALUE, type.getSimpleName(), "Struct");
                    }
                    return settings;
                })
                .orElse(plain);
    }

    private static Optional<StructSettings> settings(AnnotationMirror struct) {
        return Annotations.flag(struct, "packed")
                .flatMap(packed -> Annotations.number(struct, "align", 1)
                        .flatMap(align -> Annotations.constant(
                                        struct, "order", StructOrder.class, StructOrder.LITTLE_ENDIAN)
                                .flatMap(order -> Annotations.flag(struct, "list")
                                        .flatMap(list -> Annotations.flag(struct, "columns")
                                                .map(columns ->
                                                        new StructSettings(packed, align, order, list, columns))))));
    }

    private static LayoutAssertion assertion(TypeElement type, Site site, Findings findings) {
        return Annotations.find(type, LayoutCheck.class)
                .flatMap(check -> {
                    Optional<LayoutAssertion> assertion = assertion(check);
                    if (assertion.isEmpty()) {
                        findings.gap(site, Message.UNRESOLVED_VALUE, type.getSimpleName(), "LayoutCheck");
                    }
                    return assertion;
                })
                .orElse(LayoutAssertion.NOTHING);
    }

    private static Optional<LayoutAssertion> assertion(AnnotationMirror check) {
        return Annotations.number(check, "size", -1)
                .flatMap(size -> Annotations.number(check, "alignment", -1)
                        .flatMap(alignment -> Annotations.number(check, "maxPadding", -1)
                                .flatMap(maxPadding -> Annotations.number(check, "cacheLine", -1)
                                        .map(line -> new LayoutAssertion(size, alignment, maxPadding, line)))));
    }
}
