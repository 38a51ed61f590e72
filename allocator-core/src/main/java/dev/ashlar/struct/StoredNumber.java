package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.AbsentValue;

/**
 * The number that is stored for a component of a struct in memory, or for one of its elements.
 *
 * @param byteOffset the offset of the number in {@code memory}
 */
record StoredNumber(StructComponent component, Memory memory, long byteOffset) {
    /** Returns whether it is the number that stands for absence. */
    boolean is(Number sentinel) {
        return switch (component.kind()) {
            case ComponentKind.Scalar scalar -> is(scalar, sentinel);
            case ComponentKind.Bits bits ->
                new DumpedValue(memory).bitField(byteOffset, bits, component.order()) == sentinel.longValue();
            case ComponentKind.Nested _, ComponentKind.Union _, ComponentKind.Presence _ -> false;
        };
    }

    private boolean is(ComponentKind.Scalar scalar, Number sentinel) {
        DumpedValue values = new DumpedValue(memory);
        return scalar.storageType().isInteger()
                ? values.number(byteOffset, scalar, component.order()) == sentinel.longValue()
                : AbsentValue.is(
                        values.floating(byteOffset, scalar.storageType(), component.order()), sentinel.doubleValue());
    }
}
