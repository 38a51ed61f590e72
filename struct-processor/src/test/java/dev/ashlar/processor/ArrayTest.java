package dev.ashlar.processor;

import org.junit.jupiter.api.Test;

/** What a generated array does. */
class ArrayTest {
    private static final String POINT = "@Struct public record Point(int x, int y) {}";
    private static final String NAMED = "@Struct record Named(@Length(4) String name) {}";

    @Test
    void allocate_isZeroedAndSized() {
        Snippet.run("""
                PointArray points = PointArray.allocate(allocator, 3);
                assertThat(points.size()).isEqualTo(3);
                assertThat(points.memory().length()).isEqualTo(24);
                assertThat(points.read(2)).isEqualTo(new Point(0, 0));
                for (long count : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE / 8 + 1}) {
                    assertThatThrownBy(() -> PointArray.allocate(allocator, count))
                            .isInstanceOf(IllegalArgumentException.class);
                }
                assertThat(allocator.liveBlocks()).isEqualTo(1);
                """, POINT);
    }

    /** A cell of 20 bytes is aligned to 4, where an atomic of 8 bytes cannot lie. */
    @Test
    void allocate_whenCellsAreNotAlignedEnough_isRefusedByThePool() {
        Snippet.run(
                """
                try (LinearMemory memory = LinearMemory.create(1)) {
                    PoolAllocator pool = PoolAllocator.over(memory, 0, 20);
                    for (var call : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
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
                        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining("block does not fit in a cell");
                    }
                    assertThat(pool.stats().liveBlocks()).isZero();
                    try (SmallArray small = SmallArray.allocate(pool, 2)) {
                        assertThat(small.get(1).nGetAndAdd(1)).isZero();
                    }
                }
                """,
                "@Struct(columns = true, list = true) public record Job(@Atomic long n, int k) {}",
                "@Struct public record Small(@Atomic int n) {}",
                "@Struct public record Words(@Atomic long n, @Tail String text) {}");
    }

    /** What an array asks for is what its struct needs, and no more: small structs lie close together. */
    @Test
    void allocate_asksForTheAlignmentOfTheStruct() {
        Snippet.run("""
                try (LinearMemory memory = LinearMemory.create(1)) {
                    BumpAllocator bump = BumpAllocator.over(memory, 16);
                    bump.allocate(1, 1);
                    assertThat(PointArray.allocate(bump, 1).memory().offset()).isEqualTo(20);
                }
                """, POINT);
    }

    @Test
    void elements_whenWritten_areInPlace() {
        Snippet.run("""
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
                """, POINT);
    }

    @Test
    void elements_whenIndexIsOutside_throw() {
        Snippet.run("""
                PointArray points = PointArray.allocate(allocator, 3);
                for (int index : new int[] {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                    assertThatThrownBy(() -> points.get(index)).isInstanceOf(IndexOutOfBoundsException.class)
                            .hasMessage("no such element: index=" + index + " size=3");
                    assertThatThrownBy(() -> points.read(index)).isInstanceOf(IndexOutOfBoundsException.class);
                    assertThatThrownBy(() -> points.set(index, new Point(1, 2)))
                            .isInstanceOf(IndexOutOfBoundsException.class);
                    assertThatThrownBy(() -> points.set(index, points.get(0)))
                            .isInstanceOf(IndexOutOfBoundsException.class);
                }
                for (long index : new long[] {1L << 61, Long.MIN_VALUE, Long.MAX_VALUE}) {
                    assertThatThrownBy(() -> points.get(index)).isInstanceOf(IndexOutOfBoundsException.class);
                    assertThatThrownBy(() -> points.read(index)).isInstanceOf(IndexOutOfBoundsException.class);
                }
                """, POINT);
    }

    @Test
    void at_whenRangeDoesNotFit_throws() {
        Snippet.run("""
                Memory memory = Memory.of(MemorySegment.ofArray(new byte[20]));
                assertThat(PointArray.at(memory, 4, 2).size()).isEqualTo(2);
                assertThat(PointArray.at(memory, 20, 0)).isEmpty();
                assertThatThrownBy(() -> PointArray.at(memory, 5, 2)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> PointArray.at(memory, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> PointArray.at(memory, 0, -1)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> PointArray.at(memory, 0, 1L << 60)).isInstanceOf(IllegalArgumentException.class);
                """, POINT);
    }

    @Test
    void copyOf_whenOneIsRefused_leavesNothingAllocated() {
        Snippet.run("""
                NamedArray names = NamedArray.copyOf(allocator, List.of(new Named("a"), new Named("b")));
                assertThat(names.stream().map(NamedView::name)).containsExactly("a", "b");
                names.free();
                assertThatThrownBy(() -> NamedArray.copyOf(allocator, List.of(new Named("a"), new Named("too long"))))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(allocator.liveBlocks()).isZero();
                """, NAMED);
    }

    @Test
    void iteration_visitsAllInOrder() {
        Snippet.run("""
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
                """, POINT);
    }

    /** Else the JIT does not know which view an iterator makes once there are three, and makes each an object: decision 0021. */
    @Test
    void iterators_ofDifferentStructs_haveDifferentClasses() {
        Snippet.run(
                """
                Memory memory = allocator.allocate(64);
                assertThat(AArray.at(memory, 0, 1).iterator().getClass()).isNotEqualTo(BArray.at(memory, 0, 1).iterator().getClass());
                assertThat(AList.create(allocator).iterator().getClass()).isNotEqualTo(BList.create(allocator).iterator().getClass());
                assertThat(AColumns.at(memory, 0, 1).iterator().getClass())
                        .isNotEqualTo(BColumns.at(memory, 0, 1).iterator().getClass());
                NodeView node = NodeView.allocate(allocator, new Node(Ref.none(), Ref.none()));
                assertThat(node.leftChain().iterator().getClass()).isNotEqualTo(node.rightChain().iterator().getClass());
                assertThat(StructLog.over(memory, LineView.type()).iterator().getClass())
                        .isNotEqualTo(StructLog.over(memory, WordView.type()).iterator().getClass());
                """,
                "@Struct(list = true, columns = true) record A(int x) {}",
                "@Struct(list = true, columns = true) record B(int x) {}",
                "@Struct record Node(Ref<Node> left, Ref<Node> right) {}",
                "@Struct record Line(@Tail String text) {}",
                "@Struct record Word(@Tail String text) {}");
    }

    @Test
    void spliterator_splitsInHalvesAndKnowsItsSize() {
        Snippet.run("""
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
                """, POINT);
    }

    @Test
    void free_whenDone_killsArrayAndViews() {
        Snippet.run("""
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
                """, POINT);
    }

    @Test
    void close_whenNotAllOfTheHandle_doesNothing() {
        Snippet.run("""
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
                """, POINT);
    }
}
