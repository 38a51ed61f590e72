package dev.ashlar.processor.read;

import java.util.Locale;
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
        String name = of(type).replaceFirst("^java\\.lang\\.(?=\\w+$)", "");
        return switch (name) {
            case "Integer" -> "Int";
            case "Character" -> "Char";
            default -> name;
        };
    }

    /** The name of a class or interface without type arguments and annotations; empty for every other type. */
    static String qualifiedName(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }
}
