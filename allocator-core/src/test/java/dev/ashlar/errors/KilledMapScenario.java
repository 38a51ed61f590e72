package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A map in a heap in a file, opened as it was before each step of each operation: what a process leaves that is killed there.
 * The map in the file then goes on, as after an error.
 */
final class KilledMapScenario implements Scenario {
    private static final int KEYS = 40;
    private static final int MOST = 60;
    private static final long MAX_PAGES = 64;

    /** The header, the table, and one more that was being made or given back. */
    private static final long MOST_BLOCKS = 3;

    @SuppressWarnings("NullAway.Init")
    private LinearMemory memory;

    @SuppressWarnings("NullAway.Init")
    private LinkedListAllocator heap;

    @SuppressWarnings("NullAway.Init")
    private PairMap map;

    @SuppressWarnings("NullAway.Init")
    private long[] keys;

    private final Map<Long, Long> model = new HashMap<>();
    private int happened;
    private int torn;
    private int growing;
    private int orphans;
    private int mostOrphans;

    @Override
    public void run(LinearMemory ignored, Faults faults, Random random) {
        try {
            Path file = Files.createTempFile("killed", ".heap");
            try (LinearMemory mapped = LinearMemory.map(file, 1, MAX_PAGES)) {
                memory = mapped;
                heap = LinkedListAllocator.over(mapped);
                long seed = random.nextLong();
                keys = PairMap.keys(seed, KEYS);
                map = new PairMap(heap, 1, seed);
                heap.rootAddress(map.address());
                model.clear();
                for (int operation = 0; operation < 100; operation++) {
                    change(faults, random);
                }
                map.free();
                assertThat(HeapChecker.check(heap)).isEmpty();
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void requireAllSeen() {
        assertThat(happened).as("kills after which the operation had happened").isPositive();
        assertThat(growing).as("kills that left a second table").isPositive();
        assertThat(mostOrphans)
                .as("moments of one operation in which a kill left a block that nobody owns")
                .isLessThan(200);
    }

    /** An error that does not come again is no kill there: the map notes in its own handler that the entry is whole. */
    @Override
    public void requireSeenWhereErrorsLast() {
        assertThat(torn).as("kills while an entry was being replaced").isPositive();
    }

    private void change(Faults faults, Random random) {
        long first = keys[random.nextInt(KEYS)];
        long second = random.nextInt();
        Map<Long, Long> after = new HashMap<>(model);
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> {
                after.put(first, second);
                run(faults, () -> map.put(new Pair(first, second)), after);
            }
            case 3, 4, 5 -> {
                long known = model.isEmpty() ? first : model.keySet().iterator().next();
                after.put(known, second);
                run(faults, () -> map.put(new Pair(known, second)), after);
            }
            case 6, 7 -> {
                after.putIfAbsent(first, 0L);
                run(faults, () -> map.getOrAdd(first), after);
            }
            case 8, 9, 10, 11, 12 -> {
                after.remove(first);
                run(faults, () -> map.remove(first), after);
            }
            case 13 -> {
                long more = Math.min(map.capacity() + 1, MOST);
                run(faults, () -> map.reserve(more), after);
            }
            case 14 -> run(faults, map::trimToSize, after);
            default -> {
                after.clear();
                run(faults, map::clear, after);
            }
        }
    }

    private void run(Faults faults, Runnable operation, Map<Long, Long> after) {
        orphans = 0;
        faults.run(operation, () -> settle(after));
        model.clear();
        model.putAll(after);
        assertThat(MapScenario.entries(map, keys)).isEqualTo(model);
    }

    private boolean settle(Map<Long, Long> after) {
        openCopy(after);
        heap.recover();
        Map<Long, Long> found = MapScenario.entries(map, keys);
        if (found.equals(after) && !after.equals(model)) {
            happened++;
            return true;
        }
        if (after.isEmpty()) {
            assertThat(model.entrySet()).containsAll(found.entrySet());
            model.clear();
            model.putAll(found);
        }
        assertThat(found).isEqualTo(model);
        return false;
    }

    private void openCopy(Map<Long, Long> after) {
        try (LinearMemory copy = LinearMemory.createOnHeap(memory.pages(), MAX_PAGES)) {
            byte[] left = memory.whole().loadBytes();
            MemorySegment.copy(MemorySegment.ofArray(left), 0, copy.segment(), 0, left.length);
            LinkedListAllocator opened = LinkedListAllocator.open(copy);
            tear(copy, opened.rootAddress());
            growing += opened.stats().liveBlocks() == MOST_BLOCKS ? 1 : 0;
            PairMap again = new PairMap(opened, opened.rootAddress());
            Map<Long, Long> found = MapScenario.entries(again, keys);
            if (!found.equals(after) && !found.equals(model)) {
                assertThat(after).isEmpty();
                assertThat(model.entrySet()).containsAll(found.entrySet());
            }
            assertThat(again.size()).isEqualTo(found.size());
            assertThat(opened.stats().liveBlocks()).isBetween(MOST_BLOCKS - 1, MOST_BLOCKS);
            orphans += opened.stats().liveBlocks() == MOST_BLOCKS ? 1 : 0;
            mostOrphans = Math.max(mostOrphans, orphans);
            for (long key : keys) {
                again.put(new Pair(key, -key));
                found.put(key, -key);
            }
            assertThat(again.remove(-1)).isFalse();
            assertThat(MapScenario.entries(again, keys)).isEqualTo(found);
            assertThat(HeapChecker.check(opened)).isEmpty();
        }
    }

    /** Changes the entry that was being replaced, as if the kill had come in the middle of the copy. */
    private void tear(LinearMemory copy, long header) {
        long replaced = copy.loadI64(header + 72);
        if (replaced == 0) {
            return;
        }
        torn++;
        long active = header + 40 + 16 * copy.loadI64(header + 32);
        long entries = copy.loadI64(active + 8) + 8 * copy.loadI64(active);
        copy.storeI64(entries + (replaced - 1) * 16 + 8, 0x7EA2);
    }
}
