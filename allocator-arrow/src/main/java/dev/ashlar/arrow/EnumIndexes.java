package dev.ashlar.arrow;

import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructComponent;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored numbers of enum constants as indexes of a dictionary. A consumer does not check indexes, so each one is looked
 * at here, in one pass.
 */
record EnumIndexes(
        StructComponent component,
        ComponentKind.Constant constant,
        Values values,
        @Nullable MemorySegment validity) {

    /**
     * The indexes: the numbers where they lie if they are ordinals and all in range, otherwise a copy.
     *
     * @throws IllegalStateException if a number has no constant
     */
    MemorySegment inPlaceOrCopy(Arena arena) {
        StorageType type = constant.storageType();
        boolean isReversed = Bitmaps.isReversed(component);
        if (!Fields.areOrdinals(constant.constants())) {
            return copy(StorageType.I32, isReversed, arena);
        }
        int size = constant.constants().size();
        boolean areIndexes = !isReversed;
        for (long i = 0; i < values.count() && areIndexes; i++) {
            long number = values.number(i, type, false);
            areIndexes = number >= 0 && number < size;
        }
        return areIndexes
                ? values.inPlaceOrCopy(type.byteSize(), type.byteAlignment(), arena)
                : copy(type, isReversed, arena);
    }

    private MemorySegment copy(StorageType target, boolean isReversed, Arena arena) {
        Map<Long, Integer> indexes = new HashMap<>();
        for (int i = 0; i < constant.constants().size(); i++) {
            indexes.put(constant.constants().get(i).number(), i);
        }
        MemorySegment copy = arena.allocate(Math.max(1, values.count() * target.byteSize()), 64);
        for (long i = 0; i < values.count(); i++) {
            if (validity == null || Bitmaps.isSet(validity, i)) {
                long number = values.number(i, constant.storageType(), isReversed);
                Integer index = indexes.get(number);
                if (index == null) {
                    throw new IllegalStateException(
                            "stored number has no constant, so that it cannot be exported: component="
                                    + component.name() + " type=" + component.typeName() + " number=" + number
                                    + " row=" + i + " of the batch");
                }
                store(copy, i, target, index);
            }
        }
        return copy;
    }

    private static void store(MemorySegment copy, long index, StorageType target, int value) {
        switch (target.byteSize()) {
            case Byte.BYTES -> copy.set(ValueLayout.JAVA_BYTE, index, (byte) value);
            case Short.BYTES -> copy.setAtIndex(ValueLayout.JAVA_SHORT, index, (short) value);
            case Integer.BYTES -> copy.setAtIndex(ValueLayout.JAVA_INT, index, value);
            default -> copy.setAtIndex(ValueLayout.JAVA_LONG, index, value);
        }
    }
}
