package dev.ashlar.processor.read;

import dev.ashlar.processor.model.Declarations;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.NestedUse;
import dev.ashlar.processor.model.Reading;
import dev.ashlar.processor.model.StructModel;
import dev.ashlar.processor.model.StructName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the structs that one struct holds. What is wrong with them is said where they are compiled themselves. */
final class NestedReader {
    private final Declarations structs;
    private final ReadingPath path;
    private final NamedStructs named;
    private final Elements elements;
    private final TypeElement owner;
    private final Findings findings;

    NestedReader(
            Declarations structs,
            ReadingPath path,
            NamedStructs named,
            Elements elements,
            TypeElement owner,
            Findings findings) {
        this.structs = structs;
        this.path = path;
        this.named = named;
        this.elements = elements;
        this.owner = owner;
        this.findings = findings;
    }

    /**
     * The struct {@code type}; null when it holds {@code owner} in turn, with a finding, or has no fixed size, or is not
     * even a record.
     */
    @Nullable
    StructModel read(TypeElement type, ComponentSettings settings) {
        List<TypeElement> cycle = path.from(type);
        if (!cycle.isEmpty()) {
            findings.wrong(
                    settings.site(),
                    Message.RECURSIVE_STRUCT,
                    settings.name(),
                    type.getQualifiedName(),
                    Stream.concat(cycle.stream(), Stream.of(type))
                            .map(Object::toString)
                            .collect(Collectors.joining(" -> ")));
            return null;
        }
        StructName name = named.nameOf(type);
        Reading reading = structs.read(name);
        findings.uses(new NestedUse(settings.site(), settings.name(), name));
        StructModel struct = reading.struct().orElse(null);
        if (struct != null && struct.hasTail()) {
            findings.wrong(settings.site(), Message.TAIL_NESTED, settings.name(), type.getQualifiedName());
            return null;
        }
        return struct;
    }

    /** Returns whether {@code type} is a struct. */
    boolean isStruct(TypeElement type) {
        return named.isStruct(type, owner);
    }

    StructName nameOf(TypeElement struct) {
        return named.nameOf(struct);
    }

    /** The name of {@code type} as one would write it in its package: {@code Shape.Circle}. */
    String nameInPackage(TypeElement type) {
        return StructNames.of(type, elements).nameInPackage();
    }

    /** Returns whether {@code type} is in the package of the view, from which only private members are hidden. */
    boolean isInSamePackage(TypeElement type) {
        return elements.getPackageOf(type).equals(named.home(owner));
    }

    /** Returns whether the view, in the package of the struct, can name {@code type}. */
    boolean canName(TypeElement type, ComponentSettings settings) {
        Optional<Name> hidden = hidden(type);
        hidden.ifPresent(element -> findings.wrong(
                settings.site(), Message.HIDDEN_TYPE, settings.name(), type.getQualifiedName(), element));
        return hidden.isEmpty();
    }

    /** The class or package that the view cannot name: {@code type}, one around it, or its package; empty if it can name all. */
    Optional<Name> hidden(TypeElement type) {
        boolean samePackage = isInSamePackage(type);
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            boolean isHidden = element.getModifiers().contains(Modifier.PRIVATE)
                    || (!samePackage && !element.getModifiers().contains(Modifier.PUBLIC));
            if (isHidden) {
                return Optional.of(element.getSimpleName());
            }
        }
        return isExported(type)
                ? Optional.empty()
                : Optional.of(elements.getPackageOf(type).getQualifiedName());
    }

    /** Returns whether the module of the view sees the package of {@code type}. */
    private boolean isExported(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        ModuleElement home = elements.getModuleOf(named.home(owner));
        return module == null
                || home == null
                || module.equals(home)
                || elements.getTypeElement(home, type.getQualifiedName()) != null;
    }
}
