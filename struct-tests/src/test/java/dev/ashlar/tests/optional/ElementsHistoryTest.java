package dev.ashlar.tests.optional;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StructView;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random histories of arrays of optional elements, by every way to them, against records on the Java heap. */
class ElementsHistoryTest {
    private static final int STEPS = 300;
    private static final int ROWS = 13;

    private final long seed = Long.getLong("ashlar.seed", System.nanoTime());
    private final Values values = new Values(seed);
    private final Allocator allocator = LinkedListAllocator.over(LinearMemory.create(1));

    @Test
    void view_afterAnyHistory_hasTheElementsOfTheRecord() {
        ElementsView view = ElementsView.allocate(allocator);
        History<Elements> history = new History<>(values.record(Elements.class), view, view::read, view::write);
        history.run();
        ElementsView copy = ElementsView.allocate(allocator, history.record);
        assertEquals(copy, view, () -> "seed " + seed);
        assertEquals(copy.hashCode(), view.hashCode());
        assertEquals(copy.toString(), view.toString());
        copy.number(view.number() + 1);
        assertNotEquals(copy, view);
    }

    @Test
    void tail_afterAnyHistory_hasTheElementsOfTheRecord() {
        for (int length = 0; length < 4; length++) {
            RecordComponent levels = Levels.class.getRecordComponents()[1];
            Levels first = new Levels(length, (Integer[]) values.array(levels, length));
            LevelsView view = LevelsView.allocate(allocator, first);
            new History<>(first, view, view::read, view::write).run();
        }
    }

    @Test
    void row_afterAnyHistory_hasTheElementsOfTheRecordAndLeavesItsNeighboursAlone() {
        ElementsColumns columns = ElementsColumns.allocate(allocator, ROWS);
        rows(columns);
        rows(columns.slice(3, 11));
        rows(columns.slice(3, 11).slice(5, 6));
    }

    private void rows(ElementsColumns columns) {
        List<History<Elements>> histories = columns.stream()
                .map(row -> new History<>(values.record(Elements.class), row, row::read, row::write))
                .toList();
        histories.forEach(history -> history.write.accept(history.record));
        for (int step = 0; step < STEPS; step++) {
            histories.get(values.index(histories.size())).step();
        }
        histories.forEach(History::check);
        assertColumns(columns, histories.stream().map(history -> history.record).toList());
    }

    private void assertColumns(ElementsColumns columns, List<Elements> expected) {
        ElementsArray array = ElementsArray.allocate(allocator, columns.size());
        columns.copyTo(array);
        ElementsColumns copy = ElementsColumns.copyOf(allocator, array);
        for (int row = 0; row < columns.size(); row++) {
            assertSame(expected.get(row), array.read(row));
            assertSame(expected.get(row), copy.get(row).read());
            assertEquals(copy.get(row), columns.get(row), () -> "seed " + seed);
            assertEquals(copy.get(row).hashCode(), columns.get(row).hashCode());
            @Nullable Integer[] i32 = expected.get(row).i32();
            for (int index = 0; index < i32.length; index++) {
                assertEquals(i32[index] != null, columns.hasI32(row, index), () -> "seed " + seed);
                assertEquals(i32[index] == null ? -7 : i32[index], columns.i32Or((long) row, (long) index, -7));
                assertEquals(
                        i32[index] != null,
                        isSet(columns.i32Validity(), columns.i32ValidityOffset() + row * i32.length + index));
            }
            for (int index = 0; index < 3; index++) {
                Point point = expected.get(row).point()[index];
                assertEquals(
                        point,
                        Optional.ofNullable(columns.pointOrNull(row, index))
                                .map(PointView::read)
                                .orElse(null));
            }
        }
    }

    private static boolean isSet(MemorySegment bitmap, long bit) {
        return (bitmap.get(ValueLayout.JAVA_BYTE, bit / 8) >> bit % 8 & 1) == 1;
    }

    @Test
    void list_ofRecords_returnsThem() {
        ElementsList list = ElementsList.create(allocator);
        List<Elements> expected =
                Stream.generate(() -> values.record(Elements.class)).limit(50).toList();
        expected.forEach(list::add);
        for (int index = 0; index < expected.size(); index++) {
            assertSame(expected.get(index), list.read(index));
        }
    }

    private void assertSame(Record expected, Record actual) {
        for (RecordComponent component : expected.getClass().getRecordComponents()) {
            assertArrayEquals(
                    new @Nullable Object[] {Values.get(expected, component)},
                    new @Nullable Object[] {Values.get(actual, component)},
                    () -> component.getName() + " seed " + seed);
        }
    }

    /** One struct in memory, and the record that it must equal. */
    private final class History<R extends Record> {
        private final Object view;
        private final Supplier<R> read;
        private final Consumer<R> write;
        private R record;

        History(R record, Object view, Supplier<R> read, Consumer<R> write) {
            this.view = view;
            this.read = read;
            this.write = write;
            this.record = record;
        }

        void run() {
            write.accept(record);
            for (int step = 0; step < STEPS; step++) {
                step();
                check();
            }
        }

        void step() {
            RecordComponent[] components = record.getClass().getRecordComponents();
            RecordComponent component = components[values.index(components.length)];
            if (!component.getType().isArray()) {
                return;
            }
            Object before = Objects.requireNonNull(Values.get(record, component));
            int length = Array.getLength(before);
            if (values.index(3) == 0 || length == 0) {
                Object all = values.array(component, length);
                record = Values.with(record, component.getName(), all);
                if (values.index(2) == 0) {
                    write.accept(record);
                } else {
                    call(component.getName() + "From", all);
                }
            } else {
                int index = values.index(length);
                Object value = values.element(component);
                Object after = copy(before, length);
                Array.set(after, index, value);
                record = Values.with(record, component.getName(), after);
                set(component.getName(), index, Values.unwrapped(value));
            }
        }

        private Object copy(Object array, int length) {
            Object copy = Array.newInstance(array.getClass().getComponentType(), length);
            System.arraycopy(array, 0, copy, 0, length);
            return copy;
        }

        private void set(String name, int index, @Nullable Object value) {
            if (value == null) {
                call("clear" + Values.capitalised(name), index);
            } else {
                call(name, index, value);
            }
        }

        void check() {
            assertSame(record, read.get());
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (Values.get(record, component) instanceof Object[] elements) {
                    check(component, elements);
                }
            }
        }

        private void check(RecordComponent component, @Nullable Object[] array) {
            String name = component.getName();
            StringJoiner text = new StringJoiner(", ", name + "=[", "]");
            for (int index = 0; index < array.length; index++) {
                Object value = Values.unwrapped(array[index]);
                Object other = values.index(2);
                assertEquals(
                        value != null, call("has" + Values.capitalised(name), index), () -> name + " seed " + seed);
                if (value == null) {
                    int at = index;
                    assertInstanceOf(
                            NoSuchElementException.class,
                            assertThrows(IllegalStateException.class, () -> call(name, at))
                                    .getCause());
                    if (component.getType() == Integer[].class) {
                        assertEquals(other, call(name + "Or", index, other));
                    }
                } else {
                    Object read = call(name, index);
                    Object found = read instanceof StructView<?> nested ? nested.read() : read;
                    assertEquals(value, found, () -> name + " seed " + seed);
                    if (component.getType() == Integer[].class) {
                        assertEquals(value, call(name + "Or", index, other));
                    }
                }
                text.add(value == null ? "absent" : value.toString());
            }
            assertArrayEquals(array, (Object[]) call(name + "ToArray"));
            if (!name.equals("shape")) {
                assertTrue(view.toString().contains(text.toString()), () -> view + " " + text + " seed " + seed);
            }
        }

        private Object call(String name, Object... arguments) {
            Method method = Arrays.stream(view.getClass().getMethods())
                    .filter(each -> each.getName().equals(name) && takes(each.getParameterTypes(), arguments))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name));
            try {
                return method.invoke(view, arguments);
            } catch (InvocationTargetException failure) {
                throw new IllegalStateException(failure.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }

        private boolean takes(Class<?>[] parameters, Object[] arguments) {
            boolean takes = parameters.length == arguments.length;
            for (int index = 0; takes && index < arguments.length; index++) {
                takes = Values.isOf(parameters[index], arguments[index]);
            }
            return takes;
        }
    }
}
