package dev.ashlar.processor.read;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Types as the user wrote them, but for their annotations. */
final class TypeDescription {
    private TypeDescription() {}

    static String of(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> of(array.getComponentType()) + "[]";
            case DeclaredType declared when declared.getTypeArguments().isEmpty() -> qualifiedName(declared);
            case DeclaredType declared ->
                declared.getTypeArguments().stream()
                        .map(TypeDescription::of)
                        .collect(Collectors.joining(",", qualifiedName(declared) + "<", ">"));
            default -> type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
        };
    }

    /** The type as one writes it in Kotlin; without its question mark, for boxes stand for what is nullable there. */
    static String inKotlin(TypeMirror type) {
        if (type instanceof ArrayType array) {
            TypeMirror element = array.getComponentType();
            return element.getKind().isPrimitive() ? inKotlin(element) + "Array" : "Array<" + inKotlin(element) + ">";
        }
        if (type.getKind().isPrimitive()) {
            String name = type.getKind().name();
            return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
        }
        if (!(type instanceof DeclaredType declared)) {
            return type.toString();
        }
        String name = qualifiedName(declared);
        String simple = switch (name) {
            case "java.lang.Integer" -> "Int";
            case "java.lang.Character" -> "Char";
            case "java.lang.Object" -> "Any";
            case ReferenceReader.REF -> "Ref";
            default -> name.replaceFirst("^java\\.(lang|util)\\.(?=\\w+$)", "");
        };
        String arguments = declared.getTypeArguments().stream()
                .map(TypeDescription::inKotlin)
                .collect(Collectors.joining(", "));
        return arguments.isEmpty() ? simple : simple + "<" + arguments + ">";
    }

    /** The name of a class or interface without type arguments and annotations; empty for every other type. */
    static String qualifiedName(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }
}
