package dev.ashlar.tests.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.tests.TestAllocator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Sorting and searching lists, in the order and with the number of comparisons that are promised. */
class ListSortTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void sort_whateverTheOrderBefore_sorts() {
        Random random = new Random(5);
        List<long[]> inputs = new ArrayList<>();
        for (int size : new int[] {0, 1, 2, 3, 15, 16, 17, 18, 127, 128, 129, 1_000, 5_000}) {
            inputs.add(LongStream.range(0, size).toArray());
            inputs.add(LongStream.range(0, size).map(i -> size - i).toArray());
            inputs.add(new long[size]);
            inputs.add(random.longs(size, -3, 3).toArray());
            inputs.add(random.longs(size).toArray());
            inputs.add(LongStream.range(0, size).map(i -> i % 2 == 0 ? i : -i).toArray());
            inputs.add(LongStream.range(0, size).map(i -> Math.min(i, size - i)).toArray());
        }
        try (LinearMemory memory = LinearMemory.create(8)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            for (long[] keys : inputs) {
                TickList ticks = Tick.of(heap, keys);
                ticks.sortByLong(TickView::key);
                check(ticks, keys);
                ticks.free();
                TickList byOrder = Tick.of(heap, keys);
                byOrder.sort(Comparator.comparingLong(TickView::key));
                check(byOrder, keys);
                byOrder.free();
            }
        }
    }

    @Test
    void sort_whenInputIsAnAdversary_staysLogarithmic() {
        // M. D. McIlroy, A Killer Adversary for Quicksort: it decides what the keys are while it is asked.
        int size = 1 << 13;
        long[] keys = LongStream.range(0, size).toArray();
        TickList ticks = Tick.of(allocator, keys);
        long gas = size;
        long[] value = new long[size];
        Arrays.fill(value, gas);
        long[] state = {0, 0, 0};
        ticks.sort((one, other) -> {
            state[0]++;
            int x = (int) one.key();
            int y = (int) other.key();
            if (value[x] == gas && value[y] == gas) {
                value[x == state[2] ? x : y] = state[1]++;
            }
            if (value[x] == gas) {
                state[2] = x;
            } else if (value[y] == gas) {
                state[2] = y;
            }
            return Long.compare(value[x], value[y]);
        });
        assertThat(state[1]).isGreaterThan(size / 2);
        long logarithmic = (long) (size * Math.log(size) / Math.log(2));
        assertThat(state[0]).isLessThan(5 * logarithmic);
        for (int i = 1; i < size; i++) {
            assertThat(value[(int) ticks.get(i - 1).key()])
                    .isLessThanOrEqualTo(value[(int) ticks.get(i).key()]);
        }
        assertThat(ticks.stream().mapToLong(TickView::key).sorted().toArray()).isEqualTo(keys);
    }

    @Test
    void sort_whenOrderThrowsOrIsNone_losesNothing() {
        long[] keys = new Random(3).longs(2_000).toArray();
        for (int limit : new int[] {1, 100, 5_000, 20_000}) {
            TickList ticks = Tick.of(allocator, keys);
            int[] count = {0};
            assertThatThrownBy(() -> ticks.sort((one, other) -> {
                        if (count[0]++ == limit) {
                            throw new UnsupportedOperationException("enough");
                        }
                        return Long.compare(one.key(), other.key());
                    }))
                    .hasMessage("enough");
            assertThat(ticks.stream().mapToLong(TickView::key).sorted().toArray())
                    .isEqualTo(Arrays.stream(keys).sorted().toArray());
            ticks.free();
        }
        Random random = new Random(4);
        TickList ticks = Tick.of(allocator, keys);
        ticks.sort((_, _) -> random.nextInt(-1, 2));
        ticks.sort((_, _) -> -1);
        ticks.sort((_, _) -> 1);
        assertThat(ticks.stream().mapToLong(TickView::key).sorted().toArray())
                .isEqualTo(Arrays.stream(keys).sorted().toArray());
    }

    @Test
    void sort_whenOrderChangesTheList_isRefused() {
        TickList ticks = Tick.of(allocator, 3, 2, 1);
        assertThatThrownBy(() -> ticks.sort((one, other) -> {
                    ticks.add();
                    return Long.compare(one.key(), other.key());
                }))
                .isInstanceOf(ConcurrentModificationException.class);
        ticks.ensureCapacity(100);
        assertThatThrownBy(() -> ticks.sortByLong(tick -> {
                    ticks.clear();
                    return tick.key();
                }))
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void sortByDouble_isTheOrderOfDoubleCompare() {
        double[] values = {
            1,
            -1,
            0.0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            2,
            -2,
            Double.longBitsToDouble(-1L),
            1
        };
        SampleList samples = SampleList.create(allocator);
        for (double value : values) {
            samples.add().value(value).small((float) value);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        samples.sortByDouble(SampleView::value);
        assertThat(samples.stream().mapToDouble(SampleView::value).toArray()).isEqualTo(sorted);
        for (double value : values) {
            long found = samples.binarySearchByDouble(value, SampleView::value);
            assertThat(Double.compare(samples.get(found).value(), value)).isZero();
            assertThat(found == 0 || Double.compare(samples.get(found - 1).value(), value) < 0)
                    .isTrue();
        }
        assertThat(samples.binarySearchByDouble(1.5, SampleView::value)).isEqualTo(-11);
        samples.sortByDouble(SampleView::small);
        assertThat(samples.get(samples.size() - 1).small()).isNaN();
    }

    @Test
    void binarySearch_findsTheFirst() {
        TickList ticks = Tick.of(allocator, 1, 3, 3, 3, 5);
        assertThat(ticks.binarySearchByLong(3, TickView::key)).isEqualTo(1);
        assertThat(ticks.binarySearchByLong(1, TickView::key)).isZero();
        assertThat(ticks.binarySearchByLong(5, TickView::key)).isEqualTo(4);
        assertThat(ticks.binarySearchByLong(0, TickView::key)).isEqualTo(-1);
        assertThat(ticks.binarySearchByLong(4, TickView::key)).isEqualTo(-5);
        assertThat(ticks.binarySearchByLong(6, TickView::key)).isEqualTo(-6);
        assertThat(Tick.of(allocator).binarySearchByLong(6, TickView::key)).isEqualTo(-1);
        ticks.sort(Comparator.comparing((TickView tick) -> tick.symbol()).reversed());
        assertThat(ticks.binarySearchBy("sd", TickView::symbol, Comparator.reverseOrder()))
                .isEqualTo(1);
        assertThat(ticks.binarySearchBy("sz", TickView::symbol, Comparator.reverseOrder()))
                .isEqualTo(-1);
    }

    private static void check(TickList ticks, long... keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        assertThat(ticks.stream().mapToLong(TickView::key).toArray()).isEqualTo(sorted);
        for (TickView tick : ticks) {
            assertThat(tick.price()).isEqualTo((short) (tick.key() * 7));
            assertThat(tick.symbol()).isEqualTo("s" + (char) ('a' + Math.floorMod(tick.key(), 26)));
        }
    }
}
