package dev.ashlar.processor.write.library;

import com.palantir.javapoet.CodeBlock;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructOrder;

/** Loads and stores of one number, in the byte order of the struct. */
public record NumberAccess(StorageType storageType, StructOrder order) {
    // memory.loadI32(byteOffset() + OFFSET_ID)
    // BigEndian.loadI32(memory, byteOffset() + OFFSET_ID)
    public CodeBlock load(CodeBlock memory, CodeBlock offset) {
        String method = "load" + (storageType == StorageType.U64 ? StorageType.I64 : storageType);
        return isPlain()
                ? CodeBlock.of("$L.$L($L)", memory, method, offset)
                : CodeBlock.of("$T.$L($L, $L)", Library.endian(order), method, memory, offset);
    }

    // memory.storeI32(byteOffset() + OFFSET_ID, id)
    // BigEndian.storeI32(memory, byteOffset() + OFFSET_ID, id)
    public CodeBlock store(CodeBlock offset, CodeBlock value) {
        String method = "store" + signed();
        return isPlain()
                ? CodeBlock.of("memory.$L($L,$W$L)", method, offset, value)
                : CodeBlock.of("$T.$L(memory, $L,$W$L)", Library.endian(order), method, offset, value);
    }

    /** The bits of the number, extended with their sign. */
    // segment.get(LittleEndian.I32, byteOffset + OFFSET_ID)
    // segment.get(BigEndian.I16, byteOffset + OFFSET_PORT)
    public CodeBlock loadFrom(CodeBlock segment, CodeBlock offset) {
        return CodeBlock.of("$L.get($T.$L, $L)", segment, Library.valueLayouts(order), signed(), offset);
    }

    // segment.set(LittleEndian.I32, byteOffset + OFFSET_ID, id)
    // segment.set(LittleEndian.I8, byteOffset + OFFSET_LEVEL, (byte) level)
    public CodeBlock storeTo(CodeBlock segment, CodeBlock offset, CodeBlock value) {
        return CodeBlock.of("$L.set($T.$L, $L,$W$L)", segment, Library.valueLayouts(order), signed(), offset, value);
    }

    /** Returns whether the handle itself loads and stores the number. */
    private boolean isPlain() {
        return order == StructOrder.LITTLE_ENDIAN || storageType.byteSize() == 1;
    }

    private StorageType signed() {
        return switch (storageType) {
            case U8 -> StorageType.I8;
            case U16 -> StorageType.I16;
            case U32 -> StorageType.I32;
            case U64 -> StorageType.I64;
            default -> storageType;
        };
    }
}
