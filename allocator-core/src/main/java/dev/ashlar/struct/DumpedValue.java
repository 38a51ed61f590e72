package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.BigEndian;
import dev.ashlar.struct.support.BitField;
import dev.ashlar.struct.support.FixedString;
import dev.ashlar.struct.support.PrimitiveElements;
import dev.ashlar.struct.support.ValueText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** One value in memory as text, for a {@link StructDump}; there is a text for any bytes. */
final class DumpedValue {
    private final Memory memory;

    DumpedValue(Memory memory) {
        this.memory = memory;
    }

    String scalar(long offset, ComponentKind.Scalar scalar, StructOrder order) {
        return switch (scalar) {
            case ComponentKind.Numeric numeric -> numeric(offset, numeric.storageType(), order);
            case ComponentKind.Truth truth -> truth(number(offset, truth, order));
            case ComponentKind.Letter letter -> letter((char) number(offset, letter, order));
            case ComponentKind.Constant constant -> constant(constant.constants(), number(offset, constant, order));
            case ComponentKind.Reference reference -> address(number(offset, reference, order));
            case ComponentKind.Pointer pointer -> "0x" + Long.toHexString(number(offset, pointer, order));
            case ComponentKind.Text text -> Long.toString(number(offset, text, order));
            case ComponentKind.Atomic atomic -> Long.toString(number(offset, atomic, order));
            case ComponentKind.Tag tag -> Long.toString(number(offset, tag, order));
        };
    }

    String bits(long offset, ComponentKind.Bits bits, StructOrder order) {
        long value = bitField(offset, bits, order);
        if (bits.isTruth()) {
            return truth(value);
        }
        if (!bits.constants().isEmpty()) {
            return constant(bits.constants(), value);
        }
        return isUnsigned(bits) ? Long.toUnsignedString(value) : Long.toString(value);
    }

    /** The integer that a bit-field holds. */
    long bitField(long offset, ComponentKind.Bits bits, StructOrder order) {
        return isUnsigned(bits) && bits.bitWidth() < Long.SIZE
                ? BitField.loadUnsigned(memory, offset, bits.bitOffset(), bits.bitWidth(), order.byteOrder())
                : BitField.loadSigned(memory, offset, bits.bitOffset(), bits.bitWidth(), order.byteOrder());
    }

    private static boolean isUnsigned(ComponentKind.Bits bits) {
        return bits.isTruth() || bits.storageType().isUnsigned();
    }

    /** A string in quotes, with unprintable characters as escapes, and a note if its bytes are not UTF-8. */
    String text(long offset, int byteSize, boolean isTail) {
        byte[] field = memory.loadBytes(offset, byteSize);
        byte[] bytes = isTail ? field : Arrays.copyOf(field, FixedString.length(field));
        String text = new String(bytes, StandardCharsets.UTF_8);
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> quoted.append(escaped(codePoint, '"')));
        quoted.append('"');
        return isUtf8(bytes)
                ? quoted.toString()
                : quoted.append(" (malformed UTF-8)").toString();
    }

    /** The integer that is stored. */
    long number(long offset, ComponentKind.Scalar scalar, StructOrder order) {
        return PrimitiveElements.number(memory, offset, scalar.storageType().integerType(), order.byteOrder());
    }

    private String numeric(long offset, StorageType storageType, StructOrder order) {
        return switch (storageType) {
            case F32 -> Float.toString((float) floating(offset, storageType, order));
            case F64 -> Double.toString(floating(offset, storageType, order));
            default -> Long.toString(number(offset, new ComponentKind.Numeric(storageType), order));
        };
    }

    /** The {@code float} or {@code double} that is stored. */
    double floating(long offset, StorageType storageType, StructOrder order) {
        boolean big = order.isBig();
        return storageType == StorageType.F32
                ? big ? BigEndian.loadF32(memory, offset) : memory.loadF32(offset)
                : big ? BigEndian.loadF64(memory, offset) : memory.loadF64(offset);
    }

    private static String truth(long number) {
        return number == 0 ? "false" : number == 1 ? "true" : "true (" + number + ")";
    }

    private static String letter(char unit) {
        String text = Character.isSurrogate(unit) ? "\\u" + HexFormat.of().toHexDigits(unit) : escaped(unit, '\'');
        return "'" + text + "'";
    }

    private static String constant(List<StructConstant> constants, long number) {
        for (StructConstant each : constants) {
            if (each.number() == number) {
                return each.name() + " (" + number + ")";
            }
        }
        return number + " (no constant)";
    }

    private static String address(long address) {
        return address == 0 ? "none" : "address " + address;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    /** The text of a user's value, cut and with escapes, so that it stays in its row. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(ValueText.MOST).forEach(codePoint -> printable.append(escaped(codePoint, '\\')));
        return text.codePointCount(0, text.length()) > ValueText.MOST
                ? printable.append("...").toString()
                : printable.toString();
    }

    /** The text of a code point: an escape if it could break the row, or would be invisible. */
    private static String escaped(int codePoint, char quote) {
        if (codePoint == quote || codePoint == '\\') {
            return "\\" + (char) codePoint;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> escape(codePoint);
            default -> Character.toString(codePoint);
        };
    }

    private static String escape(int codePoint) {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            escape.append("\\u").append(HexFormat.of().toHexDigits(unit));
        }
        return escape.toString();
    }
}
