package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.Declarations;
import dev.ashlar.processor.model.LayoutAssertion;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Reading;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.processor.model.StructSettings;
import dev.ashlar.struct.LayoutCheck;
import dev.ashlar.struct.StructAccessors;
import dev.ashlar.struct.StructOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the declaration of one struct; those that it holds are read through {@link Declarations}. */
final class StructReader {
    private final Elements elements;
    private final Types types;
    private final NamedStructs named;
    private final DeclarationFiles files;
    private final Declarations structs;
    private final Surroundings surroundings;
    private final ReadingPath path = new ReadingPath();

    /**
     * @param structs all structs, each of which is read by this reader
     */
    StructReader(Elements elements, Types types, NamedStructs named, DeclarationFiles files, Declarations structs) {
        this.elements = elements;
        this.types = types;
        this.named = named;
        this.files = files;
        this.structs = structs;
        this.surroundings = new Surroundings(elements);
    }

    /** Reads {@code type}, whatever it is; everything that is wrong with it comes back at the same time. */
    Reading read(TypeElement type) {
        path.enter(type);
        try {
            return readHere(type);
        } finally {
            path.leave();
        }
    }

    private Reading readHere(TypeElement type) {
        Findings findings = new Findings();
        Site site = named.site(type, type);
        DeclarationReader.read(type, named.home(type), site, findings);
        if (files.isInCompactFile(type)) {
            findings.wrong(site, Message.COMPACT_FILE, type.getSimpleName());
            return findings.reading(Optional.empty());
        }
        if (!DeclarationReader.isPossible(type)) {
            return findings.reading(Optional.empty());
        }
        StructName name = named.nameOf(type);
        Optional<List<ComponentModel>> components = UnionReader.isUnion(type)
                ? new UnionReader(nested(type, findings), files, type, site, findings).components(name)
                : Optional.of(components(type, findings));
        StructSettings settings = settings(type, site, findings);
        LayoutAssertion assertion = assertion(type, site, findings);
        return findings.reading(components.map(read -> new StructModel(
                name,
                DeclarationReader.isPublic(type),
                surroundings.of(type, named.isNamed(type), named.home(type)),
                settings,
                read,
                assertion,
                site)));
    }

    private NestedReader nested(TypeElement type, Findings findings) {
        return new NestedReader(structs, path, named, elements, type, findings);
    }

    private List<ComponentModel> components(TypeElement type, Findings findings) {
        NestedReader nested = nested(type, findings);
        ElementTypeReader elementTypes =
                new ElementTypeReader(nested, new EnumReader(elements, files, findings), findings);
        ReferenceReader references = new ReferenceReader(nested, elementTypes, findings);
        ComponentReader reader = new ComponentReader(
                type,
                elementTypes,
                references,
                new CodecReader(elements, types, nested, findings),
                new AbsenceReader(types, findings),
                isUnion(type) ? new ArmReader(types, findings) : null,
                findings);
        List<ComponentDeclaration> declarations = type.getKind() == ElementKind.RECORD
                ? ComponentDeclaration.ofRecord(type)
                : new KotlinClass(type, types, named, files, findings).components();
        List<ComponentModel> components = new ArrayList<>();
        for (ComponentDeclaration component : declarations) {
            components.add(reader.read(component, named.site(component.element(), type)));
        }
        return components;
    }

    /** Returns whether the components of a record are arms; what cannot be read is reported with the other settings. */
    private boolean isUnion(TypeElement type) {
        return named.settings(type)
                .flatMap(struct -> Annotations.flag(struct, "union"))
                .orElse(false);
    }

    private StructSettings settings(TypeElement type, Site site, Findings findings) {
        StructAccessors natural = KotlinClass.isKotlin(type) ? StructAccessors.BEAN : StructAccessors.RECORD;
        StructSettings plain = new StructSettings(
                false, 0, false, 1, StructOrder.LITTLE_ENDIAN, false, List.of(), false, false, natural);
        return named.settings(type)
                .flatMap(struct -> {
                    Optional<StructSettings> settings = settings(struct, natural);
                    if (settings.isEmpty()) {
                        findings.gap(site, Message.UNRESOLVED_VALUE, type.getQualifiedName(), "Struct");
                    }
                    return settings;
                })
                .orElse(plain);
    }

    private static Optional<StructSettings> settings(AnnotationMirror struct, StructAccessors natural) {
        Optional<Boolean> packed = Annotations.flag(struct, "packed");
        Optional<Long> pack = Annotations.number(struct, "pack", 0);
        Optional<Boolean> union = Annotations.flag(struct, "union");
        Optional<Long> align = Annotations.number(struct, "align", 1);
        Optional<StructOrder> order =
                Annotations.constant(struct, "order", StructOrder.class, StructOrder.LITTLE_ENDIAN);
        Optional<Boolean> list = Annotations.flag(struct, "list");
        Optional<List<String>> map = Annotations.texts(struct, "map");
        Optional<Boolean> ring = Annotations.flag(struct, "ring");
        Optional<Boolean> columns = Annotations.flag(struct, "columns");
        Optional<StructAccessors> accessors =
                Annotations.constant(struct, "accessors", StructAccessors.class, StructAccessors.AUTOMATIC);
        if (Stream.of(packed, pack, union, align, order, list, map, ring, columns, accessors)
                .anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        StructAccessors style = accessors.get() == StructAccessors.AUTOMATIC ? natural : accessors.get();
        return Optional.of(new StructSettings(
                packed.get(),
                pack.get(),
                union.get(),
                align.get(),
                order.get(),
                list.get(),
                map.get(),
                ring.get(),
                columns.get(),
                style));
    }

    private static LayoutAssertion assertion(TypeElement type, Site site, Findings findings) {
        return Annotations.find(type, LayoutCheck.class)
                .flatMap(check -> {
                    Optional<LayoutAssertion> assertion = assertion(check);
                    if (assertion.isEmpty()) {
                        findings.gap(site, Message.UNRESOLVED_VALUE, type.getQualifiedName(), "LayoutCheck");
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
