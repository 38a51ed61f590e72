package dev.ashlar.tests.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructColumns;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Spliterator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Structs laid out column by column: {@code @Struct(columns = true)}. */
class ColumnsTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void columns_lieOneAfterTheOther() {
        assertThat(TickColumns.BYTE_ALIGNMENT).isEqualTo(64);
        assertThat(TickColumns.byteSize(0)).isZero();
        assertThat(TickColumns.byteSize(1)).isEqualTo(3 * 64);
        assertThat(TickColumns.byteSize(9)).isEqualTo(128 + 128 + 64);
        TickColumns ticks = TickColumns.allocate(allocator, 9);
        assertThat(ticks.memory().length()).isEqualTo(320);
        assertThat(ticks.memory().offset() % 64).isZero();
        assertThat(ticks.memory().loadBytes()).containsOnly(0);
        for (int i = 0; i < 9; i++) {
            ticks.time(i, i).price((long) i, i * 0.5).size(i, -i);
        }
        for (int i = 0; i < 9; i++) {
            assertThat(ticks.memory().loadI64(8L * i)).isEqualTo(i).isEqualTo(ticks.time(i));
            assertThat(ticks.memory().loadF64(128 + 8L * i)).isEqualTo(i * 0.5).isEqualTo(ticks.price((long) i));
            assertThat(ticks.memory().loadI32(256 + 4L * i)).isEqualTo(-i).isEqualTo(ticks.size(i));
            assertThat(ticks.read(i)).isEqualTo(new Tick(i, i * 0.5, -i));
            assertThat(ticks.get((long) i).index()).isEqualTo(i);
        }
        assertThat(ticks.size()).isEqualTo(9);
        assertThat(ticks.priceColumn().byteSize()).isEqualTo(72);
        assertThat(ticks.priceColumn().getAtIndex(ValueLayout.JAVA_DOUBLE, 8)).isEqualTo(4);
        assertThat(ticks.sizeColumn().byteSize()).isEqualTo(36);
        assertThat(ticks.timeColumn().address() % 64 + ticks.sizeColumn().address() % 64)
                .isZero();
        assertThat(ticks).hasToString("TickColumns[size=9, memory=" + ticks.memory() + "]");
    }

    @Test
    void index_whenOutOfRange_isRefusedAndNothingIsStored() {
        TickColumns ticks = TickColumns.allocate(allocator, 3);
        for (long index : new long[] {-1, 3, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 61}) {
            List<ThrowingCallable> calls = List.of(
                    () -> ticks.get(index),
                    () -> ticks.price(index),
                    () -> ticks.price(index, 1),
                    () -> ticks.read(index),
                    () -> ticks.set(index, new Tick(1, 2, 3)));
            for (ThrowingCallable call : calls) {
                assertThatThrownBy(call)
                        .isInstanceOf(IndexOutOfBoundsException.class)
                        .hasMessage("no such element: struct=dev.ashlar.tests.columns.Tick index=" + index + " size=3");
            }
        }
        assertThatThrownBy(() -> ticks.price(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(ticks.memory().loadBytes()).containsOnly(0);
    }

    @Test
    void count_whenImpossible_isRefused() {
        for (long count :
                new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE / 8, Long.MAX_VALUE / 20, 1L << 60}) {
            assertThatThrownBy(() -> TickColumns.byteSize(count))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("count=" + count);
            assertThatThrownBy(() -> TickColumns.allocate(allocator, count))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> TickColumns.at(memory(allocator), 0, count))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> TickColumns.at(memory(allocator), 0, 1L << 50))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(allocator.liveBlocks()).isZero();
    }

    @Test
    void columns_whenThereAreNoRows_haveOnlyEmptyColumns() {
        Memory bytes = Memory.of(MemorySegment.ofArray(new byte[0]));
        TickColumns none = TickColumns.at(bytes, 0, 0);
        assertThat(none.size()).isZero();
        assertThat(none.stream()).isEmpty();
        assertThat(none.priceColumn().byteSize()).isZero();
        none.fillPrice(1);
        none.copyTo(TickArray.at(bytes, 0, 0));
        none.copyFrom(TickArray.at(bytes, 0, 0));
        assertThatThrownBy(() -> none.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void at_whenTheyDoNotFit_isRefused() {
        Memory bytes = Memory.of(MemorySegment.ofArray(new byte[200]));
        TickColumns ticks = TickColumns.at(bytes, 8, 1);
        ticks.size(0, 7);
        assertThat(bytes.loadI32(8 + 128)).isEqualTo(7);
        assertThatThrownBy(() -> TickColumns.at(bytes, 9, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TickColumns.at(bytes, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(ticks::free).isInstanceOf(IllegalStateException.class);
        ticks.close();
        assertThat(bytes.isAlive()).isTrue();
    }

    @Test
    void access_whenFreedOrClosed_isRefused() {
        TickColumns ticks = TickColumns.allocate(allocator, 30);
        TickColumns part = TickColumns.at(ticks.memory(), 0, 1);
        assertThatThrownBy(part::free)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("part of a handle");
        TickColumns.Row row = ticks.get(1);
        ticks.free();
        List<ThrowingCallable> calls = List.of(
                () -> ticks.price(0),
                () -> ticks.price(0, 1),
                row::read,
                () -> row.write(new Tick(1, 2, 3)),
                ticks::priceColumn,
                () -> ticks.fillPrice(1),
                ticks::free,
                () -> row.time(1),
                row::hashCode);
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessageContaining("freed");
        }
        assertThat(row).hasToString("Tick[freed]");
        ticks.close();
        try (TickColumns other = TickColumns.allocate(allocator, 1)) {
            assertThat(other.size() + allocator.liveBlocks()).isEqualTo(2);
        }
        assertThat(allocator.liveBlocks()).isZero();
        TickColumns last = TickColumns.allocate(allocator, 1);
        allocator.close();
        assertThatThrownBy(() -> last.time(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThat(last.get(0)).hasToString("Tick[closed]");
    }

    @Test
    void fill_setsAllRowsAndNoOtherColumn() {
        for (int count : new int[] {1, 2, 3, 1000, 1023, 1024, 1025, 5000}) {
            TickColumns ticks = TickColumns.allocate(allocator, count);
            ticks.fillPrice(0.25).fillSize(-3);
            assertThat(ticks.stream().mapToDouble(TickColumns.Row::price).distinct())
                    .containsExactly(0.25);
            assertThat(ticks.stream().mapToInt(TickColumns.Row::size).distinct())
                    .containsExactly(-3);
            assertThat(ticks.stream().mapToLong(TickColumns.Row::time).distinct())
                    .containsExactly(0L);
            byte[] padding = ticks.memory().loadBytes();
            for (long at = TickColumns.byteSize(count) - 64 + (4L * count + 63) % 64 + 1; at < padding.length; at++) {
                assertThat(padding[(int) at]).isZero();
            }
            ticks.free();
        }
        NameColumns names = NameColumns.allocate(allocator, 2_000);
        names.fillName("abcdefg");
        assertThat(names.stream().map(NameColumns.Row::name).distinct()).containsExactly("abcdefg");
    }

    @Test
    void copies_toAndFromArrays_keepEveryByte() {
        Random random = new Random(5);
        LineArray array = LineArray.allocate(allocator, 50);
        byte[] bytes = new byte[(int) array.memory().length()];
        random.nextBytes(bytes);
        array.memory().storeBytes(bytes);
        LineColumns lines = LineColumns.copyOf(allocator, array);
        assertThat(lines.size()).isEqualTo(50);
        for (int i = 0; i < 50; i++) {
            assertThat(lines.startX(i)).isEqualTo(array.get(i).start().x());
            assertThat(lines.endsTailY(i)).isEqualTo(array.get(i).ends().tail().y());
            assertThat(lines.first(i)).isEqualTo(array.get(i).first());
        }
        LineArray back = LineArray.allocate(allocator, 50);
        lines.copyTo(back);
        for (int i = 0; i < 50; i++) {
            assertThat(back.get(i)).isEqualTo(array.get(i));
        }
        assertThatThrownBy(() -> lines.copyTo(LineArray.allocate(allocator, 49)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns and array of different sizes: columns=50 array=49");
        assertThatThrownBy(() -> lines.copyFrom(LineArray.allocate(allocator, 51)))
                .isInstanceOf(IllegalArgumentException.class);
        int live = allocator.liveBlocks();
        back.free();
        assertThatThrownBy(() -> lines.copyTo(back)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> LineColumns.copyOf(allocator, back)).isInstanceOf(IllegalStateException.class);
        assertThat(allocator.liveBlocks()).isEqualTo(live - 1);
    }

    @Test
    void copyOf_whenARecordIsRefused_freesTheBlock() {
        List<Tick> ticks = List.of(new Tick(1, 2, 3), new Tick(4, 5, 6));
        TickColumns columns = TickColumns.copyOf(allocator, ticks);
        assertThat(columns.stream().map(TickColumns.Row::read)).isEqualTo(ticks);
        int live = allocator.liveBlocks();
        assertThatThrownBy(() -> TickColumns.copyOf(allocator, Arrays.asList(ticks.get(0), null)))
                .isInstanceOf(NullPointerException.class);
        assertThat(allocator.liveBlocks()).isEqualTo(live);
    }

    @Test
    void rows_areIteratedAndSplit() {
        TickColumns ticks = TickColumns.allocate(allocator, 100);
        long next = 0;
        for (TickColumns.Row row : ticks) {
            assertThat(row.index()).isEqualTo(next);
            row.time(next++).write(new Tick(row.time(), 1, 2));
        }
        assertThat(ticks.stream().parallel().mapToLong(TickColumns.Row::time).sum())
                .isEqualTo(4950);
        Spliterator<TickColumns.Row> second = ticks.spliterator();
        assertThat(second.trySplit().estimateSize()).isEqualTo(50);
        StructColumns<Tick, TickColumns.Row> generic = ticks;
        generic.set(3, new Tick(7, 8, 9));
        assertThat(generic.read(3L)).isEqualTo(new Tick(7, 8, 9));
        Iterator<TickColumns.Row> rows = TickColumns.at(ticks.memory(), 0, 1).iterator();
        rows.next();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void at_whenAtomicsAreNotAligned_isRefused() {
        Memory bytes = Memory.of(MemorySegment.ofArray(new byte[256]));
        assertThatThrownBy(() -> CounterColumns.at(bytes, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("atomic access");
        Memory longs = Memory.of(MemorySegment.ofArray(new long[32]));
        CounterColumns counters = CounterColumns.at(longs, 8, 2);
        assertThat(counters.get(1).hitsGetAndAdd(1)).isZero();
        assertThatThrownBy(() -> CounterColumns.at(longs, 4, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void alignment_whenStructsInAnArrayAskForMore_isTheirs() {
        assertThat(WideHolderColumns.BYTE_ALIGNMENT).isEqualTo(256);
        WideHolderColumns holders = WideHolderColumns.allocate(allocator, 3);
        assertThat(holders.widesColumn().address() % 256).isZero();
        assertThat(holders.wides(2).get(1).x(5).x()).isEqualTo(5);
    }

    @Test
    void names_thatWouldCollide_getUnderscores() {
        OddNamesColumns odd = OddNamesColumns.allocate(allocator, 4);
        OddNames value = new OddNames(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        odd.set(3, value);
        assertThat(odd.read(3)).isEqualTo(value);
        assertThat(odd.size(3) + odd.get_(3) + odd.read_(3) + odd.memory_(3) + odd.index_(3))
                .isEqualTo(15);
        assertThat(odd.x(3) + odd.xColumn(3) + odd.fillX(3) + odd.xPlace(3)).isEqualTo(30);
        odd.fillX_(100).fillSize(200).fillIndex_(300).fillMemory_(400).fillFillX(500);
        assertThat(odd.x(2) + odd.size(2) + odd.index_(2) + odd.memory_(2) + odd.fillX(2))
                .isEqualTo(1500);
        assertThat(odd.xColumn_().byteSize() + odd.xColumnColumn().byteSize()).isEqualTo(32);
        assertThat(odd.value(3) + odd.row(3) + odd.columns(3) + odd.yield(3) + odd.byteSize_(3))
                .isEqualTo(60);
    }

    @Test
    void struct_whenNamedAsTheRow_isWritten() {
        assertThat(RowColumns.allocate(allocator, 1).get(0).row(3).read()).isEqualTo(new Row(3));
    }

    @Test
    void namesOfNestedStructs_thatWouldCollide_getUnderscores() {
        OddNestedColumns odd = OddNestedColumns.allocate(allocator, 2);
        Pair pair = new Pair(1, 2);
        OddNested record = new OddNested(pair, new Other(8, 9), 3, pair, 4, pair, 5, 6);
        odd.set(1, record);
        assertThat(odd.read(1)).isEqualTo(record);
        odd.fillX_(7).fillX__(8);
        assertThat(odd.read(0))
                .isEqualTo(new OddNested(new Pair(0, 0), new Other(0, 0), 0, new Pair(0, 0), 7, new Pair(0, 0), 8, 0));
    }

    private static Memory memory(TestAllocator allocator) {
        return allocator.memory().whole();
    }
}
