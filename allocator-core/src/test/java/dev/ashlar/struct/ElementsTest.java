package dev.ashlar.struct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.support.EnumNumbers;
import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of numbers, seen in place. What generated code makes of them is tested where Kotlin is compiled. */
class ElementsTest {
    private final Memory memory = Memory.of(MemorySegment.ofArray(new byte[64]));

    private IntElements ints(StorageType storageType, StructOrder order) {
        return new IntElements("p.Line#xs", memory, 8, 3, storageType, order);
    }

    @ParameterizedTest
    @EnumSource
    void get_returnsWhatWasSet(StructOrder order) {
        IntElements ints = ints(StorageType.I32, order);
        ints.set(1, -7);
        assertThat(ints.get(1)).isEqualTo(-7);
        assertThat(ints.toArray()).containsExactly(0, -7, 0);
        assertThat(ints).containsExactly(0, -7, 0).hasToString("[0, -7, 0]");
        DoubleElements doubles = new DoubleElements("p.Line#xs", memory, 32, 2, StorageType.F64, order);
        doubles.set(1, 2.5);
        assertThat(doubles.toArray()).containsExactly(0, 2.5);
    }

    @Test
    void set_storesInTheOrderAndTypeOfTheStruct() {
        ints(StorageType.U16, StructOrder.BIG_ENDIAN).set(1, 0x1234);
        assertThat(memory.loadU8(10)).isEqualTo(0x12);
        assertThat(memory.loadU8(11)).isEqualTo(0x34);
        new BooleanElements("p.Line#on", memory, 20, 2, StorageType.U8, StructOrder.LITTLE_ENDIAN).set(1, true);
        assertThat(memory.loadU8(21)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void element_whenThereIsNone_isRefused(int index) {
        IntElements ints = ints(StorageType.I32, StructOrder.LITTLE_ENDIAN);
        assertThatThrownBy(() -> ints.get(index)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ints.set(index, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void set_whenTheValueDoesNotFit_namesTheElementAndStoresNothing() {
        IntElements ints = ints(StorageType.U8, StructOrder.LITTLE_ENDIAN);
        assertThatThrownBy(() -> ints.set(2, 256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("struct=p.Line component=xs[2] value=256");
        assertThat(ints.toArray()).containsExactly(0, 0, 0);
    }

    @Test
    void iterator_whenAtItsEnd_throws() {
        Iterator<Integer> iterator =
                ints(StorageType.I32, StructOrder.LITTLE_ENDIAN).iterator();
        for (int index = 0; index < 3; index++) {
            assertThat(iterator.next()).isZero();
        }
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void enums_areStoredByTheirNumbers() {
        EnumElements<StructOrder> orders = new EnumElements<>(
                "orders",
                memory,
                0,
                2,
                StorageType.U8,
                StructOrder.LITTLE_ENDIAN,
                EnumNumbers.of(StructOrder.values(), 5, 6, 7));
        assertThatThrownBy(() -> orders.get(0)).isInstanceOf(IllegalStateException.class);
        orders.set(0, StructOrder.NATIVE);
        assertThat(memory.loadU8(0)).isEqualTo(7);
        assertThat(orders.get(0)).isEqualTo(StructOrder.NATIVE);
    }
}
