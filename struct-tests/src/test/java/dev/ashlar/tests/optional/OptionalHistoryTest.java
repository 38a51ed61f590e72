package dev.ashlar.tests.optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random histories of optional components, by every way to them, against records on the Java heap. */
class OptionalHistoryTest {
    private static final int STEPS = 300;
    private static final int ROWS = 13;

    private final long seed = Long.getLong("ashlar.seed", System.nanoTime());
    private final Values values = new Values(seed);
    private final Allocator allocator = LinkedListAllocator.over(LinearMemory.create(1));

    @Test
    void view_afterAnyHistory_hasTheValuesOfTheRecord() {
        run(values.record(Everything.class), EverythingView.allocate(allocator));
        run(values.record(Sentinels.class), SentinelsView.allocate(allocator));
        run(values.record(Reading.class), ReadingView.allocate(allocator));
        run(values.record(Person.class), PersonView.allocate(allocator));
    }

    private <R extends Record> void run(R first, dev.ashlar.struct.StructView<R> view) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) first.getClass();
        new History<>(type, first, view, view::read, view::write).run();
    }

    @Test
    void row_afterAnyHistory_hasTheValuesOfTheRecordAndLeavesItsNeighboursAlone() {
        ReadingColumns columns = ReadingColumns.allocate(allocator, ROWS);
        rows(columns);
        rows(columns.slice(3, 11));
        rows(columns.slice(3, 11).slice(5, 6));
    }

    private void rows(ReadingColumns columns) {
        List<History<Reading>> histories = columns.stream()
                .map(row -> new History<>(Reading.class, values.record(Reading.class), row, row::read, row::write))
                .toList();
        histories.forEach(history -> history.write.accept(history.record));
        for (int step = 0; step < STEPS; step++) {
            histories.get(values.index(histories.size())).step();
        }
        histories.forEach(History::check);
        assertColumns(columns, histories);
    }

    private void assertColumns(ReadingColumns columns, List<History<Reading>> histories) {
        ReadingArray array = ReadingArray.allocate(allocator, columns.size());
        columns.copyTo(array);
        ReadingColumns copy = ReadingColumns.copyOf(allocator, array);
        for (int index = 0; index < columns.size(); index++) {
            Reading expected = histories.get(index).record;
            assertEquals(expected, array.read(index), () -> "seed " + seed);
            assertEquals(expected, copy.get(index).read(), () -> "seed " + seed);
            assertEquals(expected.level() != null, columns.hasLevel(index));
            if (expected.level() != null) {
                assertEquals(expected.level(), columns.level(index));
            }
            assertEquals(expected.count().isPresent(), columns.hasCount((long) index));
            assertEquals(expected.count().orElse(-7), columns.countOr(index, -7));
            assertEquals(expected.unit(), columns.unitOrNull(index));
            assertEquals(expected.inner().first() != null, columns.hasInnerFirst(index));
            int bit = columns.validityOffset() + index;
            byte bits = columns.levelValidity().get(java.lang.foreign.ValueLayout.JAVA_BYTE, bit / 8);
            assertEquals(expected.level() != null, (bits >> bit % 8 & 1) == 1);
        }
    }

    @Test
    void record_withNamesOfMethods_isWrittenAndRead() {
        for (int round = 0; round < 50; round++) {
            Awkward awkward = values.record(Awkward.class);
            assertEquals(awkward, AwkwardView.allocate(allocator, awkward).read(), () -> "seed " + seed);
            AwkwardBean bean = new AwkwardBean(awkward.age(), round % 2 == 0, round, round % 3 == 0 ? null : true);
            assertEquals(bean, AwkwardBeanView.allocate(allocator, bean).read());
        }
    }

    @Test
    void list_ofRecords_returnsThem() {
        ReadingList list = ReadingList.create(allocator);
        List<Reading> expected = java.util.stream.Stream.generate(() -> values.record(Reading.class))
                .limit(50)
                .toList();
        expected.forEach(list::add);
        for (int index = 0; index < expected.size(); index++) {
            assertEquals(expected.get(index), list.read(index), "seed " + seed);
        }
    }

    /** One struct in memory, and the record that it must equal. */
    private final class History<R extends Record> {
        private final Class<R> type;
        private final Object view;
        private final Supplier<R> read;
        private final Consumer<R> write;
        private R record;

        History(Class<R> type, R record, Object view, Supplier<R> read, Consumer<R> write) {
            this.type = type;
            this.record = record;
            this.view = view;
            this.read = read;
            this.write = write;
        }

        void run() {
            write.accept(record);
            for (int step = 0; step < STEPS; step++) {
                step();
                check();
            }
        }

        void step() {
            RecordComponent[] components = type.getRecordComponents();
            RecordComponent component = components[values.index(components.length)];
            if (values.index(20) == 0) {
                record = values.record(type);
                write.accept(record);
            } else if (component.getName().equals("inner")) {
                assertEquals(record, read.get());
            } else {
                Object value = values.of(component);
                record = Values.with(record, component.getName(), value);
                set(component, value);
            }
        }

        private void set(RecordComponent component, @Nullable Object value) {
            Object unwrapped = Values.unwrapped(value);
            String name = component.getName();
            if (unwrapped == null) {
                call("clear" + Values.capitalised(name));
            } else {
                Method setter = Arrays.stream(view.getClass().getMethods())
                        .filter(method -> method.getName().equals(name)
                                && method.getParameterCount() == 1
                                && Values.isOf(method.getParameterTypes()[0], unwrapped))
                        .findFirst()
                        .orElseThrow();
                invoke(setter, unwrapped);
            }
        }

        void check() {
            assertEquals(record, read.get(), () -> "seed " + seed);
            for (RecordComponent component : type.getRecordComponents()) {
                String name = component.getName();
                boolean isOptional = Arrays.stream(view.getClass().getMethods())
                        .anyMatch(method -> method.getName().equals("has" + Values.capitalised(name)));
                if (isOptional) {
                    Object value = Values.unwrapped(Values.get(record, component));
                    assertEquals(value != null, call("has" + Values.capitalised(name)), () -> name + " seed " + seed);
                    if (value == null) {
                        assertInstanceOf(
                                NoSuchElementException.class,
                                assertThrows(IllegalStateException.class, () -> call(name))
                                        .getCause());
                    } else {
                        Object read = call(name);
                        assertEquals(
                                value,
                                read instanceof dev.ashlar.struct.StructView<?> nested ? nested.read() : read,
                                () -> name + " seed " + seed);
                    }
                }
            }
        }

        private Object call(String name) {
            try {
                return invoke(view.getClass().getMethod(name));
            } catch (NoSuchMethodException missing) {
                throw new IllegalArgumentException(missing);
            }
        }

        private Object invoke(Method method, Object... arguments) {
            try {
                return method.invoke(view, arguments);
            } catch (InvocationTargetException failure) {
                throw new IllegalStateException(failure.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }
}
