package dev.ashlar.tests.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Maps in a file, which outlive their process. Kills are simulated in allocator-core, by {@code KilledMapScenario}. */
class MapFileTest {
    private static final int COUNT = 10_000;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void make() throws IOException {
        file = folder.resolve("heap");
        try (LinearMemory memory = map()) {
            LinkedListAllocator heap = LinkedListAllocator.openOrCreate(memory);
            SlyMap slies = SlyMap.create(heap);
            heap.rootAddress(slies.address());
            for (long id = 0; id < COUNT; id++) {
                slies.put(new Sly(id, -id));
            }
            for (long id = 0; id < COUNT; id += 3) {
                slies.remove(id);
            }
        }
    }

    private LinearMemory map() throws IOException {
        return LinearMemory.map(file, 1, 64);
    }

    @Test
    void open_findsAllEntries() throws IOException {
        for (int opening = 0; opening < 3; opening++) {
            try (LinearMemory memory = map()) {
                LinkedListAllocator heap = LinkedListAllocator.open(memory);
                SlyMap slies = SlyMap.open(heap, heap.rootAddress());
                assertThat(slies.size()).isEqualTo(COUNT - (COUNT + 2) / 3 + opening);
                for (long id = 0; id < COUNT; id++) {
                    SlyView view = slies.get(id);
                    assertThat(view == null).isEqualTo(id % 3 == 0);
                    assertThat(view == null ? -id : view.value()).isEqualTo(-id);
                }
                slies.put(new Sly(COUNT + opening, 1));
                slies.reserve(slies.capacity() + 1);
                assertThat(slies.address()).isEqualTo(heap.rootAddress());
                assertThat(heap.stats().liveBlocks()).isEqualTo(2);
                assertThat(HeapChecker.check(heap)).isEmpty();
            }
        }
    }

    @Test
    void open_ofAnotherMap_isRefused() throws IOException {
        try (LinearMemory memory = map()) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            long address = heap.rootAddress();
            assertThatThrownBy(() -> AccountMap.open(heap, address))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("map is of another struct, or of another layout:"
                            + " struct=dev.ashlar.tests.map.Account key=id address=" + address);
            assertThatThrownBy(() -> ByValueMap.open(heap, address))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("map has another key: struct=dev.ashlar.tests.map.ByValue key=value");
            assertThatThrownBy(() -> SlyMap.open(heap, address + 16)).isInstanceOf(IllegalStateException.class);
            long other = heap.allocate(80).offset();
            assertThatThrownBy(() -> SlyMap.open(heap, other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("no map lies there: struct=dev.ashlar.tests.map.Sly key=id");
            assertThat(SlyMap.open(heap, address).contains(1)).isTrue();
        }
    }

    @Test
    void open_whereTheHeaderIsDamaged_isRefused() throws IOException {
        try (LinearMemory memory = map()) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            long address = heap.rootAddress();
            // The number of groups of a table that is not there is nobody's.
            int unused = memory.loadI64(address + 32) == 0 ? 56 : 40;
            for (int offset : IntStream.of(0, 8, 16, 32, 40, 48, 56, 64, 72)
                    .filter(each -> each != unused)
                    .toArray()) {
                long whole = memory.loadI64(address + offset);
                for (long wrong : new long[] {-1, 2, 3, Long.MIN_VALUE, Long.MAX_VALUE}) {
                    memory.storeI64(address + offset, whole ^ wrong);
                    assertThatThrownBy(() -> SlyMap.open(heap, address))
                            .as("offset=%d wrong=%d", offset, wrong)
                            .isInstanceOf(IllegalStateException.class);
                    memory.storeI64(address + offset, whole);
                }
            }
            assertThat(Objects.requireNonNull(SlyMap.open(heap, address).get(1)).value())
                    .isEqualTo(-1);
        }
    }

    @Test
    void open_forReading_findsEntriesAndRefusesChanges() throws IOException {
        try (LinearMemory memory = LinearMemory.mapReadOnly(file)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            SlyMap slies = SlyMap.open(heap, heap.rootAddress());
            assertThat(slies.stream().mapToLong(SlyView::id).count()).isEqualTo(slies.size());
            assertThat(slies.contains(1)).isTrue();
            assertThatThrownBy(() -> slies.put(new Sly(1, 1))).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> slies.getOrAdd(-1)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> slies.remove(1)).isInstanceOf(UnsupportedOperationException.class);
            assertThat(slies.contains(1)).isTrue();
        }
    }

    /** What the guide says of readers: entries that stay are found, as long as the map does not grow. */
    @Test
    void open_forReading_besideAWriter_findsWhatStays() throws Exception {
        try (LinearMemory memory = map();
                LinearMemory other = LinearMemory.mapReadOnly(file)) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            SlyMap slies = SlyMap.open(heap, heap.rootAddress());
            SlyMap read = SlyMap.open(LinkedListAllocator.open(other), heap.rootAddress());
            SlyView.Cursor found = read.cursor();
            long table = slies.capacity();
            AtomicBoolean isOver = new AtomicBoolean();
            FutureTask<Long> writer = new FutureTask<>(() -> {
                long steps = 0;
                for (; !isOver.get() || steps < COUNT; steps++) {
                    // Those that are divisible by 3 are not there, and come and go; the others are replaced by the
                    // same.
                    long id = steps % COUNT;
                    slies.put(new Sly(id, -id));
                    if (id % 3 == 0) {
                        slies.remove(id);
                    }
                }
                return steps;
            });
            Thread.ofPlatform().start(writer);
            try {
                for (int round = 0; round < 20; round++) {
                    for (long id = 0; id < COUNT; id++) {
                        if (id % 3 != 0) {
                            assertThat(read.find(id, found)).isTrue();
                            assertThat(found.value()).isEqualTo(-id);
                        }
                    }
                }
            } finally {
                isOver.set(true);
            }
            assertThat(writer.get()).isGreaterThanOrEqualTo(COUNT);
            assertThat(slies.capacity()).isEqualTo(table);
        }
    }

    @Test
    void open_whereTheUnneededTableIsDamaged_isRefused() throws IOException {
        try (LinearMemory memory = map()) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            long address = heap.rootAddress();
            long unneeded = address + (memory.loadI64(address + 32) == 0 ? 56 : 40);
            memory.storeI64(unneeded + 8, 16);
            for (long groups : new long[] {Long.MAX_VALUE, -1, 0, 3, 1L << 60}) {
                memory.storeI64(unneeded, groups);
                assertThatThrownBy(() -> SlyMap.open(heap, address))
                        .as("groups=%d", groups)
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    /** Two objects of one map are misuse, which must not end in a loop without end. */
    @Test
    @Timeout(30)
    void put_whereAnotherObjectHasFilledTheTable_isRefused() throws IOException {
        try (LinearMemory memory = map()) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            SlyMap first = SlyMap.open(heap, heap.rootAddress());
            SlyMap second = SlyMap.open(heap, heap.rootAddress());
            for (long id = COUNT; first.size() < first.capacity(); id++) {
                first.put(new Sly(id, id));
            }
            // All slots are full, more of them than the capacity.
            long groups = first.memory().length() / 8;
            assertThatThrownBy(() -> {
                        for (long id = -1; id > -groups; id--) {
                            second.put(new Sly(id, id));
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("map is damaged, or was opened twice: ");
        }
    }

    @Test
    void open_whereBothTablesAreOne_isRefused() throws IOException {
        try (LinearMemory memory = map()) {
            LinkedListAllocator heap = LinkedListAllocator.open(memory);
            long address = heap.rootAddress();
            long active = memory.loadI64(address + 32) * 16;
            memory.storeI64(address + 56 - active, memory.loadI64(address + 40 + active));
            memory.storeI64(address + 64 - active, memory.loadI64(address + 48 + active));
            assertThatThrownBy(() -> SlyMap.open(heap, address))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("map is damaged: ");
            assertThat(heap.stats().liveBlocks()).isEqualTo(2);
        }
    }
}
