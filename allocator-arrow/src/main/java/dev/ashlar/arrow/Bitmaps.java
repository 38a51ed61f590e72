package dev.ashlar.arrow;

import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Bits of Arrow: bit {@code n % 8} of byte {@code n / 8}, counted from the least significant. */
final class Bitmaps {
    private Bitmaps() {}

    /** The bits for which something is true. */
    static MemorySegment where(long count, LongPredicate isSet, Arena arena) {
        MemorySegment bits = arena.allocate(Math.max(1, (count + Byte.SIZE - 1) / Byte.SIZE), 64);
        for (long first = 0; first < count; first += Byte.SIZE) {
            int octet = 0;
            for (int bit = 0; bit < Byte.SIZE && first + bit < count; bit++) {
                octet |= isSet.test(first + bit) ? 1 << bit : 0;
            }
            bits.set(ValueLayout.JAVA_BYTE, first / Byte.SIZE, (byte) octet);
        }
        return bits;
    }

    static boolean isSet(MemorySegment bits, long bit) {
        return (bits.get(ValueLayout.JAVA_BYTE, bit / Byte.SIZE) >> (bit % Byte.SIZE) & 1) != 0;
    }

    /** The validity of a column: where it lies, unless its first bit is not the first of a byte. */
    static MemorySegment validity(MemorySegment bits, int firstBit, long count, Arena arena) {
        return firstBit == 0 && bits.isNative() ? bits : where(count, index -> isSet(bits, firstBit + index), arena);
    }

    /** The validity of a component of structs that stay whole; {@code null} if it is not optional. */
    static @Nullable MemorySegment ofStructs(
            StructType<?, ?> type, StructComponent component, Values structs, Arena arena) {
        int presenceBit = component.presenceBit();
        if (presenceBit < 0) {
            return null;
        }
        long bitsOffset = type.components().stream()
                .filter(StructComponent::isPresence)
                .findFirst()
                .map(StructComponent::byteOffset)
                .orElseThrow();
        long perStruct = component.hasOptionalElements() ? component.length() : 1;
        return where(
                structs.count() * perStruct,
                index -> isSet(
                        structs.segment(),
                        (index / perStruct * structs.stride() + bitsOffset) * Byte.SIZE
                                + presenceBit
                                + index % perStruct),
                arena);
    }

    /** The validity of values of which a number stands for absence. */
    static MemorySegment ofSentinel(StructComponent component, Values values, Arena arena) {
        Number sentinel = Objects.requireNonNull(component.sentinel(), "sentinel");
        StorageType type = Objects.requireNonNull(component.storageType(), "storageType");
        boolean isReversed = isReversed(component);
        return where(
                values.count(), index -> !isSentinel(values.number(index, type, isReversed), type, sentinel), arena);
    }

    private static boolean isSentinel(long number, StorageType type, Number sentinel) {
        return switch (type) {
            case F32 -> isSame(Float.intBitsToFloat((int) number), sentinel.doubleValue());
            case F64 -> isSame(Double.longBitsToDouble(number), sentinel.doubleValue());
            default -> number == sentinel.longValue();
        };
    }

    private static boolean isSame(double value, double sentinel) {
        return value == sentinel || (Double.isNaN(value) && Double.isNaN(sentinel));
    }

    /** Returns whether the bytes of values have another order than this machine's, which Arrow requires. */
    static boolean isReversed(StructComponent component) {
        StorageType type = component.storageType();
        return type != null
                && type.byteSize() > 1
                && component.order() != StructOrder.NATIVE
                && (component.order() == StructOrder.BIG_ENDIAN) != (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN);
    }
}
