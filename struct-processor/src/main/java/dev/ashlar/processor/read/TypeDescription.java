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

    /** The name of a class or interface without type arguments and annotations; empty for every other type. */
    static String qualifiedName(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }
}
