package dev.ashlar.struct;

import dev.ashlar.memory.Memory;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * An in-place sort of the elements of a list: introsort (D. Musser, 1997). It is quicksort with the median of three, or
 * of three medians, as its pivot; heapsort for a part that was divided {@code 2 log2 n} times, so that no input takes
 * more than O(n log n); and insertion sort for parts of a few elements.
 *
 * <p>Elements are only swapped, so that none is lost if a comparison throws, nor at any time between two swaps. The
 * stack is O(log n) deep, because recursion takes the smaller part.
 *
 * @param <V> the view of one element
 */
abstract class InPlaceSort<V extends StructView<?>> {
    private static final long FEW = 16;
    private static final long MANY = 128;

    final StructList<?, V> list;
    final Memory memory;
    private final long byteSize;
    private final long size;

    private InPlaceSort(StructList<?, V> list) {
        this.list = list;
        this.memory = list.memory();
        this.byteSize = list.structType().byteSize();
        this.size = list.size();
    }

    /** Compares two elements. */
    abstract int compare(long first, long second);

    /** Makes the element at {@code index} the pivot, which stays there for now. */
    abstract void pivotAt(long index);

    /** Compares an element with the pivot. */
    abstract int compareToPivot(long index);

    final void run() {
        if (!isSorted()) {
            sort(0, size, 2 * (Long.SIZE - Long.numberOfLeadingZeros(size)));
        }
    }

    private boolean isSorted() {
        for (long index = 1; index < size; index++) {
            if (compare(index - 1, index) > 0) {
                return false;
            }
        }
        return true;
    }

    private void sort(long from, long to, int divisions) {
        long start = from;
        long end = to;
        int left = divisions;
        while (end - start > FEW) {
            if (left-- == 0) {
                heapSort(start, end);
                return;
            }
            long middle = divide(start, end);
            if (middle - start < end - middle) {
                sort(start, middle, left);
                start = middle + 1;
            } else {
                sort(middle + 1, end, left);
                end = middle;
            }
        }
        insertionSort(start, end);
    }

    /**
     * Puts lesser elements before the pivot and greater ones after it, equal ones on both sides. Returns the index of
     * the pivot.
     */
    private long divide(long start, long end) {
        swap(start, choosePivot(start, end));
        pivotAt(start);
        long low = start;
        long high = end;
        while (true) {
            do {
                low++;
            } while (low < end && compareToPivot(low) < 0);
            do {
                high--;
            } while (high > start && compareToPivot(high) > 0);
            if (low >= high) {
                swap(start, high);
                return high;
            }
            swap(low, high);
        }
    }

    private long choosePivot(long start, long end) {
        long middle = (start + end) >>> 1;
        long last = end - 1;
        if (end - start < MANY) {
            return median(start, middle, last);
        }
        long step = (end - start) / 8;
        return median(
                median(start, start + step, start + 2 * step),
                median(middle - step, middle, middle + step),
                median(last - 2 * step, last - step, last));
    }

    private long median(long first, long second, long third) {
        if (compare(first, second) < 0) {
            return compare(second, third) < 0 ? second : compare(first, third) < 0 ? third : first;
        }
        return compare(first, third) < 0 ? first : compare(second, third) < 0 ? third : second;
    }

    private void insertionSort(long start, long end) {
        for (long next = start + 1; next < end; next++) {
            for (long index = next; index > start && compare(index - 1, index) > 0; index--) {
                swap(index - 1, index);
            }
        }
    }

    private void heapSort(long start, long end) {
        for (long root = start + (end - start) / 2 - 1; root >= start; root--) {
            siftDown(start, root, end);
        }
        for (long last = end - 1; last > start; last--) {
            swap(start, last);
            siftDown(start, start, last);
        }
    }

    /** Sinks a root until both of its children are no greater. */
    private void siftDown(long start, long root, long end) {
        long parent = root;
        while (true) {
            long child = start + 2 * (parent - start) + 1;
            if (child >= end) {
                return;
            }
            if (child + 1 < end && compare(child, child + 1) < 0) {
                child++;
            }
            if (compare(parent, child) >= 0) {
                return;
            }
            swap(parent, child);
            parent = child;
        }
    }

    /**
     * Swaps two elements word by word: faster than three copies for the sizes of structs, and without temporary memory.
     */
    private void swap(long first, long second) {
        if (first == second) {
            return;
        }
        try {
            swapBytes(first * byteSize, second * byteSize);
        } catch (Error failure) {
            // No call: both elements may be half-swapped, and the list must know it.
            list.cutOffSize = size;
            list.cutOffBy = failure;
            list.size = ListBlock.CUT_OFF;
            throw failure;
        }
    }

    private void swapBytes(long from, long to) {
        long one = from;
        long other = to;
        long end = one + byteSize;
        for (; one <= end - Long.BYTES; one += Long.BYTES, other += Long.BYTES) {
            long word = memory.loadI64(one);
            memory.storeI64(one, memory.loadI64(other));
            memory.storeI64(other, word);
        }
        for (; one < end; one++, other++) {
            int octet = memory.loadI8(one);
            memory.storeI8(one, memory.loadI8(other));
            memory.storeI8(other, octet);
        }
    }

    /** A sort by an order of views. */
    static final class ByOrder<V extends StructView<?>> extends InPlaceSort<V> {
        private final Comparator<? super V> order;
        private long pivot;

        ByOrder(StructList<?, V> list, Comparator<? super V> order) {
            super(list);
            this.order = order;
        }

        @Override
        int compare(long first, long second) {
            return list.compareAt(memory, first, second, order);
        }

        @Override
        void pivotAt(long index) {
            pivot = index;
        }

        @Override
        int compareToPivot(long index) {
            return compare(index, pivot);
        }
    }

    /** A sort by numbers, which reads the pivot's number once. */
    abstract static class ByKey<V extends StructView<?>> extends InPlaceSort<V> {
        private long pivot;

        ByKey(StructList<?, V> list) {
            super(list);
        }

        abstract long keyOf(long index);

        @Override
        final int compare(long first, long second) {
            return Long.compare(keyOf(first), keyOf(second));
        }

        @Override
        final void pivotAt(long index) {
            pivot = keyOf(index);
        }

        @Override
        final int compareToPivot(long index) {
            return Long.compare(keyOf(index), pivot);
        }
    }

    /** A sort by integers. */
    static final class ByLong<V extends StructView<?>> extends ByKey<V> {
        private final ToLongFunction<? super V> key;

        ByLong(StructList<?, V> list, ToLongFunction<? super V> key) {
            super(list);
            this.key = key;
        }

        @Override
        long keyOf(long index) {
            return list.longAt(memory, index, key);
        }
    }

    /** A sort by doubles, as integers in the same order. */
    static final class ByDouble<V extends StructView<?>> extends ByKey<V> {
        private final ToDoubleFunction<? super V> key;

        ByDouble(StructList<?, V> list, ToDoubleFunction<? super V> key) {
            super(list);
            this.key = key;
        }

        @Override
        long keyOf(long index) {
            return SortKey.of(list.doubleAt(memory, index, key));
        }
    }
}
