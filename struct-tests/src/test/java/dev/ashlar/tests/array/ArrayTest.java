package dev.ashlar.tests.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructList;
import dev.ashlar.struct.StructLog;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The behaviour of generated arrays. */
class ArrayTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void allocate_isZeroedAndSized() {
        PointArray points = PointArray.allocate(allocator, 3);
        assertThat(points.size()).isEqualTo(3);
        assertThat(points.memory().length()).isEqualTo(24);
        assertThat(points.read(2)).isEqualTo(new Point(0, 0));
        for (long count : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE / 8 + 1}) {
            assertThatThrownBy(() -> PointArray.allocate(allocator, count))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(allocator.liveBlocks()).isEqualTo(1);
    }

    /** Hour cell of 20 bytes is aligned to 4, where an atomic of 8 bytes cannot lie. */
    @Test
    void allocate_whenCellsAreNotAlignedEnough_isRefusedByThePool() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            PoolAllocator pool = PoolAllocator.over(memory, 0, 20);
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> JobView.allocate(pool),
                    () -> JobView.allocate(pool, new Job(1, 2)),
                    () -> JobArray.allocate(pool, 1),
                    () -> JobArray.copyOf(pool, List.of(new Job(1, 2))),
                    () -> JobColumns.allocate(pool, 1),
                    () -> JobColumns.copyOf(pool, List.of(new Job(1, 2))),
                    () -> JobList.create(pool, 1),
                    () -> StructList.create(pool, JobView.type(), 1),
                    () -> JobView.type().allocate(pool),
                    () -> JobView.type().allocateArray(pool, 1),
                    () -> WordsView.allocate(pool, new Words(1, "")))) {
                assertThatThrownBy(call)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("block does not fit in a cell");
            }
            assertThat(pool.stats().liveBlocks()).isZero();
            try (SmallArray small = SmallArray.allocate(pool, 2)) {
                assertThat(small.get(1).nGetAndAdd(1)).isZero();
            }
        }
    }

    /** What an array asks for is what its struct needs, and no more: small structs lie close together. */
    @Test
    void allocate_asksForTheAlignmentOfTheStruct() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            BumpAllocator bump = BumpAllocator.over(memory, 16);
            bump.allocate(1, 1);
            assertThat(PointArray.allocate(bump, 1).memory().offset()).isEqualTo(20);
        }
    }

    @Test
    void elements_whenWritten_areInPlace() {
        PointArray points = PointArray.allocate(allocator, 3);
        points.get(0).x(1).y(2);
        points.set(1, new Point(3, 4));
        points.set(2, points.get(0));
        assertThat(points.memory().loadI32(8)).isEqualTo(3);
        assertThat(points.stream().map(PointView::read))
                .containsExactly(new Point(1, 2), new Point(3, 4), new Point(1, 2));
        points.set(2L, new Point(5, 6));
        points.set(0L, points.get(2L));
        assertThat(points.read(0L)).isEqualTo(new Point(5, 6));
    }

    @Test
    void elements_whenIndexIsOutside_throw() {
        PointArray points = PointArray.allocate(allocator, 3);
        for (int index : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> points.get(index))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("no such element: struct=dev.ashlar.tests.array.Point index=" + index + " size=3");
            assertThatThrownBy(() -> points.read(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> points.set(index, new Point(1, 2))).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> points.set(index, points.get(0))).isInstanceOf(IndexOutOfBoundsException.class);
        }
        for (long index : new long[] {1L << 61, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> points.get(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> points.read(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void at_whenRangeDoesNotFit_throws() {
        Memory memory = Memory.of(MemorySegment.ofArray(new byte[20]));
        assertThat(PointArray.at(memory, 4, 2).size()).isEqualTo(2);
        assertThat(PointArray.at(memory, 20, 0)).isEmpty();
        assertThatThrownBy(() -> PointArray.at(memory, 5, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> PointArray.at(memory, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> PointArray.at(memory, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PointArray.at(memory, 0, 1L << 60)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void copyOf_whenOneIsRefused_leavesNothingAllocated() {
        NamedArray names = NamedArray.copyOf(allocator, List.of(new Named("a"), new Named("b")));
        assertThat(names.stream().map(NamedView::name)).containsExactly("a", "b");
        names.free();
        assertThatThrownBy(() -> NamedArray.copyOf(allocator, List.of(new Named("a"), new Named("too long"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.liveBlocks()).isZero();
    }

    @Test
    void iteration_visitsAllInOrder() {
        PointArray points = PointArray.allocate(allocator, 100);
        int next = 0;
        for (PointView point : points) {
            point.x(next++);
        }
        assertThat(next).isEqualTo(100);
        List<Integer> all = IntStream.range(0, 100).boxed().toList();
        assertThat(points.stream().map(PointView::x).toList()).isEqualTo(all);
        assertThat(points.stream().parallel().map(PointView::x).toList()).isEqualTo(all);
        assertThat(points.stream().parallel().mapToInt(PointView::x).sum()).isEqualTo(4950);
        Iterator<PointView> iterator = PointArray.at(points.memory(), 0, 1).iterator();
        iterator.next();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    /** Otherwise the JIT does not know which view an iterator makes once there are three: decision 0021. */
    @Test
    void iterators_ofDifferentStructs_haveDifferentClasses() {
        Memory memory = allocator.allocate(64);
        assertThat(HourArray.at(memory, 0, 1).iterator().getClass())
                .isNotEqualTo(MinuteArray.at(memory, 0, 1).iterator().getClass());
        assertThat(HourList.create(allocator).iterator().getClass())
                .isNotEqualTo(MinuteList.create(allocator).iterator().getClass());
        assertThat(HourColumns.at(memory, 0, 1).iterator().getClass())
                .isNotEqualTo(MinuteColumns.at(memory, 0, 1).iterator().getClass());
        NodeView node = NodeView.allocate(allocator, new Node(Ref.none(), Ref.none()));
        assertThat(node.leftChain().iterator().getClass())
                .isNotEqualTo(node.rightChain().iterator().getClass());
        assertThat(StructLog.over(memory, LineView.type()).iterator().getClass())
                .isNotEqualTo(StructLog.over(memory, WordView.type()).iterator().getClass());
    }

    @Test
    void spliterator_splitsInHalvesAndKnowsItsSize() {
        Spliterator<PointView> right = PointArray.allocate(allocator, 5).spliterator();
        Spliterator<PointView> left = right.trySplit();
        assertThat(left.getExactSizeIfKnown()).isEqualTo(2);
        assertThat(right.getExactSizeIfKnown()).isEqualTo(3);
        assertThat(right.hasCharacteristics(Spliterator.SIZED | Spliterator.SUBSIZED | Spliterator.ORDERED))
                .isTrue();
        assertThat(left.tryAdvance(point -> point.x(1))).isTrue();
        assertThat(left.trySplit()).isNull();
        left.forEachRemaining(point -> point.x(2));
        assertThat(left.tryAdvance(point -> point.x(3))).isFalse();
        assertThat(left.estimateSize()).isZero();
    }

    @Test
    void free_whenDone_killsArrayAndViews() {
        PointArray points = PointArray.allocate(allocator, 3);
        PointView point = points.get(1);
        points.free();
        assertThat(allocator.liveBlocks()).isZero();
        assertThatThrownBy(point::x).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> points.get(0).x()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(points::free).isInstanceOf(IllegalStateException.class);
        points.close();
        assertThat(points).hasToString("PointArray[size=3, memory=Memory[freed]]");
        assertThat(point).hasToString("Point[freed]");
    }

    @Test
    void close_whenNotAllOfTheHandle_doesNothing() {
        Memory block = allocator.allocate(64);
        try (PointArray part = PointArray.at(block, 8, 2)) {
            part.get(0).x(1);
        }
        assertThat(block.isAlive()).isTrue();
        PointArray part = PointArray.at(block, 0, 2);
        assertThatThrownBy(part::free).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> part.get(0).free()).isInstanceOf(IllegalStateException.class);
        try (PointArray all = PointArray.at(block, 0, 8)) {
            all.get(7).x(1);
        }
        assertThat(block.isAlive()).isFalse();
        try (PointArray unowned = PointArray.at(allocator.memory().span(0, 64), 0, 8)) {
            unowned.get(7).y(1);
        }
    }
}
