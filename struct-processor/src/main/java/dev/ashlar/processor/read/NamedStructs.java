package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Finding;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructName;
import dev.ashlar.struct.Struct;
import dev.ashlar.struct.StructsFor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The types that are structs, by their own annotation or by a {@code @StructsFor} elsewhere. */
final class NamedStructs {
    /** One name in a {@code @StructsFor}: who has the annotation, what it says, and where the name stands in it. */
    private record Naming(Element holder, AnnotationMirror annotation, Sites.Position position) {}

    private final Elements elements;
    private final Sites sites;
    private final Map<TypeElement, Naming> namings = new LinkedHashMap<>();
    private final Set<Element> holders = new HashSet<>();
    private final Map<StructName, TypeElement> types = new HashMap<>();

    NamedStructs(Elements elements, Sites sites) {
        this.elements = elements;
        this.sites = sites;
    }

    /** Reads the {@code @StructsFor} of {@code holder}, if it has one. */
    HolderReading read(Element holder) {
        HolderReading names = new HolderReading();
        Optional<? extends AnnotationMirror> found = Annotations.find(holder, StructsFor.class);
        if (found.isEmpty() || !holders.add(holder)) {
            return names;
        }
        List<AnnotationValue> values = Annotations.values(found.get(), "value");
        if (values.isEmpty()) {
            names.findings()
                    .add(finding(new Sites.Position(holder, found.get(), null, null), Message.NAMED_NOTHING, holder));
        }
        for (AnnotationValue value : values) {
            Sites.Position position = new Sites.Position(holder, found.get(), value, null);
            if (!(value.getValue() instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR) {
                names.gaps().add(finding(position, Message.UNRESOLVED_VALUE, holder, "StructsFor"));
            } else if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement struct) {
                add(struct, new Naming(holder, found.get(), position), names);
            } else {
                names.findings().add(finding(position, Message.NOT_A_RECORD, type, "no class"));
            }
        }
        return names;
    }

    private void add(TypeElement struct, Naming naming, HolderReading names) {
        Naming other = namings.get(struct);
        if (Annotations.has(struct, Struct.class)) {
            names.findings().add(finding(naming.position(), Message.NAMED_NEEDLESSLY, struct.getQualifiedName()));
        } else if (other != null) {
            names.findings()
                    .add(finding(naming.position(), Message.NAMED_TWICE, struct.getQualifiedName(), other.holder()));
        } else {
            namings.put(struct, naming);
            names.types().add(struct);
        }
    }

    private Finding finding(Sites.Position position, Message message, Object... facts) {
        return Finding.of(sites.add(position), message, facts);
    }

    /** Returns whether {@code type} is named by a {@code @StructsFor}, and has no {@code @Struct} itself. */
    boolean isNamed(TypeElement type) {
        return namings.containsKey(type);
    }

    /**
     * Whether {@code type} is a struct that {@code user} may hold. A compilation of changed files alone, or of another
     * module, does not meet what named it, unless that is the user itself or stands around it.
     */
    boolean isStruct(TypeElement type, TypeElement user) {
        if (Annotations.has(type, Struct.class) || isNamed(type)) {
            return true;
        }
        for (Element holder = user; holder != null; holder = holder.getEnclosingElement()) {
            read(holder);
        }
        return isNamed(type);
    }

    /** The {@code @Struct} that says how {@code type} is laid out; empty when nothing does. */
    Optional<? extends AnnotationMirror> settings(TypeElement type) {
        Naming naming = namings.get(type);
        return naming == null
                ? Annotations.find(type, Struct.class)
                : Annotations.annotation(naming.annotation(), "as");
    }

    /** The one element that the classes of {@code type} are generated for. */
    Element origin(TypeElement type) {
        Naming naming = namings.get(type);
        return naming == null ? type : naming.holder();
    }

    /** The package of the classes of {@code type}. */
    PackageElement home(TypeElement type) {
        return elements.getPackageOf(origin(type));
    }

    StructName nameOf(TypeElement type) {
        StructName name = StructNames.of(type, elements, home(type));
        types.put(name, type);
        return name;
    }

    /** The type that {@link #nameOf} gave a name. */
    TypeElement type(StructName name) {
        TypeElement type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("a struct that was never named: " + name.canonicalName());
        }
        return type;
    }

    /** A site for {@code element} of {@code type}; where that has no source, its name in the {@code @StructsFor}. */
    Site site(Element element, TypeElement type) {
        Naming naming = namings.get(type);
        if (naming == null || DeclarationFiles.isSource(type, elements)) {
            return sites.add(element);
        }
        Sites.Position position = naming.position();
        return sites.add(new Sites.Position(
                position.element(),
                position.annotation(),
                position.value(),
                type.getQualifiedName().toString()));
    }
}
