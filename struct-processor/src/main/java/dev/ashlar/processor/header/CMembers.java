package dev.ashlar.processor.header;

import dev.ashlar.processor.layout.PlacedComponent;
import dev.ashlar.processor.layout.StructLayout;
import dev.ashlar.processor.model.ComponentType;
import dev.ashlar.struct.StorageType;
import java.util.List;
import java.util.Map;

/** The components of a struct as members of C. */
final class CMembers {
    private final StructLayout layout;
    private final Map<String, String> names;

    CMembers(StructLayout layout) {
        this.layout = layout;
        this.names = CName.distinct(
                layout.components().stream().map(PlacedComponent::name).toList());
    }

    List<CMember> list() {
        return layout.components().stream().map(this::member).toList();
    }

    private CMember member(PlacedComponent placed) {
        String name = names.getOrDefault(placed.name(), placed.name());
        return new CMember(declaration(placed.type(), name), name, placed.byteOffset(), comment(placed, name));
    }

    // int32_t id
    // char name[16]
    private static String declaration(ComponentType type, String name) {
        return switch (type) {
            case ComponentType.Primitive primitive -> cType(primitive.storageType()) + " " + name;
            case ComponentType.FixedText text -> "char " + name + "[" + text.length() + "]";
        };
    }

    private static String comment(PlacedComponent placed, String name) {
        String type = placed.type().typeName();
        return name.equals(placed.name()) ? type : placed.name() + ", " + type;
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
