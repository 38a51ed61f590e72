package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** A map that grows, and whose entries come and go: whole after every error, without anything to recover. */
final class MapScenario implements Scenario {
    private static final int KEYS = 40;
    private static final int MOST = 100;

    @SuppressWarnings("NullAway.Init")
    private PairMap map;

    @SuppressWarnings("NullAway.Init")
    private long[] keys;

    private final Map<Long, Long> model = new HashMap<>();
    private int happened;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        Allocator allocator = BumpAllocator.over(memory, 0);
        long seed = random.nextLong();
        keys = PairMap.keys(seed, KEYS);
        map = new PairMap(allocator, 1, seed);
        model.clear();
        for (int operation = 0; operation < 120; operation++) {
            change(faults, random);
            assertThat(entries(map, keys)).isEqualTo(model);
        }
    }

    @Override
    public void requireAllSeen() {
        assertThat(happened).as("errors after which the operation had happened").isPositive();
    }

    private void change(Faults faults, Random random) {
        long first = keys[random.nextInt(KEYS)];
        long second = random.nextInt();
        Map<Long, Long> after = new HashMap<>(model);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> {
                after.put(first, second);
                run(faults, () -> map.put(new Pair(first, second)), after);
            }
            case 5, 6, 7 -> {
                after.putIfAbsent(first, 0L);
                run(faults, () -> map.getOrAdd(first), after);
            }
            case 8, 9, 10, 11 -> {
                after.remove(first);
                run(faults, () -> map.remove(first), after);
            }
            case 12 -> {
                long more = Math.min(map.capacity() + 1, MOST);
                run(faults, () -> map.reserve(more), after);
            }
            case 13 -> run(faults, map::trimToSize, after);
            case 14 -> {
                after.clear();
                run(faults, map::clear, after);
            }
            default -> {
                long some = random.nextInt(KEYS);
                run(faults, () -> map.reserve(some), after);
            }
        }
    }

    private void run(Faults faults, Runnable operation, Map<Long, Long> after) {
        PairView before = model.isEmpty()
                ? null
                : map.at(map.indexOf(model.keySet().iterator().next()));
        faults.run(operation, () -> settle(after));
        model.clear();
        model.putAll(after);
        if (before != null && map.memory() != before.memory()) {
            assertThatThrownBy(before::first).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Whether the map is as it should be after the operation; it was as before if not, or was being cleared. */
    private boolean settle(Map<Long, Long> after) {
        Map<Long, Long> found = entries(map, keys);
        assertThat(map.size()).isEqualTo(found.size());
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

    /** Returns the entries of a map, as its iterator and its lookups of {@code keys} both say. */
    static Map<Long, Long> entries(PairMap map, long[] keys) {
        Map<Long, Long> entries = new HashMap<>();
        for (PairView each : map) {
            assertThat(entries.put(each.first(), each.read().second())).isNull();
        }
        for (long key : keys) {
            long index = map.indexOf(key);
            assertThat(index >= 0).isEqualTo(entries.containsKey(key));
            assertThat(index < 0 ? null : map.at(index).read().second()).isEqualTo(entries.get(key));
        }
        return entries;
    }
}
