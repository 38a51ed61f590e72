package dev.ashlar.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Structs as Java and as C write them. */
final class CStructText {
    private CStructText() {}

    /** The record, without package and imports. */
    static String java(CStruct struct) {
        String components = struct.members().stream()
                .map(member -> (member.align() > 1 ? "@Align(" + member.align() + ") " : "") + java(member.type()) + " "
                        + member.name())
                .collect(Collectors.joining(",\n        "));
        return "%s\npublic record %s(\n        %s) {}\n".formatted(annotation(struct), struct.name(), components);
    }

    // @Struct(packed = true, align = 8)
    private static String annotation(CStruct struct) {
        List<String> attributes = new ArrayList<>();
        if (struct.packed()) {
            attributes.add("packed = true");
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
            case CStruct.Text text -> "@Length(" + text.length() + ") String";
            case CStruct.Nested nested -> nested.struct().name();
            case CStruct.Array array -> "@Length(" + array.length() + ") " + java(array.element()) + "[]";
            case CStruct.Pointer pointer -> "java.lang.foreign.MemorySegment";
            case CStruct.Reference reference ->
                (reference.isNarrow() ? "@Stored(StorageType.U32) " : "") + "Ref<" + reference.target() + ">";
            case CStruct.Bits bits ->
                "@Bits(value = " + bits.width() + ", newUnit = " + bits.newUnit() + ") " + java(bits.unit());
            case CStruct.Choice choice -> stored(choice.stored()) + choice.name();
        };
    }

    private static String stored(CStruct.@Nullable Storage storage) {
        return storage == null ? "" : "@Stored(StorageType." + storage + ") ";
    }

    /** The declaration in C. */
    static String c(CStruct struct) {
        String attributes = (struct.packed() ? "packed, " : "")
                + (struct.align() > 1 ? "aligned(" + struct.align() + "), " : "")
                + (struct.bigEndian() ? "scalar_storage_order(\"big-endian\"), " : "");
        String attribute = attributes.isEmpty()
                ? ""
                : " __attribute__((" + attributes.substring(0, attributes.length() - 2) + "))";
        String members = struct.members().stream().map(CStructText::c).collect(Collectors.joining("\n    "));
        return struct.cName() + " {\n    " + members + "\n}" + attribute + ";\n";
    }

    private static String c(CStruct.Member member) {
        String aligned = member.align() > 1 ? " __attribute__((aligned(" + member.align() + ")))" : "";
        return switch (member.type()) {
                    case CStruct.Array array ->
                        cType(array.element()) + " " + member.cName() + "[" + array.length() + "]";
                    case CStruct.Text text -> "char " + member.cName() + "[" + text.length() + "]";
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
            case CStruct.Scalar scalar ->
                scalar.java() == boolean.class && scalar.stored() == null
                        ? "_Bool"
                        : scalar.storage().cName();
            case CStruct.Choice choice ->
                choice.stored() == null
                        ? "enum " + choice.name()
                        : choice.stored().cName();
            case CStruct.Pointer pointer -> "void *";
            case CStruct.Reference reference -> reference.isNarrow() ? "uint32_t" : "uint64_t";
            case CStruct.Nested nested -> nested.struct().cName();
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
