package dev.ashlar.struct;

import dev.ashlar.memory.Memory;

/**
 * The values of one component, and what its codec makes of what is stored, as text.
 *
 * @param start the offset of the struct in {@code memory}
 */
record DumpedCodec(StructType<?, ?> type, StructComponent component, Memory memory, long start) {
    /** The text of what is stored at an index; if the component has a codec, behind that of the value. */
    // 12345
    // 2023-11-14T22:13:20Z (1700000000000000000)
    String text(long index, String stored) {
        return component.codec() == null ? stored : value(index) + " (" + stored + ")";
    }

    /** The name of the struct that is stored at an index; if the component has a codec, behind the text of the value. */
    // : p.Point
    //  = 12.50 EUR: p.MoneyForm
    String heading(long index, String struct) {
        return component.codec() == null ? ": " + struct : " = " + value(index) + ": " + struct;
    }

    /** Returns whether one value is made of all elements, which mean nothing by themselves. */
    boolean isOfAllElements() {
        return component.codec() != null && component.isSequence() && !component.isByElement();
    }

    /** Returns whether the element at an index is optional and holds no value. */
    boolean isAbsent(long index) {
        return component.hasOptionalElements() && !new StructPresence(type, memory, start).of(component, index);
    }

    /** A codec, and the value that it makes, may throw anything if the bytes have no meaning, also undeclared. */
    String value(long index) {
        try {
            return DumpedValue.printable(String.valueOf(type.decoded(component.name(), memory, start, index)));
        } catch (Exception meaningless) {
            return "no value";
        }
    }
}
