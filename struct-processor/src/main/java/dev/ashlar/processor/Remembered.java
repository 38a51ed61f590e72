package dev.ashlar.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** A type or package from one round to the next, by name: elements do not live across rounds. */
record Remembered(String module, String name, boolean isPackage) {
    static Remembered of(TypeElement type, Elements elements) {
        return new Remembered(module(type, elements), type.getQualifiedName().toString(), false);
    }

    /** Remembers a type or a package. */
    static Remembered of(Element element, Elements elements) {
        return element instanceof TypeElement type
                ? of(type, elements)
                : new Remembered(
                        module(element, elements),
                        ((PackageElement) element).getQualifiedName().toString(),
                        true);
    }

    Optional<TypeElement> findType(Elements elements) {
        ModuleElement owner = elements.getModuleElement(module);
        return Optional.ofNullable(
                owner == null ? elements.getTypeElement(name) : elements.getTypeElement(owner, name));
    }

    Optional<? extends Element> find(Elements elements) {
        if (!isPackage) {
            return findType(elements);
        }
        ModuleElement owner = elements.getModuleElement(module);
        return Optional.ofNullable(
                owner == null ? elements.getPackageElement(name) : elements.getPackageElement(owner, name));
    }

    private static String module(Element element, Elements elements) {
        return elements.getModuleOf(element).getQualifiedName().toString();
    }
}
