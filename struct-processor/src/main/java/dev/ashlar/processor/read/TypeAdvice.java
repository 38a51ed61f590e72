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

    private static final String TEXT =
            "use @Length(n) String, or as the last component @Tail String; or @StoredBy with a codec that encodes it so";
    private static final String SEQUENCE =
            "use an array, with @Length(n) or as the last component with @Tail; or a Ref to the first of structs that refer"
                    + " to each other";

    /** The types that there is a usual replacement for. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("java.lang.CharSequence", TEXT),
            Map.entry("java.lang.StringBuilder", TEXT),
            Map.entry("java.lang.StringBuffer", TEXT),
            Map.entry("java.net.URI", TEXT),
            Map.entry("java.net.URL", TEXT),
            Map.entry("java.nio.file.Path", TEXT),
            Map.entry("java.io.File", TEXT),
            Map.entry("java.util.Locale", TEXT),
            Map.entry("java.util.Currency", TEXT),
            Map.entry("java.util.Date", "use an Instant, which is stored in a long"),
            Map.entry(
                    "java.time.ZonedDateTime",
                    "use an Instant, and @Length(n) String for the zone; or @StoredBy with a codec of your own"),
            Map.entry(
                    "java.time.OffsetDateTime",
                    "use an Instant, and an int for the offset in seconds; or @StoredBy with a codec of your own"),
            Map.entry(
                    "java.math.BigInteger",
                    "use a long, or as the last component @Tail byte[] of toByteArray(); or @StoredBy with a codec of your own"),
            Map.entry(
                    "java.util.Optional", "annotate the type of its value as @Nullable, or use a box such as Integer"),
            Map.entry("java.util.List", SEQUENCE),
            Map.entry("java.util.ArrayList", SEQUENCE),
            Map.entry("java.util.LinkedList", SEQUENCE),
            Map.entry("java.util.Collection", SEQUENCE),
            Map.entry("java.util.Set", SEQUENCE),
            Map.entry("java.util.HashSet", SEQUENCE),
            Map.entry("java.util.Queue", SEQUENCE),
            Map.entry("java.util.Deque", SEQUENCE),
            Map.entry("java.lang.Iterable", SEQUENCE),
            Map.entry(
                    "java.util.Map",
                    "use an array of a record with @Struct that holds a key and a value, with @Length(n) or @Tail"),
            Map.entry(
                    "java.util.HashMap",
                    "use an array of a record with @Struct that holds a key and a value, with @Length(n) or @Tail"),
            Map.entry("java.util.BitSet", "use @Length(n) long[]"),
            Map.entry(
                    "java.util.EnumSet",
                    "use a long with a bit for each constant, or a boolean with @Bits(1) for each"),
            Map.entry("java.lang.Number", "use the type that it is, such as long or double"),
            Map.entry(
                    "java.lang.Object",
                    "use the type that it is; a sealed interface with @Struct holds one of several records"),
            Map.entry("java.util.concurrent.atomic.AtomicInteger", "use @Atomic int"),
            Map.entry("java.util.concurrent.atomic.AtomicLong", "use @Atomic long"),
            Map.entry("java.util.concurrent.atomic.AtomicBoolean", "use @Atomic int, 0 or 1"),
            Map.entry("java.nio.ByteBuffer", "use @Length(n) byte[], or MemorySegment for a pointer"));

    private TypeAdvice() {}

    static String of(TypeMirror type) {
        String name = TypeDescription.qualifiedName(type);
        String primitive = PRIMITIVE_OF_BOX.get(name);
        if (primitive != null) {
            return "use " + primitive;
        }
        if (isRecord(type)) {
            return "annotate that record with @Struct, or name it in a @StructsFor";
        }
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && UnionReader.isUnion(element)) {
            return "annotate that interface and the records that it permits with @Struct";
        }
        return OTHERS.getOrDefault(
                name,
                "use a primitive type, an enum, a record with @Struct, an array of these with @Length(n), @Length(n) String,"
                        + " a Ref of a record with @Struct, or MemorySegment for a pointer; or name a codec for it, @StoredBy");
    }

    /** The advice on the element of an array. */
    static String ofElement(TypeMirror element) {
        if (element instanceof ArrayType) {
            return "use an array of one dimension, or of a record with @Struct that holds the inner array";
        }
        String name = TypeDescription.qualifiedName(element);
        String primitive = PRIMITIVE_OF_BOX.get(name);
        if (primitive != null) {
            return "use " + primitive + "[]";
        }
        if (List.of("java.lang.String", "java.lang.foreign.MemorySegment", ReferenceReader.REF)
                .contains(name)) {
            return "use an array of a record with @Struct that holds it";
        }
        return OTHERS.containsKey(name)
                ? "use an array of a record with @Struct; in place of each element " + of(element)
                : of(element);
    }

    /** Returns whether {@code type} is a class whose objects hold one value of a primitive type. */
    static boolean isBox(TypeMirror type) {
        return PRIMITIVE_OF_BOX.containsKey(TypeDescription.qualifiedName(type));
    }

    /** Returns whether {@code type} could be a struct, but for its annotation. */
    static boolean isRecord(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && (element.getKind() == ElementKind.RECORD || KotlinClass.isDataClass(element))
                && !Annotations.has(element, Struct.class);
    }
}
