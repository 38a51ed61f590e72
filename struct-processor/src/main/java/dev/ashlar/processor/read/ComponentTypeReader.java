package dev.ashlar.processor.read;

import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.JavaPrimitive;
import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.model.Site;
import dev.ashlar.processor.model.StructModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the type of a component: how it is stored, or why it cannot be. */
final class ComponentTypeReader {
    private static final Map<String, String> PRIMITIVE_OF_BOX = Map.of(
            "java.lang.Byte", "byte",
            "java.lang.Short", "short",
            "java.lang.Integer", "int",
            "java.lang.Long", "long",
            "java.lang.Float", "float",
            "java.lang.Double", "double",
            "java.lang.Boolean", "boolean",
            "java.lang.Character", "char");
    private static final List<String> TEXTS =
            List.of("java.lang.CharSequence", "java.lang.StringBuilder", "java.lang.StringBuffer");

    private final String component;
    private final Site site;
    private final Findings findings;

    ComponentTypeReader(String component, Site site, Findings findings) {
        this.component = component;
        this.site = site;
        this.findings = findings;
    }

    /**
     * How {@code type} is stored; null, with a finding, when it is not.
     *
     * @param hasLength whether the component has {@code @Length}
     * @param length its value; null when it has none that the compiler can tell
     */
    @Nullable
    ComponentType read(TypeMirror type, boolean hasLength, @Nullable Long length) {
        if (qualifiedName(type).equals("java.lang.String")) {
            return text(hasLength, length);
        }
        if (hasLength) {
            findings.wrong(site, Message.LENGTH_MISPLACED, component, describe(type));
        }
        if (type.getKind().isPrimitive()) {
            return new ComponentType.Primitive(
                    JavaPrimitive.valueOf(type.getKind().name()));
        }
        findings.wrong(site, Message.COMPONENT_TYPE, component, describe(type), advice(type));
        return null;
    }

    /** The type as the user wrote it, but for its annotations. */
    static String describe(TypeMirror type) {
        return switch (type) {
            case ArrayType array -> describe(array.getComponentType()) + "[]";
            case DeclaredType declared when declared.getTypeArguments().isEmpty() -> qualifiedName(declared);
            default -> type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
        };
    }

    private @Nullable ComponentType text(boolean hasLength, @Nullable Long length) {
        if (!hasLength) {
            findings.wrong(site, Message.LENGTH_MISSING, component);
            return null;
        }
        if (length == null) {
            return null;
        }
        if (length < 1 || length > StructModel.MAX_BYTE_SIZE) {
            findings.wrong(site, Message.LENGTH_RANGE, component, length, 1, StructModel.MAX_BYTE_SIZE);
            return null;
        }
        return new ComponentType.FixedText(length.intValue());
    }

    private static String advice(TypeMirror type) {
        String name = qualifiedName(type);
        String primitive = PRIMITIVE_OF_BOX.get(name);
        if (primitive != null) {
            return "use " + primitive;
        }
        if (TEXTS.contains(name)) {
            return "use @Length(n) String";
        }
        return "use byte, short, int, long, float, double, boolean, char or @Length(n) String";
    }

    /** The name of a class or interface without type arguments and annotations; empty for every other type. */
    private static String qualifiedName(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }
}
