package dev.ashlar.tests.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.tests.TestAllocator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cursors over arrays and lists: where they are, and what they show there. */
class CursorTest {
    private final TestAllocator allocator = new TestAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void advance_visitsEveryElementInOrder() {
        SpotView.Cursor spot = spots(3).cursor();
        int visited = 0;
        while (spot.advance()) {
            assertThat(spot.index()).isEqualTo(visited);
            assertThat(spot.x()).isEqualTo(visited);
            spot.y(10 * visited);
            assertThat(spot.y()).isEqualTo(10 * visited);
            visited++;
        }
        assertThat(visited).isEqualTo(3);
    }

    @Test
    void accessors_beforeTheFirst_throw() {
        SpotView.Cursor spot = spots(3).cursor();
        assertThat(spot.index()).isEqualTo(-1);
        assertThatThrownBy(spot::x).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> spot.y(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(spot::read).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> spot.write(new Spot(1, 1))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(spot).hasToString("Spot[unreadable: IndexOutOfBoundsException]");
    }

    @Test
    void accessors_beforeTheFirstOfAnArrayInTheMiddleOfItsHandle_throw() {
        SpotArray spots = SpotArray.at(allocator.allocate(80, 8), 40, 5);
        assertThatThrownBy(() -> spots.cursor().x()).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void advance_afterTheLast_staysThere() {
        SpotView.Cursor spot = spots(2).cursor().moveTo(1);
        assertThat(spot.advance()).isFalse();
        assertThat(spot.advance()).isFalse();
        assertThat(spot.index()).isEqualTo(1);
        assertThat(spot.x()).isEqualTo(1);
    }

    @Test
    void advance_overAnEmptyArray_isFalse() {
        SpotView.Cursor spot = SpotArray.allocate(allocator, 0).cursor();
        assertThat(spot.advance()).isFalse();
        assertThat(spot.index()).isEqualTo(-1);
        assertThatThrownBy(spot::x).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> spot.moveTo(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void moveTo_goesBothWays_andAdvanceGoesOnFromThere() {
        SpotView.Cursor spot = spots(5).cursor();
        assertThat(spot.moveTo(4).x()).isEqualTo(4);
        assertThat(spot.moveTo(0).x()).isZero();
        assertThat(spot.moveTo(2)).isSameAs(spot);
        assertThat(spot.advance()).isTrue();
        assertThat(spot.index()).isEqualTo(3);
        assertThat(spot.x()).isEqualTo(3);
    }

    @Test
    void moveTo_whenOutOfRange_leavesTheCursor() {
        SpotView.Cursor spot = spots(3).cursor().moveTo(1);
        for (long index : List.of(-1L, 3L, Long.MAX_VALUE, Long.MIN_VALUE)) {
            assertThatThrownBy(() -> spot.moveTo(index))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("no such element: struct=dev.ashlar.tests.cursor.Spot index=" + index + " size=3");
            assertThat(spot.index()).isEqualTo(1);
            assertThat(spot.x()).isEqualTo(1);
        }
    }

    @Test
    void view_staysWhereItWasTaken() {
        SpotView.Cursor spot = spots(3).cursor().moveTo(1);
        SpotView view = spot.view();
        spot.moveTo(2);
        assertThat(view.x()).isEqualTo(1);
        assertThat(view).isNotInstanceOf(SpotView.Cursor.class);
        view.y(7);
        assertThat(spot.moveTo(1).y()).isEqualTo(7);
    }

    @Test
    void equals_hashCode_andToString_areThoseOfThePresentStruct() {
        SpotArray spots = spots(3);
        SpotView.Cursor spot = spots.cursor();
        while (spot.advance()) {
            SpotView view = spots.get(spot.index());
            assertThat(spot.equals(view)).isTrue();
            assertThat(view.equals(spot)).isTrue();
            assertThat(spot.equals(spots.get((spot.index() + 1) % 3))).isFalse();
            assertThat(spot.hashCode()).isEqualTo(view.hashCode());
            assertThat(spot.toString()).isEqualTo("Spot[x=" + spot.index() + ", y=0]");
            assertThat(spot.read()).isEqualTo(view.read());
            assertThat(spot.byteOffset()).isEqualTo(view.byteOffset());
        }
    }

    @Test
    void of_aView_isAtItsStruct() {
        SpotView.Cursor spot = SpotView.Cursor.of(spots(3).get(2));
        assertThat(spot.x()).isEqualTo(2);
        assertThat(spot.index()).isZero();
        assertThat(spot.advance()).isFalse();
        assertThat(spot.x()).isEqualTo(2);
        assertThat(SpotView.Cursor.of(spot).x()).isEqualTo(2);
    }

    @Test
    void accessors_afterTheArrayIsFreed_throw() {
        SpotArray spots = spots(3);
        SpotView.Cursor spot = spots.cursor().moveTo(1);
        SpotView.Cursor other = spots.cursor();
        spots.free();
        assertThatIllegalStateException().isThrownBy(spot::x).withMessageContaining("freed");
        assertThatIllegalStateException().isThrownBy(() -> spot.x(1)).withMessageContaining("freed");
        assertThatIllegalStateException().isThrownBy(spot::read).withMessageContaining("freed");
        assertThat(spot).hasToString("Spot[freed]");
        assertThat(other.advance()).isTrue();
        assertThatIllegalStateException().isThrownBy(other::x).withMessageContaining("freed");
    }

    @Test
    void cursor_ofAList_visitsItsElements_andIsDeadWhenItGrows() {
        SpotList spots = SpotList.create(allocator, 2);
        assertThat(spots.cursor().advance()).isFalse();
        spots.add(new Spot(1, 2));
        spots.add(new Spot(3, 4));
        SpotView.Cursor spot = spots.cursor();
        assertThat(spot.advance()).isTrue();
        assertThat(spot.advance()).isTrue();
        assertThat(spot.read()).isEqualTo(new Spot(3, 4));
        assertThat(spot.advance()).isFalse();
        spots.add(new Spot(5, 6));
        assertThatIllegalStateException().isThrownBy(spot::x);
    }

    private SpotArray spots(int count) {
        SpotArray spots = SpotArray.allocate(allocator, count);
        for (int i = 0; i < count; i++) {
            spots.get(i).x(i);
        }
        return spots;
    }
}
