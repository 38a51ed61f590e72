package dev.ashlar.processor.read;

import dev.ashlar.struct.Struct;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The advice on types to use instead of one that cannot be stored. */
final class TypeAdvice {
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

    private TypeAdvice() {}

    static String of(TypeMirror type) {
        String name = TypeDescription.qualifiedName(type);
        String primitive = PRIMITIVE_OF_BOX.get(name);
        if (primitive != null) {
            return "use " + primitive;
        }
        if (TEXTS.contains(name)) {
            return "use @Length(n) String";
        }
        if (isRecord(type)) {
            return "annotate that record with @Struct, or name it in a @StructsFor";
        }
        return "use a primitive type, an enum, a record with @Struct, an array of these with @Length(n),"
                + " @Length(n) String, a Ref of a record with @Struct, or MemorySegment for a pointer";
    }

    /** The advice on the element of an array. */
    static String ofElement(TypeMirror element) {
        if (element instanceof ArrayType) {
            return "use an array of one dimension, or of a record with @Struct that holds the inner array";
        }
        if (List.of("java.lang.String", "java.lang.foreign.MemorySegment", ReferenceReader.REF)
                .contains(TypeDescription.qualifiedName(element))) {
            return "use an array of a record with @Struct that holds it";
        }
        return of(element);
    }

    private static boolean isRecord(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && (element.getKind() == ElementKind.RECORD || KotlinClass.isDataClass(element))
                && !Annotations.has(element, Struct.class);
    }
}
