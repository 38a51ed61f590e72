package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.LayoutAssertion;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.LayoutCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the declaration of a struct. */
public final class StructReader {
    private final Elements elements;
    private final Surroundings surroundings;
    private final Sites sites;

    public StructReader(Elements elements, Sites sites) {
        this.elements = elements;
        this.surroundings = new Surroundings(elements);
        this.sites = sites;
    }

    /** Reads {@code type}, whatever it is; all that is wrong with it comes back at once. */
    public Reading read(TypeElement type) {
        Findings findings = new Findings();
        Site site = sites.add(type);
        DeclarationReader.read(type, site, findings);
        if (type.getKind() != ElementKind.RECORD) {
            return new Reading(Optional.empty(), findings.wrong(), findings.gaps());
        }
        StructModel struct = new StructModel(
                StructNames.of(type, elements),
                DeclarationReader.isPublic(type),
                surroundings.of(type),
                components(type, findings),
                assertion(type, site, findings),
                site);
        return new Reading(Optional.of(struct), findings.wrong(), findings.gaps());
    }

    private List<ComponentModel> components(TypeElement type, Findings findings) {
        List<ComponentModel> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(ComponentReader.read(component, sites.add(component), findings));
        }
        return components;
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
                                .map(maxPadding -> new LayoutAssertion(size, alignment, maxPadding))));
    }
}
