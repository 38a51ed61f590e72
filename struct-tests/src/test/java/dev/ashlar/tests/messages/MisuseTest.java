package dev.ashlar.tests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructList;
import dev.ashlar.struct.StructLog;
import dev.ashlar.struct.StructSequence;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Containers and cursors that are misused name the struct, what is wrong and what to do: the whole message. */
class MisuseTest {
    private static final String STEP = "struct=dev.ashlar.tests.messages.Step";
    private static final String LINE = "struct=dev.ashlar.tests.messages.Line";
    private static final String FREED =
            "access to memory that is freed; free it after the last use of its handles and views: offset=";
    private static final String CLOSED =
            "access to memory that is closed; close it after the last use of its handles and views: offset=";
    private static final String REALLOCATED =
            "access to memory that was reallocated, as that of a list is when it grows;"
                    + " get the view, array or cursor anew: offset=";
    private static final String BEFORE_FIRST =
            "cursor is before its first struct; call advance() first, or moveTo(index): byteSize=";

    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void index_whenOutside_namesTheStruct() {
        StepArray array = StepArray.allocate(allocator, 3);
        StepList list = StepList.copyOf(allocator, List.of(step(1), step(2), step(3)));
        StructList<Step, StepView> any = StructList.create(allocator, StepView.type());
        any.addAll(List.of(step(1), step(2), step(3)));
        StepColumns columns = StepColumns.allocate(allocator, 3);
        for (long index : new long[] {-1, 3, Long.MAX_VALUE, Long.MIN_VALUE}) {
            String message = "no such element: " + STEP + " index=" + index + " size=3";
            for (ThrowingCallable access : new ThrowingCallable[] {
                () -> array.get(index),
                () -> array.read(index),
                () -> array.set(index, step(0)),
                () -> array.set(index, array.get(0)),
                () -> array.cursor().moveTo(index),
                () -> array.slice(0, 3).get(index),
                () -> list.get(index),
                () -> list.read(index),
                () -> list.set(index, step(0)),
                () -> list.set(index, array.get(0)),
                () -> list.remove(index),
                () -> list.removeSwap(index),
                () -> list.cursor().moveTo(index),
                () -> any.get(index),
                () -> columns.get(index),
                () -> columns.read(index),
                () -> columns.set(index, step(0)),
                () -> columns.x(index),
                () -> columns.y(index, 1),
                () -> columns.slice(0, 3).get(index),
                () -> columns.cursor().moveTo(index)
            }) {
                outOfBounds(access, message);
            }
        }
        outOfBounds(() -> list.insert(4, step(0)), "no place to insert at: " + STEP + " index=4 size=3");
    }

    @Test
    void slice_whenOutside_namesTheStruct() {
        String message = "no such slice: " + STEP + " from=2 to=4 size=3";
        outOfBounds(() -> StepArray.allocate(allocator, 3).slice(2, 4), message);
        outOfBounds(() -> StepColumns.allocate(allocator, 3).slice(2, 4), message);
        StepColumns slice = StepColumns.allocate(allocator, 3).slice(0, 3);
        refused(slice::free, "free of a slice; free what it is a slice of: " + STEP + " memory=" + slice.memory());
        refused(
                slice::address,
                "a slice of columns is not one range of memory, and so has no address: " + STEP + " memory="
                        + slice.memory());
    }

    @Test
    void count_whenImpossible_namesTheStruct() {
        String message = "impossible number of structs: " + STEP + " count=-1 structByteSize=16";
        for (ThrowingCallable make : new ThrowingCallable[] {
            () -> StepArray.allocate(allocator, -1),
            () -> StepArray.at(allocator.memory().whole(), 0, -1),
            () -> StepView.type().allocateArray(allocator, -1),
            () -> StepList.create(allocator, -1)
        }) {
            assertThatThrownBy(make)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
        assertThatThrownBy(() -> StepColumns.allocate(allocator, -1))
                .hasMessage("impossible number of structs: " + STEP + " count=-1 structByteSize=4");
        assertThatThrownBy(() -> StepColumns.byteSize(1L << 60))
                .hasMessage("impossible number of structs: " + STEP + " count=1152921504606846976 columnByteSize="
                        + (1L << 62));
    }

    @Test
    void iterator_afterTheLast_namesTheStruct() {
        for (StructSequence<?> none : List.of(StepArray.allocate(allocator, 0), StepColumns.allocate(allocator, 0))) {
            atEnd(none.iterator(), "no such element: " + STEP + " index=0 size=0");
        }
        atEnd(StepList.create(allocator).iterator(), "no more elements: " + STEP + " size=0");
        atEnd(log(0).iterator(), "no more structs: " + LINE + " logByteSize=0");
        atEnd(
                StructLog.over(allocator.allocate(8), StepView.type()).iterator(),
                "no more structs: " + STEP + " logByteSize=0");
    }

    @Test
    void log_whoseEndCutsAStruct_namesTheStruct() {
        StructLog<Line, LineView> log = log(1);
        long whole = log.byteSize();
        StructLog<Line, LineView> cut = StructLog.at(log.memory(), LineView.type(), whole - 1);
        String message = "struct reaches beyond the end of its log: " + LINE + " byteOffset=0 structByteSize=" + whole
                + " logByteSize=" + (whole - 1);
        refused(() -> cut.iterator().next(), message);
        refused(() -> LineView.Cursor.of(cut).advance(), message);
    }

    @Test
    void access_whenFreedOrClosed_saysWhich() {
        StepArray array = StepArray.allocate(allocator, 3);
        StepColumns columns = StepColumns.allocate(allocator, 3);
        StepView view = StepView.allocate(allocator);
        StepView.Cursor cursor = array.cursor().moveTo(1);
        StepColumns.Cursor row = columns.cursor().moveTo(1);
        array.free();
        columns.free();
        view.free();
        for (ThrowingCallable access : new ThrowingCallable[] {
            () -> array.get(0).x(), () -> array.read(0), () -> array.set(0, step(0)), cursor::x, array.cursor()::x
        }) {
            refused(access, FREED + array.memory().offset());
        }
        for (ThrowingCallable access : new ThrowingCallable[] {
            () -> columns.x(0), () -> columns.read(0), () -> columns.set(0, step(0)), row::x, row::read
        }) {
            refused(access, FREED + columns.memory().offset());
        }
        refused(view::x, FREED + view.memory().offset());
        refused(
                view::free,
                "free of memory that is already freed: offset=" + view.memory().offset() + " " + STEP);
    }

    @Test
    void access_whenTheMemoryIsClosed_saysSo() {
        StepArray array;
        StepList list;
        try (TestAllocator closed = new TestAllocator()) {
            array = StepArray.allocate(closed, 3);
            list = StepList.create(closed);
        }
        refused(() -> array.get(0).x(), CLOSED + array.memory().offset());
        refused(
                array::free,
                "free in memory that is closed, which has ended all of its blocks: offset="
                        + array.memory().offset() + " " + STEP);
        refused(list::clear, "list is in memory that is closed: " + STEP + " size=0");
    }

    @Test
    void list_whenFreed_namesTheStruct() {
        StepList list = StepList.create(allocator, 2);
        list.add(step(1));
        list.free();
        StepList full = StepList.create(allocator, 1);
        full.add(step(1));
        full.free();
        for (ThrowingCallable use : new ThrowingCallable[] {
            list::add,
            () -> list.add(step(2)),
            () -> list.addAll(List.of(step(2))),
            list::clear,
            () -> list.ensureCapacity(10),
            list::trimToSize,
            () -> list.sortByLong(StepView::x),
            () -> list.removeIf(step -> step.x() == 1),
            full::add,
            () -> full.add(step(2)),
            () -> full.insert(0, step(2))
        }) {
            refused(use, "list is freed: " + STEP + " size=1");
        }
        refused(() -> list.get(0).x(), FREED + list.memory().offset());
    }

    /** The view shows what was there, and its block is not freed: the message must not say so. */
    @Test
    void view_whenItsListHasGrown_saysThatTheBlockWasReallocated() {
        for (boolean moves : new boolean[] {false, true}) {
            StepList list = StepList.create(allocator, 1);
            StepView view = list.add(step(1));
            StepView.Cursor cursor = list.cursor().moveTo(0);
            StepArray array = list.asArray();
            StepArray between = moves ? StepArray.allocate(allocator, 1) : null;
            list.ensureCapacity(10_000);
            String message = REALLOCATED + view.memory().offset();
            for (ThrowingCallable access : new ThrowingCallable[] {
                view::x,
                () -> view.x(2),
                view::read,
                view::hashCode,
                cursor::x,
                () -> array.get(0).x(),
                () -> array.memory().checkRange(0, 0),
                () -> array.memory().length()
            }) {
                refused(access, message);
            }
            refused(
                    () -> array.memory().free(),
                    "free of memory that was reallocated; use the handle that reallocate returned: offset="
                            + array.memory().offset());
            assertThat(view.memory().isFreed()).isTrue();
            assertThat(view).hasToString("Step[freed]");
            list.free();
            if (between != null) {
                between.free();
            }
        }
    }

    @Test
    void cursor_beforeTheFirst_saysSo() {
        StepArray steps = StepArray.allocate(allocator, 3);
        StepView.Cursor cursor = steps.cursor();
        outOfBounds(cursor::x, BEFORE_FIRST + 4);
        outOfBounds(() -> cursor.y(1), BEFORE_FIRST + 4);
        outOfBounds(cursor::read, BEFORE_FIRST + 16);
        outOfBounds(() -> cursor.write(step(1)), BEFORE_FIRST + 16);
        outOfBounds(cursor::hashCode, BEFORE_FIRST + 16);
        outOfBounds(() -> cursor.equals(steps.get(0)), BEFORE_FIRST + 16);
        outOfBounds(cursor::free, BEFORE_FIRST + 16);
        outOfBounds(cursor::address, BEFORE_FIRST + 0);
        outOfBounds(() -> Ref.to(cursor), BEFORE_FIRST + 1);
        outOfBounds(cursor::next, BEFORE_FIRST + 8);
        outOfBounds(cursor::followNext, BEFORE_FIRST + 8);
        outOfBounds(() -> cursor.nextChain().iterator(), BEFORE_FIRST + 1);
        outOfBounds(() -> cursor.view().x(), BEFORE_FIRST + 4);
        outOfBounds(() -> steps.set(0, cursor), BEFORE_FIRST + 16);
    }

    @Test
    void cursor_beforeTheFirstRow_saysSo() {
        StepColumns columns = StepColumns.allocate(allocator, 3);
        StepColumns.Cursor cursor = columns.cursor();
        outOfBounds(cursor::x, BEFORE_FIRST + 4);
        outOfBounds(() -> cursor.y(1), BEFORE_FIRST + 4);
        outOfBounds(cursor::read, BEFORE_FIRST + 1);
        outOfBounds(() -> cursor.write(step(1)), BEFORE_FIRST + 1);
        outOfBounds(cursor::hashCode, BEFORE_FIRST + 1);
        outOfBounds(() -> columns.get(0).equals(cursor), BEFORE_FIRST + 1);
        outOfBounds(
                cursor::row,
                "cursor is before its first row; call advance() first, or moveTo(index): " + STEP + " size=3");
    }

    @Test
    void at_whereNothingFits_namesTheStruct() {
        Memory tooShort = Memory.of(MemorySegment.ofArray(new byte[8]));
        outOfBounds(
                () -> StepView.at(tooShort, 4),
                "access outside the handle: offset=4 byteSize=16 handleOffset=0 handleLength=8 " + STEP);
        outOfBounds(
                () -> StepArray.at(tooShort, 0, 3),
                "access outside the handle: offset=0 byteSize=48 handleOffset=0 handleLength=8 " + STEP);
        outOfBounds(
                () -> LineView.at(tooShort, 1),
                "access outside the handle: offset=1 byteSize=8 handleOffset=0 handleLength=8"
                        + " struct=dev.ashlar.tests.messages.Line");
        Memory block = allocator.allocate(64);
        block.free();
        refused(() -> StepView.at(block, 0), FREED + block.offset() + " " + STEP);
    }

    @Test
    void cursor_beforeTheFirstOfALog_saysSo() {
        LineView.Cursor cursor = LineView.Cursor.of(log(1));
        outOfBounds(cursor::levelsLength, BEFORE_FIRST + 4);
        outOfBounds(cursor::read, BEFORE_FIRST + LineView.OFFSET_LEVELS);
        outOfBounds(cursor::free, BEFORE_FIRST + LineView.BYTE_SIZE + " struct=dev.ashlar.tests.messages.Line");
    }

    @Test
    void cursor_overAWholeMemory_beforeTheFirst_saysSo() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            outOfBounds(StepArray.at(memory.whole(), 16, 3).cursor()::x, BEFORE_FIRST + 4);
        }
    }

    @Test
    void free_ofAPart_namesTheStruct() {
        StepArray array = StepArray.allocate(allocator, 3);
        refused(
                () -> array.get(1).free(),
                "free of a part of a handle; free the struct, array or list that the handle belongs to: " + STEP
                        + " byteOffset=16 byteSize=16 handleLength=48");
    }

    private StructLog<Line, LineView> log(int structs) {
        StructLog<Line, LineView> log = StructLog.over(allocator.allocate(100), LineView.type());
        for (int i = 0; i < structs; i++) {
            log.append(new Line(1, new int[] {1, 2}));
        }
        return log;
    }

    private static Step step(int x) {
        return new Step(x, 0, Ref.none());
    }

    private static void outOfBounds(ThrowingCallable access, String message) {
        assertThatThrownBy(access).isInstanceOf(IndexOutOfBoundsException.class).hasMessage(message);
    }

    private static void refused(ThrowingCallable access, String message) {
        assertThatThrownBy(access).isInstanceOf(IllegalStateException.class).hasMessage(message);
    }

    private static void atEnd(Iterator<?> iterator, String message) {
        assertThatThrownBy(iterator::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage(message);
    }
}
