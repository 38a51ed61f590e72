package dev.ashlar.tests.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StructDump;
import dev.ashlar.struct.StructList;
import dev.ashlar.tests.TestAllocator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The elements of lists, and the state of a list after an operation that failed. */
class ListTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void add_growsTheList() {
        TickList ticks = TickList.create(allocator, 1);
        for (int i = 0; i < 1_000; i++) {
            assertThat(ticks.size()).isEqualTo(i);
            TickView added = i % 2 == 0
                    ? ticks.add(new Tick(i, i * 0.5, i % 256))
                    : ticks.add().time(i).price(i * 0.5).size(i % 256);
            assertThat(added).isEqualTo(ticks.get(i));
            assertThat(ticks.capacity()).isGreaterThanOrEqualTo(ticks.size());
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(ticks.read(i)).isEqualTo(new Tick(i, i * 0.5, i % 256));
        }
        assertThat(allocator.liveBlocks()).isEqualTo(1);
        ticks.set(3, new Tick(-1, -1, 1));
        ticks.set(4, ticks.get(3));
        assertThat(ticks.read(4)).isEqualTo(new Tick(-1, -1, 1));
        assertThat(ticks)
                .hasToString("StructList[dev.ashlar.tests.list.Tick, size=1000, capacity=" + ticks.capacity()
                        + ", memory=" + ticks.memory() + "]");
        for (long index : new long[] {-1, 1_000, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> ticks.get(index))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("no such element: struct=dev.ashlar.tests.list.Tick index=" + index + " size=1000");
            assertThatThrownBy(() -> ticks.set(index, ticks.get(0))).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> ticks.remove(index)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> ticks.removeSwap(index)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        for (long index : new long[] {-1, 1_001, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> ticks.insert(index, new Tick(0, 0, 0)))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage(
                            "no place to insert at: struct=dev.ashlar.tests.list.Tick index=" + index + " size=1000");
        }
        assertThat(ticks.size()).isEqualTo(1_000);
    }

    @Test
    void add_whenItGrows_revokesViews() {
        TickList ticks = TickList.create(allocator, 2);
        TickView first = ticks.add(new Tick(1, 2, 3));
        TickArray array = ticks.asArray();
        ticks.add();
        assertThat(first.time()).isEqualTo(1);
        ticks.add();
        assertThatThrownBy(first::time)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reallocated");
        assertThatThrownBy(() -> array.get(0).time())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reallocated");
        assertThat(ticks.get(0).time()).isEqualTo(1);
        assertThat(ticks.asArray().size()).isEqualTo(3);
        TickView beforeTrim = ticks.get(0);
        ticks.ensureCapacity(100);
        ticks.trimToSize();
        assertThat(ticks.capacity()).isEqualTo(3);
        assertThatThrownBy(beforeTrim::time).isInstanceOf(IllegalStateException.class);
        TickView kept = ticks.get(0);
        ticks.trimToSize();
        ticks.ensureCapacity(3);
        assertThat(kept.time()).isEqualTo(1);
    }

    @Test
    void add_whenAnElementIsAddedToItsFullList_copiesIt() {
        TickList ticks = TickList.create(allocator, 1);
        ticks.add(new Tick(1, 2, 3));
        for (int i = 0; i < 20; i++) {
            ticks.add(ticks.get(i));
        }
        assertThat(ticks.stream().map(TickView::read)).hasSize(21).containsOnly(new Tick(1, 2, 3));
        ticks.add(TickView.allocate(allocator, new Tick(4, 5, 6)));
        assertThat(ticks.read(21)).isEqualTo(new Tick(4, 5, 6));
    }

    @Test
    void add_whenAnElementIsReachedByAnotherHandle_copiesItBeforeItMoves() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            TickList ticks = TickList.create(heap, 1_000);
            for (int i = 0; i < 1_000; i++) {
                ticks.add(new Tick(i + 1, 2, 3));
            }
            long address = ticks.memory().offset();
            heap.allocate(100_000);
            ticks.add(TickView.at(memory.whole(), address));
            assertThat(ticks.memory().offset()).isNotEqualTo(address);
            assertThat(ticks.read(1_000)).isEqualTo(new Tick(1, 2, 3));
        }
    }

    @Test
    void add_whenBytesWereUsedBefore_isZero() {
        TickList ticks = TickList.create(allocator, 2);
        ticks.add(new Tick(-1, -1, 255));
        ticks.clear();
        assertThat(ticks.isEmpty()).isTrue();
        assertThat(ticks.add().read()).isEqualTo(new Tick(0, 0, 0));
        assertThat(ticks.memory().loadBytes(0, 24)).containsOnly(0);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void add_whenValueIsRefused_changesNothing() {
        TickList ticks = TickList.create(allocator, 2);
        Tick good = new Tick(1, 2, 3);
        Tick bad = new Tick(1, 2, 256);
        ticks.add(good);
        for (int i = 0; i < 2; i++) {
            TickView view = ticks.get(0);
            assertThatThrownBy(() -> ticks.add(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("component=size");
            assertThatThrownBy(() -> ticks.add((Tick) null)).isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> ticks.insert(0, bad)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ticks.set(0, bad)).isInstanceOf(IllegalArgumentException.class);
            assertThat(view.read()).isEqualTo(good);
            assertThat(ticks.size()).isEqualTo(1 + i);
            assertThatThrownBy(() -> ticks.addAll(List.of(good, good, bad, good)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(ticks.size()).isEqualTo(1 + i);
            ticks.trimToSize();
            ticks.ensureCapacity(2);
            ticks.add(good);
        }
        assertThatThrownBy(() -> TickList.copyOf(allocator, List.of(good, bad)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.liveBlocks()).isEqualTo(1);
        assertThat(TickList.copyOf(allocator, List.of()).size()).isZero();
        assertThat(TickList.copyOf(allocator, List.of(good, good)).stream().map(TickView::read))
                .containsExactly(good, good);
    }

    @Test
    void remove_movesTheOthers() {
        TickList ticks = TickList.create(allocator);
        for (int i = 0; i < 6; i++) {
            ticks.insert(0, new Tick(i, 0, 0));
        }
        assertThat(ticks.stream().mapToLong(TickView::time)).containsExactly(5L, 4L, 3L, 2L, 1L, 0L);
        ticks.remove(1);
        assertThat(ticks.stream().mapToLong(TickView::time)).containsExactly(5L, 3L, 2L, 1L, 0L);
        ticks.removeSwap(0);
        assertThat(ticks.stream().mapToLong(TickView::time)).containsExactly(0L, 3L, 2L, 1L);
        ticks.removeSwap(3);
        ticks.remove(2);
        assertThat(ticks.stream().mapToLong(TickView::time)).containsExactly(0L, 3L);
        ticks.insert(1, new Tick(9, 0, 0));
        ticks.insert(3, new Tick(8, 0, 0));
        assertThat(ticks.stream().mapToLong(TickView::time)).containsExactly(0L, 9L, 3L, 8L);
        assertThat(ticks.removeIf(tick -> tick.time() % 3 == 0)).isTrue();
        assertThat(ticks.removeIf(tick -> false)).isFalse();
        assertThat(ticks.stream().mapToLong(TickView::time)).containsExactly(8L);
        assertThat(ticks.removeIf(tick -> true)).isTrue();
        assertThat(ticks.size()).isZero();
        ticks.trimToSize();
        assertThat(ticks.capacity()).isEqualTo(1);
    }

    @Test
    void removeIf_whenFilterThrows_keepsTheRest() {
        TickList ticks = TickList.create(allocator);
        for (int i = 0; i < 6; i++) {
            ticks.add().time(i);
        }
        assertThatThrownBy(() -> ticks.removeIf(tick -> {
                    if (tick.time() == 3) {
                        throw new IllegalArgumentException("three");
                    }
                    return tick.time() != 1;
                }))
                .hasMessage("three");
        assertThat(ticks.stream().mapToLong(TickView::time)).containsExactly(1L, 3L, 4L, 5L);
        assertThatThrownBy(() -> ticks.removeIf(tick -> {
                    ticks.add();
                    return true;
                }))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThat(ticks.size()).isEqualTo(5);
    }

    @Test
    void list_whenUnion_holdsVariants() {
        ShapeList shapes = ShapeList.create(allocator, 1);
        shapes.add(new Shape.Rect(-1, -1));
        shapes.add(new Shape.Dot((byte) 3));
        shapes.add().beRect().width(2).height(5);
        assertThat(shapes.stream().map(ShapeView::read))
                .containsExactly(new Shape.Rect(-1, -1), new Shape.Dot((byte) 3), new Shape.Rect(2, 5));
        shapes.removeSwap(0);
        shapes.sort(Comparator.comparing(ShapeView::tag));
        assertThat(shapes.read(0)).isEqualTo(new Shape.Dot((byte) 3));
        Shape_RectList rects = Shape_RectList.create(allocator);
        assertThat(rects.add(new Shape.Rect(1, 2)).width()).isEqualTo(1);
        assertThat(StructDump.of(shapes.asArray())).contains("tag = 1 (DOT)", "height = 5.0");
    }

    @Test
    void list_whenOverAligned_staysAligned() {
        LineList lines = LineList.create(allocator, 1);
        for (int i = 0; i < 100; i++) {
            lines.add(new Line((byte) i));
            assertThat(lines.memory().offset() % 64).isZero();
        }
        lines.trimToSize();
        assertThat(lines.memory().offset() % 64).isZero();
        assertThat(lines.asArray().get(99).x()).isEqualTo((byte) 99);
    }

    @Test
    void list_whenOfAnyType_isTheSame() {
        StructList<Tick, TickView> ticks = StructList.create(allocator, TickView.type(), 1);
        ticks.addAll(List.of(new Tick(3, 0, 0), new Tick(1, 0, 0), new Tick(2, 0, 0)));
        ticks.sortByLong(TickView::time);
        assertThat(ticks.stream().map(TickView::time)).containsExactly(1L, 2L, 3L);
        assertThat(ticks.asArray()).isInstanceOf(TickArray.class);
        assertThat(ticks.structType()).isSameAs(TickView.type());
        assertThat(StructList.create(allocator, TickView.type()).capacity()).isEqualTo(16);
    }

    @Test
    void operations_whenRandom_agreeWithArrayList() {
        long seed = Long.getLong("ashlar.seed", System.nanoTime());
        Random random = new Random(seed);
        try (LinearMemory memory = LinearMemory.create(1, 4)) {
            LinkedListAllocator heap = LinkedListAllocator.over(memory);
            TickList ticks = TickList.create(heap, 1);
            List<Tick> model = new ArrayList<>();
            for (int round = 0; round < 20_000; round++) {
                Tick tick = new Tick(random.nextInt(50), random.nextInt(50), random.nextInt(256));
                int place = model.isEmpty() ? -1 : random.nextInt(model.size());
                int operation = random.nextInt(1_000);
                if (operation < 400) {
                    ticks.add(tick);
                    model.add(tick);
                } else if (operation < 500) {
                    ticks.insert(place + 1, tick);
                    model.add(place + 1, tick);
                } else if (operation < 550) {
                    ticks.add();
                    model.add(new Tick(0, 0, 0));
                } else if (operation < 990 && place < 0) {
                    assertThat(ticks.isEmpty()).isTrue();
                } else if (operation < 650) {
                    ticks.remove(place);
                    model.remove(place);
                } else if (operation < 850) {
                    ticks.removeSwap(place);
                    model.set(place, model.getLast());
                    model.removeLast();
                } else if (operation < 900) {
                    ticks.set(place, tick);
                    model.set(place, tick);
                } else if (operation < 950) {
                    ticks.add(ticks.get(place));
                    model.add(model.get(place));
                } else if (operation < 990) {
                    ticks.set(place, ticks.get(0));
                    model.set(place, model.get(0));
                } else if (operation < 992) {
                    ticks.trimToSize();
                } else if (operation < 994) {
                    assertThat(ticks.removeIf(each -> each.time() == tick.time()))
                            .as("seed=" + seed)
                            .isEqualTo(model.removeIf(each -> each.time() == tick.time()));
                } else if (operation < 996) {
                    Comparator<TickView> order = Comparator.comparingLong((TickView each) -> each.time())
                            .thenComparingDouble(TickView::price)
                            .thenComparingInt(TickView::size);
                    ticks.sort(order);
                    model.sort(Comparator.comparingLong(Tick::time)
                            .thenComparingDouble(Tick::price)
                            .thenComparingInt(Tick::size));
                    long found = ticks.binarySearchByLong(tick.time(), TickView::time);
                    long expected = model.stream()
                            .filter(each -> each.time() < tick.time())
                            .count();
                    boolean isThere = model.stream().anyMatch(each -> each.time() == tick.time());
                    assertThat(found).as("seed=" + seed).isEqualTo(isThere ? expected : -expected - 1);
                } else if (operation < 998) {
                    ticks.addAll(List.of(tick, tick));
                    model.addAll(List.of(tick, tick));
                } else if (operation == 998) {
                    ticks.clear();
                    model.clear();
                } else {
                    ticks.ensureCapacity(model.size() + 10);
                }
                assertThat(ticks.size()).as("seed=" + seed).isEqualTo(model.size());
                if (round % 50 == 0) {
                    assertThat(ticks.stream().map(TickView::read).toList())
                            .as("seed=" + seed)
                            .isEqualTo(model);
                    assertThat(HeapChecker.check(heap)).as("seed=" + seed).isEmpty();
                }
            }
        }
    }
}
