package dev.ashlar.processor.read;

import dev.ashlar.processor.model.StructModel;
import dev.ashlar.struct.StoredBy;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The declarations around a struct that would change the meaning of the code written beside it. */
final class Surroundings {
    /** The types of java.lang that generated code names. */
    private static final List<String> JAVA_LANG = List.of(
            "Boolean",
            "Byte",
            "Character",
            "Double",
            "Error",
            "Exception",
            "Float",
            "Integer",
            "Long",
            "Object",
            "Override",
            "RuntimeException",
            "Short",
            "String",
            "SuppressWarnings");

    private final Elements elements;

    Surroundings(Elements elements) {
        this.elements = elements;
    }

    /** The surroundings of the classes that are generated for {@code type} in package {@code home}. */
    StructModel.Surroundings of(TypeElement type, boolean isNamedElsewhere, PackageElement home) {
        return new StructModel.Surroundings(isDeprecated(type), isNamedElsewhere, hidesJavaLang(home));
    }

    private boolean isDeprecated(TypeElement type) {
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            if (elements.isDeprecated(element)) {
                return true;
            }
        }
        return type.getEnclosedElements().stream().anyMatch(elements::isDeprecated)
                || type.getPermittedSubclasses().stream().anyMatch(this::namesDeprecated)
                || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .anyMatch(field -> namesDeprecated(field.asType()))
                || type.getRecordComponents().stream().anyMatch(component -> namesDeprecated(component.asType()))
                || type.getEnclosedElements().stream().anyMatch(this::isStoredByDeprecated);
    }

    private boolean isStoredByDeprecated(Element component) {
        Optional<TypeMirror> codec =
                Annotations.find(component, StoredBy.class).flatMap(mirror -> Annotations.type(mirror, "value"));
        return codec.filter(DeclaredType.class::isInstance).isPresent()
                && (namesDeprecated(codec.get())
                        || ((DeclaredType) codec.get())
                                .asElement().getEnclosedElements().stream()
                                        .anyMatch(
                                                method -> elements.isDeprecated(method) || returnsDeprecated(method)));
    }

    /** Of a codec's methods: what is stored. */
    private boolean returnsDeprecated(Element element) {
        return element instanceof ExecutableElement method && namesDeprecated(method.getReturnType());
    }

    private boolean namesDeprecated(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> namesDeprecated(array.getComponentType());
            case DeclaredType declared -> {
                boolean deprecated = declared.getTypeArguments().stream().anyMatch(this::namesDeprecated);
                for (Element element = declared.asElement();
                        element instanceof TypeElement;
                        element = element.getEnclosingElement()) {
                    deprecated |= elements.isDeprecated(element);
                }
                yield deprecated;
            }
            default -> false;
        };
    }

    private boolean hidesJavaLang(PackageElement owner) {
        ModuleElement module = elements.getModuleOf(owner);
        String prefix = owner.isUnnamed() ? "" : owner.getQualifiedName() + ".";
        return JAVA_LANG.stream().anyMatch(name -> elements.getTypeElement(module, prefix + name) != null);
    }
}
