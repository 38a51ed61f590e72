package dev.ashlar.tests.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.struct.StructMap;
import dev.ashlar.struct.StructView;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A map whose key is made of a number, and a {@link HashMap} of the same records by that number.
 *
 * @param map the map
 * @param record makes the record of a key with a value
 * @param get finds the record with the key of another
 * @param add adds an entry with the key of a record
 * @param remove removes the entry with the key of a record
 * @param model what the map should hold
 */
record Keyed<R>(
        StructMap<R, ? extends StructView<R>> map,
        BiFunction<Integer, Integer, R> record,
        Function<R, StructView<R>> get,
        Function<R, StructView<R>> add,
        Predicate<R> remove,
        Map<Integer, R> model) {
    static Keyed<Bar> bars(Allocator allocator) {
        BarMap map = BarMap.create(allocator);
        return new Keyed<>(
                map,
                (key, value) -> new Bar(value, "S" + key % 7, key / 7),
                bar -> map.get(bar.day(), bar.symbol()),
                bar -> map.getOrAdd(bar.day(), bar.symbol()),
                bar -> map.remove(bar.day(), bar.symbol()),
                new HashMap<>());
    }

    static Keyed<Block> blocks(Allocator allocator) {
        BlockMap map = BlockMap.create(allocator);
        return new Keyed<>(
                map,
                (key, value) -> new Block(
                        value.byteValue(),
                        new Place(
                                key / 128 - 10,
                                key % 32 - 16,
                                key / 32 % 2 == 0,
                                key / 64 % 2 == 0 ? Place.Face.NORTH : Place.Face.SOUTH,
                                Instant.ofEpochSecond(key))),
                block -> map.get(block.place()),
                block -> map.getOrAdd(block.place()),
                block -> map.remove(block.place()),
                new HashMap<>());
    }

    static Keyed<Event> events(Allocator allocator) {
        EventMap map = EventMap.create(allocator);
        return new Keyed<>(
                map,
                (key, value) -> new Event(
                        Instant.ofEpochMilli(key / 60),
                        key % 2 == 0 ? Place.Face.NORTH : Place.Face.SOUTH,
                        255 - key / 6 % 10,
                        key / 2 % 3 == 0,
                        (char) (0xFFFF - key / 2 % 3),
                        value),
                event -> map.get(event.at(), event.group(), event.memory(), event.isOpen(), event.letter()),
                event -> map.getOrAdd(event.at(), event.group(), event.memory(), event.isOpen(), event.letter()),
                event -> map.remove(event.at(), event.group(), event.memory(), event.isOpen(), event.letter()),
                new HashMap<>());
    }

    static Keyed<Session> sessions(Allocator allocator) {
        SessionMap map = SessionMap.create(allocator);
        return new Keyed<>(
                map,
                (key, value) -> new Session(new UUID(key % 3, key), Instant.ofEpochSecond(value)),
                session -> map.get(session.id()),
                session -> map.getOrAdd(session.id()),
                session -> map.remove(session.id()),
                new HashMap<>());
    }

    void operate(int key, int value, int kind) {
        R stored = record.apply(key, value);
        switch (kind) {
            case 0, 1 -> assertThat(map.put(stored)).isEqualTo(model.put(key, stored) == null);
            case 2 -> {
                add.apply(stored).write(stored);
                model.put(key, stored);
            }
            case 3 -> assertThat(remove.test(stored)).isEqualTo(model.remove(key) != null);
            default -> {
                StructView<R> view = get.apply(stored);
                assertThat(view == null ? null : view.read()).isEqualTo(model.get(key));
            }
        }
    }

    void requireSame() {
        assertThat(map.size()).isEqualTo(model.size());
        model.values().forEach(value -> assertThat(get.apply(value).read()).isEqualTo(value));
        assertThat(map.stats().maxProbes()).isLessThan(60);
    }
}
