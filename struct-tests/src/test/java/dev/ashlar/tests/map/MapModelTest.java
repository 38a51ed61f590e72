package dev.ashlar.tests.map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.HeapChecker;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.support.KeyText;
import dev.ashlar.struct.support.MapHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random operations on maps and on a {@link HashMap}. {@code -Ddev.ashlar.map.operations=…} makes more, and {@code
 * -Ddev.ashlar.map.seed=…} repeats those that failed.
 */
class MapModelTest {
    private static final int OPERATIONS = Integer.getInteger("dev.ashlar.map.operations", 400_000);
    private static final long SEED = Long.getLong("dev.ashlar.map.seed", new Random().nextLong());

    /** With few keys entries come and go, with many the map grows, and with colliding ones groups overflow. */
    @ParameterizedTest
    @CsvSource({"40, false", "3000, false", "100000, false", "300, true"})
    void operations_onNumbers_areThoseOfAHashMap(int keys, boolean isColliding) {
        Random random = new Random(SEED + keys);
        long seed = random.nextLong();
        long[] ids = isColliding ? colliding(seed, keys) : random.longs(keys).toArray();
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            AccountMap map = AccountMap.create(allocator, random.nextInt(20), seed);
            Map<Long, Account> model = new HashMap<>();
            AccountView.Cursor cursor = map.cursor();
            for (int operation = 0; operation < OPERATIONS; operation++) {
                long id = ids[random.nextInt(keys)];
                Account value = new Account(id, random.nextInt(), operation);
                int kind = random.nextInt(isColliding || operation % 20_000 < 12_000 ? 100 : 140);
                if (kind < 40) {
                    assertThat(map.put(value)).isEqualTo(model.put(id, value) == null);
                } else if (kind < 60) {
                    assertThat(map.contains(id)).isEqualTo(model.containsKey(id));
                    AccountView view = map.get(id);
                    assertThat(view == null ? null : view.read()).isEqualTo(model.get(id));
                } else if (kind < 70) {
                    boolean isFound = map.find(id, cursor);
                    assertThat(isFound).isEqualTo(model.containsKey(id));
                    if (isFound) {
                        cursor.state(operation);
                        model.computeIfPresent(id, (_, old) -> new Account(id, old.balance(), cursor.state()));
                    }
                } else if (kind < 80) {
                    Account before = model.putIfAbsent(id, new Account(id, 0, 0));
                    assertThat(map.findOrAdd(id, cursor)).isEqualTo(before != null);
                    assertThat(cursor.read()).isEqualTo(model.get(id));
                } else {
                    assertThat(map.remove(id)).isEqualTo(model.remove(id) != null);
                }
                if (operation % 50_000 == 49_999) {
                    removeSome(map, model, random);
                    map.trimToSize();
                }
                if (operation % (keys > 10_000 ? 20_000 : 1_000) == 0) {
                    requireSame(map, model);
                }
            }
            requireSame(map, model);
            map.clear();
            model.clear();
            requireSame(map, model);
            map.free();
            assertThat(allocator.stats().liveBlocks()).isZero();
            assertThat(HeapChecker.check(allocator)).isEmpty();
        } catch (Throwable failure) {
            throw new AssertionError("-Ddev.ashlar.map.seed=" + SEED, failure);
        }
    }

    private static long[] colliding(long seed, int keys) {
        long multiplier = MapHash.multiplier(seed);
        long[] ids = new long[keys];
        int found = 0;
        for (long id = 0; found < keys; id++) {
            if ((MapHash.finished(MapHash.with(seed, multiplier, id)) & 255) == 3) {
                ids[found++] = id;
            }
        }
        return ids;
    }

    private static void removeSome(AccountMap map, Map<Long, Account> model, Random random) {
        for (Iterator<AccountView> views = map.iterator(); views.hasNext(); ) {
            long id = views.next().id();
            if (random.nextInt(3) > 0) {
                views.remove();
                model.remove(id);
            }
        }
    }

    private static void requireSame(AccountMap map, Map<Long, Account> model) {
        assertThat(map.size()).isEqualTo(model.size());
        List<Account> found = new ArrayList<>();
        if (map.size() % 2 == 0) {
            map.forEach(view -> found.add(view.read()));
        } else {
            for (AccountView.Cursor each = map.cursor(); map.advance(each); ) {
                found.add(each.read());
            }
        }
        assertThat(found.size()).isEqualTo(model.size());
        found.forEach(each -> assertThat(model.get(each.id())).isEqualTo(each));
        long multiplier = MapHash.multiplier(map.seed());
        MapAssert.assertWhole(
                map,
                view -> MapHash.finished(MapHash.with(map.seed(), multiplier, view.id())),
                index -> map.indexOf(map.at(index).id()));
    }

    @ParameterizedTest
    @CsvSource({"30", "5000"})
    void operations_onStrings_areThoseOfAHashMap(int keys) {
        Random random = new Random(SEED + keys);
        List<String> texts = new ArrayList<>();
        while (texts.size() < keys) {
            String text = text(random);
            if (text.getBytes(UTF_8).length <= 13) {
                texts.add(text);
            }
        }
        try (LinearMemory memory = LinearMemory.create(1)) {
            WordMap map = WordMap.create(LinkedListAllocator.over(memory));
            Map<String, Word> model = new HashMap<>();
            for (int operation = 0; operation < OPERATIONS / 2; operation++) {
                String text = texts.get(random.nextInt(keys));
                switch (random.nextInt(5)) {
                    case 0, 1 -> {
                        Word word = new Word(text, operation);
                        assertThat(map.put(word)).isEqualTo(model.put(text, word) == null);
                    }
                    case 2 -> {
                        map.getOrAdd(text).count(operation);
                        model.put(text, new Word(text, operation));
                    }
                    case 3 -> assertThat(map.remove(text)).isEqualTo(model.remove(text) != null);
                    default -> {
                        WordView view = map.get(text);
                        assertThat(view == null ? null : view.read()).isEqualTo(model.get(text));
                    }
                }
                if (operation % (keys > 10_000 ? 20_000 : 1_000) == 0) {
                    requireSameWords(map, model);
                }
            }
            requireSameWords(map, model);
        } catch (Throwable failure) {
            throw new AssertionError("-Ddev.ashlar.map.seed=" + SEED, failure);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(9); length > 0; length--) {
            text.appendCodePoint(
                    switch (random.nextInt(6)) {
                        case 0 -> 0x80 + random.nextInt(0x780);
                        case 1 -> 0x800 + random.nextInt(0xD000);
                        case 2 -> 0x1_0000 + random.nextInt(0x10_0000);
                        default -> 1 + random.nextInt(0x7F);
                    });
        }
        return text.toString();
    }

    private static void requireSameWords(WordMap map, Map<String, Word> model) {
        assertThat(map.stream().count()).isEqualTo(model.size());
        for (WordView view : map) {
            assertThat(model).containsEntry(view.text(), view.read());
        }
        long multiplier = MapHash.multiplier(map.seed());
        MapAssert.assertWhole(
                map,
                view -> MapHash.finished(KeyText.hash(map.seed(), multiplier, view.text(), 13)),
                index -> map.indexOf(map.at(index).text()));
    }

    /** Keys of several components, of a struct, and of codecs. */
    @ParameterizedTest
    @CsvSource({"60", "4000"})
    void operations_onOtherKeys_areThoseOfAHashMap(int keys) {
        Random random = new Random(SEED - keys);
        try (LinearMemory memory = LinearMemory.create(1)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            List<Keyed<?>> all = List.of(
                    Keyed.bars(allocator), Keyed.blocks(allocator), Keyed.events(allocator), Keyed.sessions(allocator));
            for (int operation = 0; operation < OPERATIONS / 2; operation++) {
                all.get(operation % all.size()).operate(random.nextInt(keys), operation, random.nextInt(5));
                if (operation % (keys > 10_000 ? 20_000 : 1_000) == 0) {
                    all.forEach(Keyed::requireSame);
                }
            }
            all.forEach(Keyed::requireSame);
        } catch (Throwable failure) {
            throw new AssertionError("-Ddev.ashlar.map.seed=" + SEED, failure);
        }
    }
}
