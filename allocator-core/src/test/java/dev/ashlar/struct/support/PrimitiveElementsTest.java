package dev.ashlar.struct.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrimitiveElementsTest {
    private static final int START = 3;

    private final byte[] bytes = new byte[64];
    private final Memory memory = Memory.of(MemorySegment.ofArray(bytes));

    @ParameterizedTest
    @EnumSource
    void storeNumbers_whenOfAnyInteger_areReadBack(IntegerType type) {
        long[] numbers = {type.min(), 1, type.max()};
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            PrimitiveElements.storeNumbers(memory, START, numbers, type, order);
            assertThat(PrimitiveElements.numbers(memory, START, numbers.length, type, order))
                    .isEqualTo(numbers);
        }
        assertThat(bytes[START - 1]).isZero();
        assertThat(bytes[START + numbers.length * type.byteSize()]).isZero();
    }

    @Test
    void storeNumbers_whenBigEndian_putsTheMostSignificantByteFirst() {
        PrimitiveElements.storeNumbers(memory, 0, new long[] {0x0102, 3}, IntegerType.U16, ByteOrder.BIG_ENDIAN);
        assertThat(bytes).startsWith(1, 2, 0, 3);
    }

    @Test
    void storeNumbers_whenTheyDoNotFit_storeNone() {
        assertThatThrownBy(() -> PrimitiveElements.storeNumbers(
                        memory, 61, new long[] {-1, -1}, IntegerType.I16, ByteOrder.LITTLE_ENDIAN))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(bytes).containsOnly(0);
    }
}
