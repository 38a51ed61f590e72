package dev.ashlar.tests.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Parts of columns. */
class ColumnSliceTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    private final TickColumns ticks = TickColumns.copyOf(
            allocator,
            IntStream.range(0, 20).mapToObj(i -> new Tick(i, i * 0.5, -i)).toList());

    @Test
    void slice_whenOutOfRange_isRefused() {
        long[][] wrong = {{-1, 2}, {0, 21}, {3, 2}, {21, 21}, {Long.MIN_VALUE, 0}, {0, Long.MAX_VALUE}};
        for (long[] range : wrong) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> ticks.slice(range[0], range[1]))
                    .withMessage("no such slice: struct=dev.ashlar.tests.columns.Tick from=" + range[0] + " to="
                            + range[1] + " size=20");
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ticks.slice(5, 9).price(4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> ticks.slice(5, 9).slice(2, 5));
    }

    @Test
    void slice_cannotBeFreed_evenIfItHasAllRows() {
        for (TickColumns slice : List.of(ticks.slice(0, 20), ticks.slice(5, 9), ticks.slice(20, 20))) {
            assertThatIllegalStateException()
                    .isThrownBy(slice::free)
                    .withMessage(
                            "free of a slice; free what it is a slice of: struct=dev.ashlar.tests.columns.Tick memory="
                                    + ticks.memory());
            slice.close();
            assertThatIllegalStateException()
                    .isThrownBy(slice::address)
                    .withMessage(
                            "a slice of columns is not one range of memory, and so has no address: struct=dev.ashlar.tests.columns.Tick memory="
                                    + ticks.memory());
        }
        assertThat(ticks.read(19)).isEqualTo(new Tick(19, 9.5, -19));
    }

    @Test
    void slice_whenTheWholeIsFreed_isDead() {
        TickColumns slice = ticks.slice(5, 9);
        TickColumns.Row row = slice.get(0);
        ticks.free();
        assertThatIllegalStateException().isThrownBy(() -> slice.price(0));
        assertThatIllegalStateException().isThrownBy(() -> slice.read(0));
        assertThatIllegalStateException().isThrownBy(slice::priceColumn);
        assertThatIllegalStateException().isThrownBy(row::price);
        assertThat(row.toString()).contains("freed");
    }

    @Test
    void slice_isTheSameMemory() {
        TickColumns slice = ticks.slice(5, 9);
        assertThat(slice.size()).isEqualTo(4);
        for (int index = 0; index < 4; index++) {
            assertThat(slice.read(index)).isEqualTo(new Tick(5 + index, (5 + index) * 0.5, -5 - index));
            assertThat(slice.get(index).index()).isEqualTo(index);
        }
        slice.price(1, 77).set(2, new Tick(1, 2, 3));
        slice.get(0).size(99);
        assertThat(ticks.price(6)).isEqualTo(77);
        assertThat(ticks.read(7)).isEqualTo(new Tick(1, 2, 3));
        assertThat(ticks.size(5)).isEqualTo(99);
        assertThat(slice.priceColumn().byteSize()).isEqualTo(32);
        assertThat(slice.priceColumn().getAtIndex(ValueLayout.JAVA_DOUBLE, 1)).isEqualTo(77);
        slice.slice(1, 3).fillTime(-1);
        assertThat(ticks.stream().filter(row -> row.time() == -1).map(TickColumns.Row::index))
                .containsExactly(6L, 7L);
        assertThat(slice.stream().count()).isEqualTo(4);
        slice.slice(4, 4).fillTime(-5);
        assertThat(ticks.stream().noneMatch(row -> row.time() == -5)).isTrue();
    }

    @Test
    void slice_whenComponentsAreOfEveryKind_isTheSameMemory() {
        LineColumns lines = LineColumns.allocate(allocator, 10);
        for (int index = 0; index < 10; index++) {
            lines.get(index).first((byte) index).color(Color.RED);
        }
        LineColumns slice = lines.slice(3, 7);
        for (int index = 0; index < 4; index++) {
            assertThat(slice.get(index)).isEqualTo(lines.get(3 + index));
            assertThat(slice.read(index)).isEqualTo(lines.read(3 + index));
        }
        LineArray array = LineArray.allocate(allocator, 4);
        slice.copyTo(array);
        assertThat(array.read(2)).isEqualTo(lines.read(5));
        array.get(1).first((byte) 50);
        slice.copyFrom(array);
        assertThat(lines.first(4)).isEqualTo((byte) 50);
        assertThat(lines.first(3)).isEqualTo((byte) 3);
        assertThat(lines.first(7)).isEqualTo((byte) 7);
        slice.copyTo(array.slice(0, 4));
    }
}
