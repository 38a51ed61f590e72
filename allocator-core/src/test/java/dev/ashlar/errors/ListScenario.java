package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StructList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A list that grows, and whose elements come, go and move. */
final class ListScenario implements Scenario {
    private static final Comparator<Pair> BY_FIRST = Comparator.comparingLong(Pair::first);

    @SuppressWarnings("NullAway.Init")
    private StructList<Pair, PairView> list;

    private List<Pair> model = new ArrayList<>();
    private int cutOff;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        BumpAllocator bump = BumpAllocator.over(memory, 0);
        list = StructList.create(bump, PairView.TYPE, 1);
        model.clear();
        for (int operation = 0; operation < 80; operation++) {
            if (operation % 10 == 0) {
                // The block of the list cannot grow in place then.
                bump.allocate(1 + random.nextInt(40));
            }
            change(faults, random);
            assertThat(elements()).isEqualTo(model);
        }
    }

    @Override
    public void requireAllSeen() {
        assertThat(cutOff).as("errors that left elements half-moved").isPositive();
    }

    private void change(Faults faults, Random random) {
        int size = model.size();
        int index = size == 0 ? 0 : random.nextInt(size);
        Pair value = Pair.of(random.nextInt(1_000));
        List<Pair> after = new ArrayList<>(model);
        switch (random.nextInt(size == 0 ? 4 : 13)) {
            case 0, 1 -> {
                after.add(value);
                run(faults, () -> list.add(value), after);
            }
            case 2 -> {
                after.add(new Pair(0, 0));
                run(faults, () -> list.add(), after);
            }
            case 3 -> {
                List<Pair> values = List.of(value, Pair.of(1), Pair.of(2));
                after.addAll(values);
                run(faults, () -> list.addAll(values), after);
            }
            case 4 -> {
                after.add(model.get(index));
                run(faults, () -> list.add(list.get(index)), after);
            }
            case 5, 6 -> {
                after.add(index, value);
                run(faults, () -> list.insert(index, value), after);
            }
            case 7 -> {
                after.remove(index);
                run(faults, () -> list.remove(index), after);
            }
            case 8 -> {
                after.set(index, after.getLast());
                after.removeLast();
                run(faults, () -> list.removeSwap(index), after);
            }
            case 9 -> {
                after.set(index, value);
                run(faults, () -> list.set(index, value), after);
            }
            case 10 -> {
                after.removeIf(pair -> pair.first() % 5 == 0);
                run(faults, () -> list.removeIf(view -> view.first() % 5 == 0), after);
            }
            case 11 -> {
                after.sort(BY_FIRST);
                run(faults, () -> list.sortByLong(PairView::first), after);
            }
            default -> run(faults, list::trimToSize, after);
        }
    }

    private void run(Faults faults, Runnable operation, List<Pair> after) {
        faults.run(operation, () -> settle(after));
        model = after;
    }

    /** Whether the list is as it should be after the operation; it was as before if not, or has said that it is neither. */
    private boolean settle(List<Pair> after) {
        List<Pair> found;
        try {
            found = elements();
        } catch (IllegalStateException halfChanged) {
            requireRefusals(halfChanged);
            cutOff++;
            if (cutOff % 2 == 0) {
                list.keepElements();
                assertThat(list.size()).isEqualTo(model.size());
            }
            list.clear();
            list.addAll(model);
            return false;
        }
        if (found.equals(after)) {
            return true;
        }
        if (!found.equals(model)) {
            // A sort that was cut off between two swaps, or a removal by a filter between two elements.
            assertThat(model).containsAll(found);
            assertThat(found).containsAll(after);
            model = found;
        }
        return false;
    }

    private void requireRefusals(IllegalStateException halfChanged) {
        assertThat(halfChanged.getCause()).isInstanceOfAny(StackOverflowError.class, OutOfMemoryError.class);
        List<Runnable> changes = List.of(
                () -> list.add(),
                () -> list.add(Pair.of(1)),
                () -> list.insert(0, Pair.of(1)),
                () -> list.set(0, Pair.of(1)),
                () -> list.remove(0),
                () -> list.removeSwap(0),
                () -> list.removeIf(view -> true),
                () -> list.sortByLong(PairView::first),
                () -> list.addAll(List.of()),
                () -> list.ensureCapacity(1_000),
                () -> list.trimToSize(),
                () -> list.get(0),
                () -> list.isEmpty());
        for (Runnable change : changes) {
            assertThatThrownBy(change::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasCause(halfChanged.getCause());
        }
    }

    private List<Pair> elements() {
        List<Pair> elements = new ArrayList<>();
        for (long index = 0; index < list.size(); index++) {
            elements.add(list.read(index));
        }
        return elements;
    }
}
