package dev.ashlar.tests.garbage;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
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
    private final List<Person> records = List.of(new Person(1, 1_000, null), new Person(2, null, 1.5));

    OptionalLoops(LinearMemory memory) {
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        this.people = PersonArray.allocate(allocator, Data.COUNT);
        this.columns = PersonColumns.allocate(allocator, Data.COUNT);
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("cursor", this::cursor);
        loops.put("columns", this::columns);
        loops.put("set", this::set);
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

    /** Of records whose boxes are there already. */
    private long set(int count) {
        for (int i = 0; i < count; i++) {
            people.set(i, records.get(i & 1));
        }
        return count;
    }
}
