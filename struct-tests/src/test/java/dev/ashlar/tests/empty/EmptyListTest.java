package dev.ashlar.tests.empty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.AllocatorStats;
import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.OutOfLinearMemoryException;
import dev.ashlar.alloc.PoolAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructList;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Lists created without room, which take nothing from the allocator until the first element. */
class EmptyListTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void list_whenCreatedWithoutRoom_takesNothing_andTheFirstAddAllocates() {
        EveryAllocator.use(any -> {
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
        EveryAllocator.use(any -> {
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
}
