package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Comparator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * The trades sorted by their price: with a comparator that is a lambda, and with one of {@code Comparator.comparingDouble},
 * whose code is shared by all that a program has of its kind. One step is one element, and copying it there before.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@OperationsPerInvocation(Loops.COUNT)
public class SortLoops extends TradeLoops {
    private static final Comparator<TradeView> BY_PRICE = (one, other) -> Double.compare(one.price(), other.price());
    private static final Comparator<Trade> OBJECTS_BY_PRICE =
            (one, other) -> Double.compare(one.price(), other.price());
    private static final Comparator<TradeView> COMPARING_PRICE = Comparator.comparingDouble(TradeView::price);
    private static final Comparator<Trade> COMPARING_OBJECTS = Comparator.comparingDouble(Trade::price);

    private TradeList list;
    private MemorySegment sorted;
    private Trade[] sortedObjects;

    @Override
    protected void fill(Allocator allocator) {
        super.fill(allocator);
        list = TradeList.create(allocator, COUNT);
        list.addAll(Arrays.asList(objects));
        sorted = list.memory().segment();
        sortedObjects = new Trade[COUNT];
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sort_view() {
        return sortViews(BY_PRICE);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sortComparing_view() {
        return sortViews(COMPARING_PRICE);
    }

    private double sortViews(Comparator<TradeView> order) {
        trades.memory().copyTo(0, list.memory(), 0, COUNT * STRIDE);
        list.sort(order);
        return list.get(0).price();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sort_segment() {
        MemorySegment.copy(segment, 0, sorted, 0, COUNT * STRIDE);
        sort(sorted, 0, COUNT - 1);
        return sorted.get(DOUBLE, PRICE);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sortComparing_segment() {
        return sort_segment();
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sort_objects() {
        return sortObjects(OBJECTS_BY_PRICE);
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public double sortComparing_objects() {
        return sortObjects(COMPARING_OBJECTS);
    }

    private double sortObjects(Comparator<Trade> order) {
        System.arraycopy(objects, 0, sortedObjects, 0, COUNT);
        Arrays.sort(sortedObjects, order);
        return sortedObjects[0].price();
    }

    /** Hoare's quicksort as one writes it by hand for this struct alone. */
    private static void sort(MemorySegment segment, int from, int to) {
        int low = from;
        int high = to;
        double pivot = segment.get(DOUBLE, ((from + to) >>> 1) * STRIDE + PRICE);
        while (low <= high) {
            while (segment.get(DOUBLE, low * STRIDE + PRICE) < pivot) {
                low++;
            }
            while (segment.get(DOUBLE, high * STRIDE + PRICE) > pivot) {
                high--;
            }
            if (low <= high) {
                swap(segment, low++ * STRIDE, high-- * STRIDE);
            }
        }
        if (from < high) {
            sort(segment, from, high);
        }
        if (low < to) {
            sort(segment, low, to);
        }
    }

    private static void swap(MemorySegment segment, long one, long other) {
        for (long offset = 0; offset < STRIDE; offset += Long.BYTES) {
            long kept = segment.get(LONG, one + offset);
            segment.set(LONG, one + offset, segment.get(LONG, other + offset));
            segment.set(LONG, other + offset, kept);
        }
    }
}
