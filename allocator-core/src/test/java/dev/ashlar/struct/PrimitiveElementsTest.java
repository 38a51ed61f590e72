package dev.ashlar.struct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrimitiveElementsTest {
    private static final int START = 3;

    private final byte[] bytes = new byte[64];
    private final Memory memory = Memory.of(MemorySegment.ofArray(bytes));

    @ParameterizedTest
    @EnumSource(
            value = StorageType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"F32", "F64"})
    void storeNumbers_whenOfAnyInteger_areReadBack(StorageType storageType) {
        long[] numbers = {storageType.min(), 1, storageType.max()};
        for (StructOrder order : StructOrder.values()) {
            PrimitiveElements.storeNumbers(memory, START, numbers, storageType, order);
            assertThat(PrimitiveElements.numbers(memory, START, numbers.length, storageType, order))
                    .isEqualTo(numbers);
        }
        assertThat(bytes[START - 1]).isZero();
        assertThat(bytes[START + numbers.length * storageType.byteSize()]).isZero();
    }

    @Test
    void storeNumbers_whenBigEndian_putsTheMostSignificantByteFirst() {
        PrimitiveElements.storeNumbers(memory, 0, new long[] {0x0102, 3}, StorageType.U16, StructOrder.BIG_ENDIAN);
        assertThat(bytes).startsWith(1, 2, 0, 3);
    }

    @Test
    void storeNumbers_whenTheyDoNotFit_storeNone() {
        assertThatThrownBy(() -> PrimitiveElements.storeNumbers(
                        memory, 61, new long[] {-1, -1}, StorageType.I16, StructOrder.LITTLE_ENDIAN))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(bytes).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = StorageType.class,
            names = {"F32", "F64"})
    void storeNumbers_whenTheirTypeIsNoInteger_areRefused(StorageType storageType) {
        assertThatThrownBy(() -> PrimitiveElements.storeNumbers(
                        memory, 0, new long[] {1}, storageType, StructOrder.LITTLE_ENDIAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("storageType=" + storageType);
    }
}
