package dev.ashlar.tests.empty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.AllocatorStats;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.SharedAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructArray;
import dev.ashlar.struct.StructColumns;
import dev.ashlar.struct.StructList;
import dev.ashlar.struct.StructSequence;
import dev.ashlar.tests.TestAllocator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Arrays and columns without elements, which take nothing from the allocator and behave like others. */
class EmptyTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void sequence_whenEmpty_isIteratedAndFreed_andTakesNothing() {
        EveryAllocator.use(any -> {
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
                            .hasMessage("no such element: struct=dev.ashlar.tests.empty.Job index=0 size=0");
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
                            .hasMessage(
                                    "free of memory that is already freed: offset=0 struct=dev.ashlar.tests.empty.Job");
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
    void count_whenNegative_isRefused() {
        EveryAllocator.use(any -> {
            for (long count : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
                for (Runnable make : List.<Runnable>of(
                        () -> JobArray.allocate(any, count),
                        () -> JobView.type().allocateArray(any, count),
                        () -> JobColumns.allocate(any, count),
                        () -> JobList.create(any, count),
                        () -> StructList.create(any, JobView.type(), count))) {
                    assertThatThrownBy(make::run)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageStartingWith(
                                    "impossible number of structs: struct=dev.ashlar.tests.empty.Job count=" + count);
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
