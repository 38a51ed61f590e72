package dev.ashlar.tests.empty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.AllocatorStats;
import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.LeakReport;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.alloc.StackAllocator;
import dev.ashlar.alloc.TrackingAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructArray;
import dev.ashlar.struct.StructColumns;
import dev.ashlar.struct.StructList;
import dev.ashlar.struct.StructSequence;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Arrays, columns and lists without elements, which take nothing from the allocator and behave like others. */
class EmptyTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void sequence_whenEmpty_isIteratedAndFreed_andTakesNothing() {
        withEach(any -> {
            AllocatorStats before = any.stats();
            List<Supplier<StructSequence<?>>> makers = List.of(
                    () -> JobArray.allocate(any, 0),
                    () -> JobArray.copyOf(any, List.of()),
                    () -> JobView.type().allocateArray(any, 0),
                    () -> JobColumns.allocate(any, 0),
                    () -> JobColumns.copyOf(any, List.of()),
                    () -> JobColumns.copyOf(any, JobArray.allocate(any, 0)));
            for (var maker : makers) {
                for (boolean byClosing : new boolean[] {false, true}) {
                    StructSequence<?> none = maker.get();
                    assertThat(none.size()).isZero();
                    assertThat(none).isEmpty();
                    assertThat(none.stream()).isEmpty();
                    assertThat(none.spliterator().trySplit()).isNull();
                    assertThatThrownBy(() -> none.iterator().next()).isInstanceOf(NoSuchElementException.class);
                    assertThatThrownBy(() -> none.get(0))
                            .isInstanceOf(IndexOutOfBoundsException.class)
                            .hasMessage("no such element: index=0 size=0");
                    Memory memory = memory(none);
                    assertThat(memory.length()).isZero();
                    assertThat(memory.isAlive()).isTrue();
                    assertThat(memory.loadBytes()).isEmpty();
                    assertThat(memory.whole()).isSameAs(any.memory().whole());
                    assertThatThrownBy(() -> memory.storeI8(0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
                    assertThat(none.toString()).endsWith("[size=0, memory=Memory[offset=0, length=0]]");
                    if (byClosing) {
                        close(none);
                    } else {
                        free(none);
                    }
                    assertThat(memory.isFreed()).isTrue();
                    assertThat(none.toString()).endsWith("[size=0, memory=Memory[freed]]");
                    assertThatThrownBy(() -> free(none))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("free of memory that is already freed: offset=0");
                    assertThatThrownBy(memory::length)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("freed");
                    close(none);
                }
            }
            assertThat(any.stats()).usingRecursiveComparison().isEqualTo(before);
        });
    }

    @Test
    void columns_whenEmpty_areFilledAndCopied() {
        JobColumns none = JobColumns.allocate(allocator, 0);
        none.fillK(1);
        assertThat(none.kColumn().byteSize()).isZero();
        none.copyTo(JobArray.allocate(allocator, 0));
        none.copyFrom(JobArray.copyOf(allocator, List.of()));
        assertThatThrownBy(() -> none.set(0, new Job(1, 2))).isInstanceOf(IndexOutOfBoundsException.class);
        none.free();
        assertThatThrownBy(none::kColumn)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("freed");
        assertThat(allocator.liveBlocks()).isZero();
    }

    @Test
    void list_whenCreatedWithoutRoom_takesNothing_andTheFirstAddAllocates() {
        withEach(any -> {
            List<Supplier<StructList<Job, JobView>>> makers = List.of(
                    () -> JobList.create(any, 0),
                    () -> JobList.copyOf(any, List.of()),
                    () -> StructList.create(any, JobView.type(), 0));
            List<Consumer<StructList<Job, JobView>>> adds = List.of(
                    StructList::add,
                    jobs -> jobs.add(new Job(0, 0)),
                    jobs -> jobs.insert(0, new Job(0, 0)),
                    jobs -> jobs.addAll(List.of(new Job(0, 0))),
                    jobs -> jobs.add(JobView.at(Memory.of(MemorySegment.ofArray(new long[2])), 0)));
            for (var maker : makers) {
                for (var add : adds) {
                    AllocatorStats before = any.stats();
                    StructList<Job, JobView> jobs = maker.get();
                    jobs.clear();
                    jobs.trimToSize();
                    jobs.ensureCapacity(0);
                    jobs.addAll(List.of());
                    jobs.sort(Comparator.comparingInt(JobView::k));
                    jobs.sortByLong(JobView::k);
                    assertThat(jobs.removeIf(job -> true)).isFalse();
                    assertThat(jobs.binarySearchByLong(1, JobView::k)).isEqualTo(-1);
                    assertThat(jobs.isEmpty()).isTrue();
                    assertThat(jobs.capacity()).isZero();
                    assertThat(jobs).isEmpty();
                    assertThat(jobs.stream()).isEmpty();
                    assertThat(jobs.asArray()).isEmpty();
                    assertThatThrownBy(() -> jobs.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
                    assertThatThrownBy(() -> jobs.remove(0)).isInstanceOf(IndexOutOfBoundsException.class);
                    assertThat(any.stats()).usingRecursiveComparison().isEqualTo(before);

                    Memory nothing = jobs.memory();
                    Iterator<JobView> iterator = jobs.iterator();
                    assertThat(nothing.length()).isZero();
                    add.accept(jobs);
                    assertThat(nothing.isFreed()).isTrue();
                    assertThatThrownBy(iterator::next).isInstanceOf(ConcurrentModificationException.class);
                    assertThat(jobs.size()).isEqualTo(1);
                    assertThat(jobs.capacity()).isPositive();
                    assertThat(jobs.read(0)).isEqualTo(new Job(0, 0));
                    assertThat(jobs.get(0).nGetAndAdd(7)).isZero();
                    jobs.add(new Job(8, 9));
                    assertThat(jobs.stream().map(JobView::read)).containsExactly(new Job(7, 0), new Job(8, 9));
                    assertThat(any.stats().liveBlocks()).isEqualTo(before.liveBlocks() + 1);
                    assertThatThrownBy(() -> jobs.asArray().free()).isInstanceOf(IllegalStateException.class);
                    if (any instanceof BumpAllocator) {
                        assertThatThrownBy(jobs::free).isInstanceOf(IllegalStateException.class);
                    } else {
                        jobs.free();
                        assertThat(any.stats().liveBlocks()).isEqualTo(before.liveBlocks());
                        assertThatThrownBy(jobs::free)
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("already freed");
                    }
                }
            }
        });
    }

    @Test
    void list_whenCreatedWithoutRoom_isFreedByItselfOnly() {
        withEach(any -> {
            for (boolean byClosing : new boolean[] {false, true}) {
                JobList jobs = JobList.create(any, 0);
                Memory memory = jobs.memory();
                assertThatThrownBy(() -> jobs.asArray().free())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("free of the memory of a list; free the list");
                assertThatThrownBy(memory::free).isInstanceOf(IllegalStateException.class);
                jobs.asArray().close();
                memory.close();
                assertThat(memory.isAlive()).isTrue();
                if (byClosing) {
                    jobs.close();
                } else {
                    jobs.free();
                }
                assertThat(memory.isFreed()).isTrue();
                assertThatThrownBy(jobs::free)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("free of memory that is already freed: offset=0");
                jobs.close();
                assertThat(jobs.size()).isZero();
                assertThat(jobs.toString())
                        .isEqualTo("StructList[dev.ashlar.tests.empty.Job, size=0, capacity=0, memory=Memory[freed]]");
                for (Runnable use : List.<Runnable>of(
                        jobs::add,
                        () -> jobs.add(new Job(1, 2)),
                        () -> jobs.insert(0, new Job(1, 2)),
                        () -> jobs.ensureCapacity(1),
                        jobs::clear,
                        jobs::trimToSize,
                        jobs::asArray,
                        () -> jobs.addAll(List.of()),
                        () -> jobs.sortByLong(JobView::k),
                        () -> jobs.removeIf(job -> true))) {
                    assertThatThrownBy(use::run)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("freed");
                }
                assertThat(any.stats().liveBlocks()).isZero();
            }
        });
    }

    @Test
    void list_whenCreatedWithoutRoom_growsAsOthersDo() {
        JobList jobs = JobList.create(allocator, 0);
        for (int i = 0; i < 100; i++) {
            jobs.add(new Job(i, i));
            assertThat(allocator.liveBlocks()).isEqualTo(1);
        }
        assertThat(jobs.stream().mapToLong(JobView::n).sum()).isEqualTo(4950);
        jobs.clear();
        jobs.trimToSize();
        assertThat(jobs.capacity()).isEqualTo(1);
        jobs.free();
        assertThat(allocator.liveBlocks()).isZero();
        JobList roomy = JobList.create(allocator, 0);
        roomy.ensureCapacity(10);
        assertThat(roomy.capacity()).isEqualTo(10);
    }

    @Test
    void firstAdd_whenRefused_leavesTheListAsItWas() {
        try (LinearMemory memory = LinearMemory.create(1, 1)) {
            BumpAllocator full = BumpAllocator.over(memory, 0x1000, 16);
            full.allocate(16);
            PoolAllocator small = PoolAllocator.over(memory, 0, 0x1000, 8);
            for (Allocator refusing : List.of(full, small)) {
                JobList jobs = JobList.create(refusing, 0);
                Memory nothing = jobs.memory();
                Iterator<JobView> iterator = jobs.iterator();
                for (Runnable use : List.<Runnable>of(
                        jobs::add,
                        () -> jobs.add(new Job(1, 2)),
                        () -> jobs.insert(0, new Job(1, 2)),
                        () -> jobs.addAll(List.of(new Job(1, 2))),
                        () -> jobs.ensureCapacity(1))) {
                    assertThatThrownBy(use::run)
                            .isInstanceOf(
                                    refusing == full
                                            ? OutOfLinearMemoryException.class
                                            : IllegalArgumentException.class);
                }
                assertThat(jobs.memory()).isSameAs(nothing);
                assertThat(nothing.isAlive()).isTrue();
                assertThat(jobs.capacity()).isZero();
                assertThat(iterator.hasNext()).isFalse();
                jobs.free();
            }
            assertThat(small.stats().liveBlocks()).isZero();
        }
        JobList jobs = JobList.create(allocator, 0);
        for (Runnable use : List.<Runnable>of(
                () -> jobs.add(new Job(1, 256)),
                () -> jobs.insert(0, new Job(1, -1)),
                () -> jobs.ensureCapacity(-1L >>> 1))) {
            assertThatThrownBy(use::run).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(jobs.capacity()).isZero();
        assertThat(allocator.liveBlocks()).isZero();
        jobs.free();
    }

    @Test
    void count_whenNegative_isRefused() {
        withEach(any -> {
            for (long count : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
                for (Runnable make : List.<Runnable>of(
                        () -> JobArray.allocate(any, count),
                        () -> JobView.type().allocateArray(any, count),
                        () -> JobColumns.allocate(any, count),
                        () -> JobList.create(any, count),
                        () -> StructList.create(any, JobView.type(), count))) {
                    assertThatThrownBy(make::run)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageStartingWith("impossible number of structs: count=" + count);
                }
            }
            assertThat(any.stats().liveBlocks()).isZero();
        });
    }

    @Test
    void empty_whenItsMemoryIsClosed_saysSo() {
        for (boolean onHeap : new boolean[] {false, true}) {
            LinearMemory memory = onHeap ? LinearMemory.createOnHeap(1) : LinearMemory.create(1);
            Allocator blocks = LinkedListAllocator.over(memory);
            JobArray array = JobArray.allocate(blocks, 0);
            JobColumns columns = JobColumns.allocate(blocks, 0);
            JobList list = JobList.create(blocks, 0);
            memory.close();
            for (Memory each : List.of(array.memory(), columns.memory(), list.memory())) {
                assertThat(each.isAlive()).isFalse();
                assertThat(each.isFreed()).isFalse();
            }
            for (Runnable use : List.<Runnable>of(
                    array::free,
                    columns::free,
                    list::free,
                    list::add,
                    list::clear,
                    columns::kColumn,
                    () -> JobArray.allocate(blocks, 0),
                    () -> JobColumns.allocate(blocks, 0),
                    () -> JobList.create(blocks, 0))) {
                assertThatThrownBy(use::run)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed");
            }
            array.close();
            columns.close();
            list.close();
            assertThat(array).isEmpty();
        }
    }

    /** What is asked of the handle of any other array works here, too. */
    @Test
    void reallocate_ofTheHandleOfAnEmptyArray_allocates() {
        Memory nothing = JobArray.allocate(allocator, 0).memory();
        for (long byteSize : new long[] {0, -1}) {
            assertThatThrownBy(() -> nothing.reallocate(byteSize)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(nothing.isAlive()).isTrue();
        Memory block = nothing.reallocate(16, 8);
        assertThat(nothing.isFreed()).isTrue();
        assertThat(block.loadBytes()).containsOnly(0).hasSize(16);
        assertThat(allocator.liveBlocks()).isEqualTo(1);
        block.free();
        assertThat(allocator.liveBlocks()).isZero();
    }

    @Test
    void free_ofTwoThreads_isDoneOnce() throws ExecutionException, InterruptedException {
        try (LinearMemory memory = LinearMemory.create(1);
                var threads = Executors.newFixedThreadPool(2)) {
            SharedAllocator shared = SharedAllocator.over(memory);
            for (int round = 0; round < 2_000; round++) {
                JobArray none = JobArray.allocate(shared, 0);
                var both = new CyclicBarrier(2);
                Callable<Integer> free = () -> {
                    both.await();
                    try {
                        none.free();
                        return 1;
                    } catch (IllegalStateException refused) {
                        return 0;
                    }
                };
                var first = threads.submit(free);
                assertThat(threads.submit(free).get() + first.get()).isEqualTo(1);
            }
        }
    }

    private static void withEach(Consumer<Allocator> use) {
        for (boolean onHeap : new boolean[] {false, true}) {
            try (LinearMemory memory = onHeap ? LinearMemory.createOnHeap(4, 8) : LinearMemory.create(4, 8);
                    LinearMemory shared = onHeap ? LinearMemory.createOnHeap(1, 8) : LinearMemory.create(1, 8)) {
                LinkedListAllocator blocks = LinkedListAllocator.create(memory, 0x30000);
                use.accept(blocks);
                use.accept(SharedAllocator.over(shared));
                use.accept(PoolAllocator.over(memory, 0, 0x1000, 64));
                use.accept(BumpAllocator.over(memory, 0x1000, 0x1000));
                use.accept(StackAllocator.over(memory, 0x2000, 0x1000));
                List<LeakReport> leaks = new ArrayList<>();
                try (TrackingAllocator tracking = TrackingAllocator.over(blocks, leaks::add)) {
                    use.accept(tracking);
                }
                assertThat(leaks).isEmpty();
            }
        }
    }

    private static Memory memory(StructSequence<?> sequence) {
        return sequence instanceof StructArray<?, ?> array ? array.memory() : ((StructColumns<?, ?>) sequence).memory();
    }

    private static void free(StructSequence<?> sequence) {
        if (sequence instanceof StructArray<?, ?> array) {
            array.free();
        } else {
            ((StructColumns<?, ?>) sequence).free();
        }
    }

    private static void close(StructSequence<?> sequence) {
        if (sequence instanceof StructArray<?, ?> array) {
            array.close();
        } else {
            ((StructColumns<?, ?>) sequence).close();
        }
    }
}
