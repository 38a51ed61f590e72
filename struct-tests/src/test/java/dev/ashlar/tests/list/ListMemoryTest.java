package dev.ashlar.tests.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.tests.TestAllocator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The memory of lists: growth that is refused, and the end of a list. */
class ListMemoryTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    @SuppressWarnings("NullAway") // the first element is set before the memory is full
    void grow_whenMemoryIsFull_leavesTheListAsItWas() {
        try (LinearMemory memory = LinearMemory.create(1, 2)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            TickList ticks = TickList.create(heap, 1);
            long added = 0;
            TickView first = null;
            try {
                while (true) {
                    ticks.add(new Tick(added, 0, 0));
                    added++;
                    first = ticks.get(0);
                }
            } catch (OutOfLinearMemoryException full) {
                assertThat(ticks.size()).isEqualTo(added);
            }
            // With less than one half more to spare the list still took what there was.
            assertThat(ticks.size() * 24).isGreaterThan(memory.byteSize() * 9 / 10);
            assertThat(first.price(7).price()).isEqualTo(7);
            assertThatThrownBy(() -> ticks.add()).isInstanceOf(OutOfLinearMemoryException.class);
            TickView other = ticks.get(1);
            assertThatThrownBy(() -> ticks.add(other)).isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> ticks.insert(0, new Tick(0, 0, 0))).isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> ticks.ensureCapacity(1L << 40)).isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> ticks.addAll(List.of(new Tick(0, 0, 0))))
                    .isInstanceOf(OutOfLinearMemoryException.class);
            assertThatThrownBy(() -> ticks.ensureCapacity(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
            assertThat(other.time()).isEqualTo(1);
            for (long i = 0; i < added; i++) {
                assertThat(ticks.get(i).time()).isEqualTo(i);
            }
            assertThat(HeapChecker.check(heap)).isEmpty();
            ticks.free();
            assertThat(heap.stats().liveBlocks()).isZero();
        }
    }

    @Test
    void grow_whenCellsOfAPoolAreTooSmall_takesWhatFits() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            PoolAllocator pool = PoolAllocator.over(memory, 0, 24 * 20 + 8);
            TickList ticks = TickList.create(pool);
            while (ticks.size() < 20) {
                ticks.add().time(ticks.size());
            }
            assertThatThrownBy(ticks::add)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("does not fit in a cell");
            assertThat(ticks.get(19).time()).isEqualTo(20);
        }
    }

    @Test
    void free_endsTheList() {
        TickList ticks = TickList.create(allocator);
        TickView tick = ticks.add();
        Iterator<TickView> iterator = ticks.iterator();
        ticks.free();
        assertThatThrownBy(tick::time).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ticks.get(0).time()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ticks::add).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ticks.add(new Tick(1, 2, 3))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ticks.insert(0, new Tick(1, 2, 3))).isInstanceOf(IllegalStateException.class);
        for (Runnable operation : List.<Runnable>of(
                () -> ticks.ensureCapacity(1_000),
                () -> ticks.ensureCapacity(0),
                ticks::trimToSize,
                ticks::clear,
                () -> ticks.addAll(List.of()),
                () -> ticks.removeIf(any -> true),
                () -> ticks.remove(0),
                () -> ticks.removeSwap(0),
                () -> ticks.read(0),
                () -> ticks.set(0, new Tick(1, 2, 3)),
                ticks::asArray,
                () -> ticks.sortByLong(TickView::time),
                () -> ticks.binarySearchByLong(1, TickView::time))) {
            assertThatThrownBy(operation::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("freed");
        }
        assertThatThrownBy(iterator::next).isInstanceOf(ConcurrentModificationException.class);
        assertThatThrownBy(ticks::free).isInstanceOf(IllegalStateException.class);
        ticks.close();
        assertThat(ticks.size()).isEqualTo(1);
        assertThat(ticks.toString()).endsWith("memory=Memory[freed]]");
        assertThat(allocator.liveBlocks()).isZero();
        try (TickList closed = TickList.create(allocator)) {
            closed.add();
            assertThat(allocator.liveBlocks()).isEqualTo(1);
        }
        assertThat(allocator.liveBlocks()).isZero();
        for (long capacity : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> TickList.create(allocator, capacity)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void free_ofAnArrayOrAView_leavesTheListAlone() {
        for (long capacity : new long[] {1, 2, 16}) {
            TickList ticks = TickList.create(allocator, capacity);
            while (ticks.size() < capacity) {
                ticks.add().time(7);
            }
            assertThatThrownBy(() -> ticks.asArray().free())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("free of a part of a handle");
            assertThatThrownBy(() -> ticks.get(0).free())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("free of a part of a handle");
            try (TickArray array = ticks.asArray()) {
                assertThat(array.size()).isEqualTo(capacity);
            }
            assertThat(ticks.read(capacity - 1).time()).isEqualTo(7);
            ticks.add();
            ticks.trimToSize();
            ticks.asArray().close();
            assertThat(ticks.get(0).time()).isEqualTo(7);
            ticks.free();
            assertThat(allocator.liveBlocks()).isZero();
        }
    }
}
