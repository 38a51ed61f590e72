package dev.ashlar.tests.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.tests.TestAllocator;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Iterators, streams and spliterators of lists, and changes meanwhile. */
class ListIterationTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void iteration_whenListChanges_isRefused() {
        TickList ticks = TickList.create(allocator, 10);
        List<Runnable> changes = List.of(
                ticks::add,
                () -> ticks.add(new Tick(1, 2, 3)),
                () -> ticks.insert(0, new Tick(0, 0, 0)),
                () -> ticks.remove(0),
                () -> ticks.removeSwap(0),
                ticks::clear,
                () -> ticks.ensureCapacity(ticks.capacity() + 1),
                ticks::trimToSize,
                () -> ticks.sortByLong(TickView::time),
                () -> ticks.removeIf(tick -> true),
                () -> ticks.addAll(List.of(new Tick(1, 1, 1))));
        for (Runnable change : changes) {
            ticks.clear();
            ticks.ensureCapacity(ticks.capacity() + 10);
            ticks.add();
            ticks.add();
            ticks.add();
            Iterator<TickView> iterator = ticks.iterator();
            iterator.next();
            Spliterator<TickView> spliterator = ticks.spliterator();
            spliterator.tryAdvance(tick -> {});
            Iterator<TickView> last = ticks.iterator();
            last.next();
            last.next();
            last.next();
            assertThat(last.hasNext()).isFalse();
            change.run();
            assertThat(last.hasNext()).isTrue();
            assertThatThrownBy(last::next).isInstanceOf(ConcurrentModificationException.class);
            assertThatThrownBy(iterator::next)
                    .isInstanceOf(ConcurrentModificationException.class)
                    .hasMessageStartingWith(
                            "list has changed since the iteration began: struct=dev.ashlar.tests.list.Tick size=");
            assertThatThrownBy(() -> spliterator.tryAdvance(tick -> {}))
                    .isInstanceOf(ConcurrentModificationException.class);
            assertThatThrownBy(() -> spliterator.forEachRemaining(tick -> {}))
                    .isInstanceOf(ConcurrentModificationException.class);
        }
        ticks.clear();
        ticks.add().time(2);
        ticks.add().time(1);
        ticks.add().time(0);
        Iterator<TickView> unsorted = ticks.iterator();
        assertThatThrownBy(() -> ticks.sort((one, other) -> {
                    if (ticks.get(0).time() == 1) {
                        throw new IllegalArgumentException("half sorted");
                    }
                    return Long.compare(one.time(), other.time());
                }))
                .hasMessage("half sorted");
        assertThatThrownBy(unsorted::next).isInstanceOf(ConcurrentModificationException.class);
        ticks.add();
        Iterator<TickView> iterator = ticks.iterator();
        ticks.get(0).time(5);
        ticks.set(0, new Tick(6, 0, 0));
        assertThat(iterator.next().time()).isEqualTo(6);
        while (iterator.hasNext()) {
            iterator.next();
        }
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ticks.stream().forEach(tick -> ticks.add()))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(() -> ticks.spliterator().tryAdvance(tick -> ticks.clear()))
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void spliterator_bindsLateAndSplitsInHalves() {
        TickList ticks = TickList.create(allocator);
        Spliterator<TickView> spliterator = ticks.spliterator();
        Stream<TickView> stream = ticks.stream();
        assertThat(spliterator.hasCharacteristics(
                        Spliterator.SIZED | Spliterator.SUBSIZED | Spliterator.ORDERED | Spliterator.NONNULL))
                .isTrue();
        assertThat(spliterator.hasCharacteristics(Spliterator.IMMUTABLE)).isFalse();
        for (int i = 0; i < 1_000; i++) {
            ticks.add().time(i);
        }
        assertThat(spliterator.estimateSize()).isEqualTo(1_000);
        Spliterator<TickView> prefix = spliterator.trySplit();
        assertThat(prefix.getExactSizeIfKnown()).isEqualTo(500);
        assertThat(spliterator.getExactSizeIfKnown()).isEqualTo(500);
        List<Long> times = new ArrayList<>();
        prefix.forEachRemaining(tick -> times.add(tick.time()));
        spliterator.tryAdvance(tick -> times.add(tick.time()));
        spliterator.forEachRemaining(tick -> times.add(tick.time()));
        assertThat(times).isEqualTo(LongStream.range(0, 1_000).boxed().toList());
        assertThat(spliterator.tryAdvance(tick -> {})).isFalse();
        assertThat(spliterator.trySplit()).isNull();
        assertThat(stream.mapToLong(TickView::time).sum()).isEqualTo(499_500);
        assertThat(ticks.stream().parallel().mapToLong(TickView::time).sum()).isEqualTo(499_500);
    }
}
