package dev.ashlar.processor.read;

import dev.ashlar.processor.model.StructName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The names of structs and enums. */
final class StructNames {
    private StructNames() {}

    static StructName of(TypeElement type, Elements elements) {
        return of(type, elements, elements.getPackageOf(type));
    }

    /** Names a struct whose generated classes are in package {@code home}, as {@link #of(TypeElement, Elements)}. */
    static StructName of(TypeElement type, Elements elements, PackageElement home) {
        Deque<String> simpleNames = new ArrayDeque<>();
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            simpleNames.addFirst(element.getSimpleName().toString());
        }
        return new StructName(
                elements.getModuleOf(type).getQualifiedName().toString(),
                elements.getPackageOf(type).getQualifiedName().toString(),
                List.copyOf(simpleNames),
                home.getQualifiedName().toString());
    }
}
