package dev.ashlar.processor.header;

import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.AbsenceModel;
import dev.ashlar.processor.model.CodecModel;
import dev.ashlar.processor.model.ComponentModel;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.processor.model.StructSettings;
import dev.ashlar.processor.model.TailModel;
import dev.ashlar.processor.model.UnionModel;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The components of a struct as members of C. */
final class CMembers {
    private final StructSettings settings;
    private final StructLayout layout;
    private final Map<String, String> names;

    CMembers(StructSettings settings, StructLayout layout) {
        this.settings = settings;
        this.layout = layout;
        this.names = CName.distinct(layout.components().stream()
                .flatMap(placed ->
                        hasLength(placed) ? Stream.of(lengthName(placed), placed.name()) : Stream.of(placed.name()))
                .distinct()
                .toList());
    }

    List<CMember> list() {
        return layout.components().stream()
                .filter(placed -> !placed.isBehindTail())
                .flatMap(placed ->
                        hasLength(placed) ? Stream.of(length(placed), member(placed)) : Stream.of(member(placed)))
                .toList();
    }

    /** What lies behind the first tail, and no struct of C can declare, in words. */
    // then extra: byte[], extraLength of them
    List<String> behind() {
        return layout.components().stream()
                .filter(PlacedComponent::isBehindTail)
                .map(placed -> "then " + placed.name() + ": " + comment(placed, placed.name()) + absence(placed))
                .toList();
    }

    /** Returns whether it is a tail whose length is stored before it. */
    private static boolean hasLength(PlacedComponent placed) {
        return placed.type() instanceof ComponentType.Tail tail && tail.tail().hasLength();
    }

    private CMember member(PlacedComponent placed) {
        String name = names.getOrDefault(placed.name(), placed.name());
        boolean hasOffset = !(placed.type() instanceof ComponentType.BitField);
        return new CMember(
                placed.type() instanceof ComponentType.Tail
                        ? declaration(placed, name) + (hasLength(placed) ? "" : alignment(placed))
                        : ordered(declaration(placed, name), placed),
                hasOffset ? name : null,
                placed.valueOffset(),
                placed.valueOffset() + (hasOffset ? "" : ", bit " + placed.bitOffset()),
                comment(placed, name) + absence(placed));
    }

    // int32_t textLength
    // int32_t pointsLength
    private CMember length(PlacedComponent placed) {
        String name = names.getOrDefault(lengthName(placed), lengthName(placed));
        return new CMember(
                ordered("int32_t " + name, placed),
                name,
                placed.byteOffset(),
                Long.toString(placed.byteOffset()),
                comment(placed, placed.name()));
    }

    // __attribute__((aligned(8)))
    private static String alignment(PlacedComponent placed) {
        return isAligned(placed) ? " __attribute__((aligned(" + placed.byteAlignment() + ")))" : "";
    }

    private static boolean isAligned(PlacedComponent placed) {
        return placed.byteAlignment() > placed.naturalAlignment();
    }

    /**
     * A member of a big-endian struct that is not: C gives it an order by a struct of its own, whose members are those of the
     * struct around it. In a little-endian struct the comment says that a member is big-endian, as C programs have it; and of the
     * elements of a tail, which cannot lie in a struct of their own.
     */
    // _Alignas(8) struct { uint32_t mask; } __attribute__((scalar_storage_order("little-endian")))
    private String ordered(String declaration, PlacedComponent placed) {
        if (settings.order() != StructOrder.BIG_ENDIAN || !placed.component().differsFrom(settings)) {
            return declaration + alignment(placed);
        }
        String attribute = placed.component().order() == StructOrder.NATIVE
                ? ""
                : " __attribute__((scalar_storage_order(\"little-endian\")))";
        // The struct itself must not be aligned, which would make it longer.
        String alignment = isAligned(placed) ? "_Alignas(" + placed.byteAlignment() + ") " : "";
        return alignment + "struct { " + declaration + "; }" + attribute;
    }

    private static String lengthName(PlacedComponent tail) {
        return tail.name() + "Length";
    }

    // int32_t id
    // char name[16]
    private static String declaration(PlacedComponent placed, String name) {
        return switch (placed.type()) {
            case ComponentType.Element element -> elementType(element) + " " + name;
            case ComponentType.FixedArray array ->
                elementType(array.element()) + " " + name + "[" + array.length() + "]";
            case ComponentType.Presence presence -> "uint8_t " + name + "[" + placed.byteSize() + "]";
            case ComponentType.FixedText text -> "char " + name + "[" + text.length() + "]";
            case ComponentType.Atomic atomic -> elementType(atomic.value()) + " " + name;
            case ComponentType.Tag tag -> cType(tag.storageType()) + " " + name;
            case ComponentType.Union union -> union(union.union(), name);
            // ISO C++ has no such arrays.
            case ComponentType.TextTail text -> "__extension__ char " + name + "[]";
            case ComponentType.ArrayTail tail -> "__extension__ " + elementType(tail.element()) + " " + name + "[]";
            case ComponentType.Reference reference ->
                (reference.storageType() == StorageType.U32 ? "uint32_t " : "uint64_t ") + name;
            case ComponentType.Pointer pointer -> "void *" + name;
            case ComponentType.BitField bits -> bitField(bits, name);
        };
    }

    // union { struct Circle circle; struct Rect rect; } value
    // union { struct Text text; struct Number number; } value
    private static String union(UnionModel union, String name) {
        Map<String, String> members =
                CName.distinct(union.variants().stream().map(CMembers::variant).toList());
        return union.variants().stream()
                .map(each -> HeaderWriter.tag(each.struct()) + " " + members.get(variant(each)) + "; ")
                .collect(Collectors.joining("", "union { ", "} " + name));
    }

    private static String variant(UnionModel.Variant variant) {
        return Character.toLowerCase(variant.name().charAt(0)) + variant.name().substring(1);
    }

    /** In ISO C the unit of a bit-field is an int, of either sign. */
    // uint32_t flags : 3
    // uint32_t : 0; uint32_t flags : 3
    // __extension__ uint8_t flags : 3
    private static String bitField(ComponentType.BitField bits, String name) {
        StorageType storageType = bits.value().storageType();
        boolean isIso = storageType.byteSize() == Integer.BYTES;
        String unit = (isIso ? "" : "__extension__ ") + cType(storageType);
        return (bits.newUnit() ? unit + " : 0; " : "") + unit + " " + name + " : " + bits.width();
    }

    /** Enums are stored in a type of fixed width: C leaves it to the compiler how wide its own are. */
    private static String elementType(ComponentType.Element element) {
        return switch (element) {
            case ComponentType.Scalar scalar -> cType(scalar.storageType());
            case ComponentType.Nested nested -> HeaderWriter.tag(nested.struct());
        };
    }

    private String comment(PlacedComponent placed, String name) {
        CodecModel codec = placed.component().codec();
        String type = placed.component().typeName() + (codec == null ? "" : " by " + codec.text());
        return (name.equals(placed.name()) ? type : placed.name() + ", " + type)
                + count(placed)
                + order(placed.component());
    }

    private String order(ComponentModel component) {
        return switch (component.orderIn(settings)) {
            case BIG_ENDIAN -> ", big-endian";
            case LITTLE_ENDIAN -> component.differsFrom(settings) ? ", little-endian" : "";
            case NATIVE -> component.differsFrom(settings) ? ", in the byte order of the machine" : "";
        };
    }

    // , nameLength of them
    // , byteLength bytes of them, padded to 4
    private String count(PlacedComponent placed) {
        if (!(placed.type() instanceof ComponentType.Tail type) || type.tail().hasLength()) {
            return "";
        }
        TailModel tail = type.tail();
        if (tail.count() == null) {
            return ", to the end of the memory";
        }
        String count = names.getOrDefault(tail.count(), tail.count());
        return ", " + count + (tail.isInBytes() || type instanceof ComponentType.TextTail ? " bytes" : " of them")
                + (tail.pad() > 1 ? ", padded to " + tail.pad() : "");
    }

    // , present if bit 0 of presence
    // , present if bits 3 to 6 of presence
    // , absent if -1
    private String absence(PlacedComponent placed) {
        AbsenceModel absence = placed.component().absence();
        if (placed.type() instanceof ComponentType.Presence presence) {
            return " of " + String.join(", ", presence.components());
        }
        if (absence == null) {
            return "";
        }
        return placed.presence() == null
                ? ", absent if " + absence.sentinel()
                : ", present if " + bits(placed.presence()) + " of " + presenceName();
    }

    private static String bits(PlacedComponent.PresenceBits bits) {
        int last = bits.first() + bits.count() - 1;
        return bits.count() == 1 ? "bit " + last : "bits " + bits.first() + " to " + last;
    }

    private String presenceName() {
        return layout.components().stream()
                .filter(PlacedComponent::isPresence)
                .map(placed -> names.getOrDefault(placed.name(), placed.name()))
                .findFirst()
                .orElseThrow();
    }

    static String cType(StorageType storageType) {
        return switch (storageType) {
            case I8 -> "int8_t";
            case U8 -> "uint8_t";
            case I16 -> "int16_t";
            case U16 -> "uint16_t";
            case I32 -> "int32_t";
            case U32 -> "uint32_t";
            case I64 -> "int64_t";
            case U64 -> "uint64_t";
            case F32 -> "float";
            case F64 -> "double";
        };
    }
}
