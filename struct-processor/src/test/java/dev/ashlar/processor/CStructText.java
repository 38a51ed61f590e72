package dev.ashlar.processor;

import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Structs as Java and as C write them. */
final class CStructText {
    private CStructText() {}

    /** The record or the sealed interface with its records, without package and imports. */
    static String java(CStruct struct) {
        return struct.tag().map(tag -> union(struct, tag)).orElseGet(() -> record(struct, ""));
    }

    private static String union(CStruct union, CStruct.Tag tag) {
        StringBuilder records = new StringBuilder();
        for (int index = 0; index < tag.variants().size(); index++) {
            String code = tag.coded() ? "@Code(" + tag.numbers().get(index) + "L) " : "";
            records.append(code).append(record(tag.variants().get(index), "implements " + union.name() + " "));
        }
        String permits = tag.variants().stream()
                .map(variant -> union.name() + "." + variant.name())
                .collect(Collectors.joining(", ", "permits ", " "));
        return "%s\n%spublic sealed interface %s %s{\n%s}\n"
                .formatted(annotation(union), stored(tag.stored()), union.name(), tag.coded() ? "" : permits, records);
    }

    private static String record(CStruct struct, String superinterface) {
        String components = struct.members().stream()
                .filter(member -> !(member.type() instanceof CStruct.Presence))
                .map(member -> (member.align() > 1 ? "@Align(" + member.align() + ") " : "")
                        + order(struct, member)
                        + (struct.hasArms() ? arm(member.type()) : java(member.type())) + " " + member.name())
                .collect(Collectors.joining(",\n        "));
        return "%s\npublic record %s(\n        %s) %s{}\n"
                .formatted(annotation(struct), struct.name(), components, superinterface);
    }

    private static String order(CStruct struct, CStruct.Member member) {
        if (!member.turned()) {
            return "";
        }
        return "@Endian(StructOrder." + (struct.bigEndian() ? "LITTLE" : "BIG") + "_ENDIAN) ";
    }

    // @Struct(packed = true, align = 8)
    private static String annotation(CStruct struct) {
        List<String> attributes = new ArrayList<>();
        if (struct.packed()) {
            attributes.add("packed = true");
        }
        if (struct.pack() > 0) {
            attributes.add("pack = " + struct.pack());
        }
        if (struct.hasArms()) {
            attributes.add("union = true");
        }
        if (struct.align() > 1) {
            attributes.add("align = " + struct.align());
        }
        if (struct.bigEndian()) {
            attributes.add("order = StructOrder.BIG_ENDIAN");
        }
        return "@Struct(" + String.join(", ", attributes) + ")";
    }

    private static String java(CStruct.Type type) {
        return switch (type) {
            case CStruct.Scalar scalar -> stored(scalar.stored()) + scalar.java();
            case CStruct.Boxed boxed -> boxed(boxed.value());
            case CStruct.Presence presence -> throw new IllegalArgumentException("presence bits are no component");
            case CStruct.Text text -> "@Length(" + text.length() + ") String";
            case CStruct.Nested nested -> nested.struct().name();
            case CStruct.Array array -> "@Length(" + array.length() + ") " + java(array.element()) + "[]";
            case CStruct.Pointer pointer -> "java.lang.foreign.MemorySegment";
            case CStruct.Reference reference ->
                (reference.isNarrow() ? "@Stored(StorageType.U32) " : "") + "Ref<" + reference.target() + ">";
            case CStruct.Bits bits -> bits(bits) + java(bits.unit());
            case CStruct.Choice choice -> stored(choice.stored()) + choice.name();
            case CStruct.Coded coded -> coded.codec().java();
            case CStruct.Uuid uuid -> "java.util.UUID";
            case CStruct.Tail tail ->
                "@Tail " + (tail.element() instanceof CStruct.Text ? "String" : java(tail.element()) + "[]");
            case CStruct.Tag tag -> throw new IllegalArgumentException("a tag is no component");
            case CStruct.OneOf oneOf -> throw new IllegalArgumentException("the room of a union is no component");
        };
    }

    /** A type that can be null. */
    private static String arm(CStruct.Type type) {
        return switch (type) {
            case CStruct.Scalar scalar -> boxed(scalar);
            case CStruct.Bits bits -> bits(bits) + arm(bits.unit());
            default -> java(type);
        };
    }

    private static String bits(CStruct.Bits bits) {
        return "@Bits(value = " + bits.width() + ", newUnit = " + bits.newUnit() + ") ";
    }

    private static String boxed(CStruct.Scalar scalar) {
        Class<?> box = MethodType.methodType(scalar.java()).wrap().returnType();
        return stored(scalar.stored()) + box.getName();
    }

    private static String stored(CStruct.@Nullable Storage storage) {
        return storage == null ? "" : "@Stored(StorageType." + storage + ") ";
    }

    /** The declaration in C, with those of the variants. */
    static String c(CStruct struct) {
        String variants = struct.tag().stream()
                .flatMap(tag -> tag.variants().stream())
                .map(CStructText::c)
                .collect(Collectors.joining());
        String attributes = (struct.packed() ? "packed, " : "")
                + (struct.align() > 1 ? "aligned(" + struct.align() + "), " : "")
                + (struct.bigEndian() ? "scalar_storage_order(\"big-endian\"), " : "");
        String attribute = attributes.isEmpty()
                ? ""
                : " __attribute__((" + attributes.substring(0, attributes.length() - 2) + "))";
        String members = struct.members().stream()
                .map(member -> member.turned() ? turned(struct, member) : c(member))
                .collect(Collectors.joining("\n    "));
        String declaration = struct.cName() + " {\n    " + members + "\n}" + attribute + ";\n";
        return variants
                + (struct.pack() > 0
                        ? "#pragma pack(push, " + struct.pack() + ")\n" + declaration + "#pragma pack(pop)\n"
                        : declaration);
    }

    // _Alignas(4) struct { int32_t m3; } __attribute__((scalar_storage_order("big-endian")));
    private static String turned(CStruct struct, CStruct.Member member) {
        CStruct.Member placed = new CStruct.Member(member.name(), member.cName(), member.type(), 1);
        return (member.align() > 1 ? "_Alignas(" + member.align() + ") " : "")
                + "struct { " + c(placed) + " } __attribute__((" + (struct.packed() ? "packed, " : "")
                + "scalar_storage_order(\"" + (struct.bigEndian() ? "little" : "big") + "-endian\")));";
    }

    private static String c(CStruct.Member member) {
        String aligned = member.align() > 1 ? " __attribute__((aligned(" + member.align() + ")))" : "";
        return switch (member.type()) {
                    case CStruct.Array array ->
                        cType(array.element()) + " " + member.cName() + "[" + array.length() + "]";
                    case CStruct.OneOf oneOf ->
                        oneOf.variants().stream()
                                .map(variant -> variant.cName() + " " + variant.name() + "; ")
                                .collect(Collectors.joining("", "union { ", "} " + member.cName()));
                    case CStruct.Tail tail -> {
                        String element = tail.element() instanceof CStruct.Text ? "char" : cType(tail.element());
                        yield "int32_t " + member.cName() + "; " + element + " " + member.name() + "[]";
                    }
                    case CStruct.Presence presence -> "uint8_t " + member.cName() + "[" + presence.byteSize() + "]";
                    case CStruct.Text text -> "char " + member.cName() + "[" + text.length() + "]";
                    case CStruct.Uuid uuid -> "int8_t " + member.cName() + "[16]";
                    case CStruct.Bits bits -> {
                        String unit = cType(bits.unit());
                        yield (bits.newUnit() ? unit + " : 0; " : "") + unit + " " + member.cName() + " : "
                                + bits.width();
                    }
                    default -> cType(member.type()) + " " + member.cName();
                }
                + aligned + ";";
    }

    private static String cType(CStruct.Type type) {
        return switch (type) {
            case CStruct.Boxed boxed -> cType(boxed.value());
            case CStruct.Presence presence -> throw new IllegalArgumentException("presence bits are an array");
            case CStruct.Scalar scalar ->
                scalar.java() == boolean.class && scalar.stored() == null
                        ? "_Bool"
                        : scalar.storage().cName();
            case CStruct.Choice choice ->
                choice.stored() == null
                        ? "enum " + choice.name()
                        : choice.stored().cName();
            case CStruct.Pointer pointer -> "void *";
            case CStruct.Coded coded -> coded.codec().storage().cName();
            case CStruct.Uuid uuid -> throw new IllegalArgumentException("bytes have no type of their own");
            case CStruct.Reference reference -> reference.isNarrow() ? "uint32_t" : "uint64_t";
            case CStruct.Nested nested -> nested.struct().cName();
            case CStruct.Tag tag -> tag.storage().cName();
            case CStruct.OneOf oneOf -> throw new IllegalArgumentException("a union has no type of its own");
            case CStruct.Tail tail -> throw new IllegalArgumentException("a tail has no type of its own");
            case CStruct.Text text -> throw new IllegalArgumentException("a string has no type of its own");
            case CStruct.Array array -> throw new IllegalArgumentException("an array has no type of its own");
            case CStruct.Bits bits -> throw new IllegalArgumentException("a bit-field has no type of its own");
        };
    }

    /** The declaration of an enum in C. */
    static String c(CStruct.Choice choice) {
        List<Long> numbers = choice.numbers();
        StringBuilder constants = new StringBuilder();
        for (int index = 0; index < numbers.size(); index++) {
            constants.append(choice.name()).append("_A").append(index).append(" = ");
            constants.append(numbers.get(index)).append(", ");
        }
        return "enum " + choice.name() + " { " + constants + "};\n";
    }
}
