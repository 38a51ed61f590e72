package dev.ashlar.struct;

/** The storage of a component as text. */
final class StorageText {
    private StorageText() {}

    // I32
    // I32 big-endian
    // U8[nameLength] padded to 4
    static String of(StructComponent component) {
        String text =
                component.isSequence() ? sequence(component) : component.kind().storage();
        String ordered = switch (component.order()) {
            case BIG_ENDIAN -> hasOrder(component) ? text + " big-endian" : text;
            case NATIVE -> hasOrder(component) ? text + " native" : text;
            case LITTLE_ENDIAN -> text;
        };
        return component.pad() > 1 ? ordered + " padded to " + component.pad() : ordered;
    }

    /** Returns whether some of its numbers have more than one byte. */
    private static boolean hasOrder(StructComponent component) {
        if (component.isTail() && component.count() == null) {
            return true;
        }
        ComponentKind kind = component.kind();
        return kind.storageType() != null && (kind.byteSize() > 1 || component.isBitField()) && !component.isPresence();
    }

    // U8[16]
    // I32+U8[]
    // U8[nameLength]
    // I32[byteLength in bytes]
    private static String sequence(StructComponent component) {
        String element = component.kind().storage();
        if (!component.isTail()) {
            return element + "[" + component.length() + "]";
        }
        if (component.count() == null) {
            return StorageType.I32 + "+" + element + "[]";
        }
        return element + "[" + component.count() + (component.unit() == TailUnit.BYTES ? " in bytes]" : "]");
    }
}
