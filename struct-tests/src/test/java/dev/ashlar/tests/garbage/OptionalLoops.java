package dev.ashlar.tests.garbage;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.tests.optional.GaugeArray;
import dev.ashlar.tests.optional.GaugeColumns;
import dev.ashlar.tests.optional.GaugeView;
import dev.ashlar.tests.optional.Person;
import dev.ashlar.tests.optional.PersonArray;
import dev.ashlar.tests.optional.PersonColumns;
import dev.ashlar.tests.optional.PersonView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Loops over components that may have no value. */
final class OptionalLoops {
    private final PersonArray people;
    private final PersonColumns columns;
    private final GaugeArray gauges;
    private final GaugeColumns gaugeColumns;
    private final List<Person> records = List.of(new Person(1, 1_000, null), new Person(2, null, 1.5));

    OptionalLoops(LinearMemory memory) {
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        this.people = PersonArray.allocate(allocator, Data.COUNT);
        this.columns = PersonColumns.allocate(allocator, Data.COUNT);
        this.gauges = GaugeArray.allocate(allocator, Data.COUNT);
        this.gaugeColumns = GaugeColumns.allocate(allocator, Data.COUNT);
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("cursor", this::cursor);
        loops.put("columns", this::columns);
        loops.put("set", this::set);
        loops.put("elements", this::elements);
        loops.put("columnsOfElements", this::columnsOfElements);
        return loops;
    }

    private long cursor(int count) {
        long sum = 0;
        PersonView.Cursor cursor = people.cursor();
        for (int i = 0; i < count && cursor.advance(); i++) {
            sum += cursor.hasAge() ? cursor.age() : cursor.ageOr(3);
            if (i % 3 == 0) {
                cursor.age(i);
            } else {
                cursor.clearAge();
            }
        }
        return sum;
    }

    private long columns(int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            if (columns.hasAge(i)) {
                sum += columns.age(i);
            }
            sum += (long) columns.heightOr(i, 2);
            columns.height(i, 2).clearAge(i);
        }
        return sum;
    }

    private long elements(int count) {
        double sum = 0;
        GaugeView.Cursor cursor = gauges.cursor();
        for (int i = 0; i < count && cursor.advance(); i++) {
            int index = i & 3;
            sum += cursor.hasLevels(index) ? cursor.levels(index) : cursor.levelsOr(index, 3);
            sum += cursor.hasHeights(i & 1) ? cursor.heights(i & 1) : cursor.heightsOr(i & 1, 0.5);
            if (i % 3 == 0) {
                cursor.levels(index, i).clearHeights(i & 1);
            } else {
                cursor.clearLevels(index).heights(i & 1, i);
            }
        }
        return (long) sum;
    }

    /** By a row, since each element of a column is reached by one. */
    private long columnsOfElements(int count) {
        long sum = 0;
        GaugeColumns.Cursor row = gaugeColumns.cursor();
        for (int i = 0; i < count && row.advance(); i++) {
            int index = i & 3;
            if (row.hasLevels(index)) {
                sum += row.levels(index);
            }
            sum += (long) row.heightsOr(i & 1, 2);
            row.levels(index, i).clearLevels((i + 1) & 3);
        }
        return sum;
    }

    /** Of records whose boxes are there already. */
    private long set(int count) {
        for (int i = 0; i < count; i++) {
            people.set(i, records.get(i & 1));
        }
        return count;
    }
}
