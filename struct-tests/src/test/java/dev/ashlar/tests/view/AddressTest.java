package dev.ashlar.tests.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructList;
import dev.ashlar.tests.TestAllocator;
import dev.ashlar.tests.array.Point;
import dev.ashlar.tests.array.PointArray;
import dev.ashlar.tests.array.PointView;
import dev.ashlar.tests.columns.Tick;
import dev.ashlar.tests.columns.TickColumns;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The addresses of views, arrays, lists and columns. */
class AddressTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void address_whenTheMemoryHasNone_isRefused() {
        Memory foreign = Memory.of(MemorySegment.ofArray(new long[100]));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> PointView.at(foreign, 16).address(),
                () -> PointArray.at(foreign, 16, 2).address(),
                () -> TickColumns.at(foreign, 16, 2).address())) {
            assertThatIllegalStateException()
                    .isThrownBy(call)
                    .withMessage("memory is part of no LinearMemory, and so has no addresses: byteOffset=16");
        }
    }

    @Test
    void address_whenFreedOrClosed_isRefused() {
        PointView view = PointView.allocate(allocator);
        PointArray array = PointArray.allocate(allocator, 3);
        PointArray empty = PointArray.allocate(allocator, 0);
        TickColumns columns = TickColumns.allocate(allocator, 3);
        StructList<Point, PointView> list = StructList.create(allocator, PointView.type());
        List<ThrowingCallable> calls =
                List.of(view::address, array::address, empty::address, columns::address, list::address);
        list.free();
        columns.free();
        empty.free();
        array.free();
        view.free();
        for (ThrowingCallable call : calls) {
            assertThatIllegalStateException().isThrownBy(call).withMessageContaining("freed");
        }
        PointView closed = PointView.allocate(allocator);
        allocator.memory().close();
        assertThatIllegalStateException().isThrownBy(closed::address).withMessageContaining("closed");
    }

    @Test
    void address_ofAView_isWhereAReferenceLeads() {
        PointView view = PointView.allocate(allocator);
        assertThat(view.address())
                .isEqualTo(view.memory().offset())
                .isEqualTo(Ref.to(view).address());
        assertThat(PointView.at(allocator.memory().whole(), 72).address()).isEqualTo(72);
        assertThat(PointView.at(allocator.memory().whole(), 0).address()).isZero();
        assertThat(PointView.at(allocator.memory().span(64, 64), 8).address()).isEqualTo(72);
        PointView same = PointView.at(allocator.memory().whole(), view.address());
        view.x(7);
        assertThat(same.x()).isEqualTo(7);
    }

    @Test
    void address_ofACursor_moves() {
        PointArray array = PointArray.allocate(allocator, 3);
        PointView.Cursor cursor = array.cursor();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(cursor::address);
        for (int index = 0; index < 3; index++) {
            cursor.advance();
            assertThat(cursor.address()).isEqualTo(array.address() + index * PointView.BYTE_SIZE);
        }
    }

    @Test
    void address_ofArraysAndColumns_findsThemAgain() {
        PointArray.allocate(allocator, 1);
        PointArray array = PointArray.copyOf(allocator, List.of(new Point(1, 2), new Point(3, 4)));
        TickColumns columns = TickColumns.copyOf(allocator, List.of(new Tick(1, 2, 3), new Tick(4, 5, 6)));
        Memory whole = allocator.memory().whole();
        assertThat(array.address()).isEqualTo(array.get(0).address());
        assertThat(PointArray.at(whole, array.address(), 2).read(1)).isEqualTo(new Point(3, 4));
        assertThat(TickColumns.at(whole, columns.address(), 2).read(1)).isEqualTo(new Tick(4, 5, 6));
        assertThat(PointArray.allocate(allocator, 0).address()).isZero();
    }

    @Test
    void address_ofAList_isThatOfItsBlock() {
        try (LinearMemory memory = LinearMemory.create(1)) {
            StructList<Point, PointView> list = StructList.create(LinkedListAllocator.over(memory), PointView.type());
            list.add(new Point(1, 2));
            for (int count = 0; count < 1_000; count++) {
                list.add(new Point(count, 0));
                assertThat(list.address()).isEqualTo(list.get(0).address());
            }
            assertThat(PointView.at(memory.whole(), list.address()).read()).isEqualTo(new Point(1, 2));
        }
    }

    /** A component keeps its values and gets another name. */
    @Test
    void component_whenCalledAddress_getsAnUnderscore() {
        PlaceView place = PlaceView.allocate(allocator, new Place(5, 6, 7));
        place.address_(50).slice(60);
        assertThat(place.read()).isEqualTo(new Place(50, 60, 7));
        assertThat(place.address()).isEqualTo(place.memory().offset());
        PlaceColumns places = PlaceColumns.allocate(allocator, 2);
        places.address_(1, 5).slice_(1, 6);
        places.get(0).address_(8);
        assertThat(places.read(1)).isEqualTo(new Place(5, 6, 0));
        assertThat(places.slice(0, 1).read(0)).isEqualTo(new Place(8, 0, 0));
        assertThat(places.address()).isEqualTo(places.memory().offset());
    }
}
