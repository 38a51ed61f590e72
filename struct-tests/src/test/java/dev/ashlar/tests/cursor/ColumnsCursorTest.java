package dev.ashlar.tests.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cursors over columns: where they are, and what they show there. */
class ColumnsCursorTest {
    private final TestAllocator allocator = new TestAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void advance_visitsEveryRowInOrder() {
        SpotColumns spots = spots(3);
        SpotColumns.Cursor spot = spots.cursor();
        int visited = 0;
        while (spot.advance()) {
            assertThat(spot.index()).isEqualTo(visited);
            assertThat(spot.x()).isEqualTo(visited);
            spot.y(10 * visited);
            assertThat(spots.y(visited)).isEqualTo(10 * visited);
            visited++;
        }
        assertThat(visited).isEqualTo(3);
    }

    @Test
    void accessors_beforeTheFirst_throwAndStoreNothing() {
        SpotColumns spots = spots(100);
        byte[] before = spots.memory().loadBytes();
        SpotColumns.Cursor spot = spots.cursor();
        SpotColumns.Row row = spots.get(0);
        assertThat(spot.index()).isEqualTo(-1);
        assertThatThrownBy(spot::x).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(spot::y).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> spot.y(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(spot::read).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> spot.write(new Spot(1, 1))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(spot::hashCode).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> row.equals(spot)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(spot::row)
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage(
                        "cursor is before its first row; call advance() first, or moveTo(index): struct=dev.ashlar.tests.cursor.Spot size=100");
        assertThat(spot).hasToString("Spot[unreadable: IndexOutOfBoundsException]");
        assertThat(spots.memory().loadBytes()).isEqualTo(before);
    }

    /** Where the bytes before the first row belong to others. */
    @Test
    void accessors_beforeTheFirstOfColumnsInTheMiddleOfTheirHandle_throwAndStoreNothing() {
        Memory memory = allocator.allocate(64 + SpotColumns.byteSize(5), 64);
        SpotColumns.Cursor spot = SpotColumns.at(memory, 64, 5).cursor();
        assertThatThrownBy(spot::x).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> spot.x(7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> spot.write(new Spot(7, 7))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(memory.loadBytes()).containsOnly(0);
    }

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void accessors_ofEveryKindOfComponent_areThoseOfTheRow_andThrowBeforeTheFirst() {
        KindsColumns all = KindsColumns.allocate(allocator, 3);
        SpotView target = SpotView.allocate(allocator, new Spot(8, 9));
        for (int i = 0; i < 3; i++) {
            Spot[] spots = {new Spot(i, 1), new Spot(i, 2)};
            Kinds.Colour colour = i == 1 ? Kinds.Colour.GREEN : Kinds.Colour.RED;
            int[] xs = {i, i + 1};
            all.set(i, new Kinds((byte) i, colour, "n" + i, xs, spots, new Spot(i, 3), Ref.to(target), 10 * i));
        }
        byte[] before = all.memory().loadBytes();
        KindsColumns.Cursor kinds = all.cursor();
        List<Consumer<KindsColumns.Row>> uses = List.of(
                row -> row.small(),
                row -> row.colour(),
                row -> row.colour(Kinds.Colour.GREEN),
                row -> row.name(),
                row -> row.name("x"),
                row -> row.xs(1),
                row -> row.xs(1, 9),
                row -> row.xsTo(new int[2]),
                row -> row.xsFrom(new int[2]),
                row -> row.spots(1).x(),
                row -> row.spots(1).x(9),
                row -> row.spotY(9),
                row -> row.next(),
                row -> row.nextAddress(),
                row -> row.nextAddress(8),
                row -> row.countGetAndAdd(1),
                row -> row.read());
        for (Consumer<KindsColumns.Row> use : uses) {
            assertThatThrownBy(() -> use.accept(kinds)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatIllegalStateException().isThrownBy(() -> kinds.next(target));
        assertThatIllegalStateException().isThrownBy(() -> kinds.write(all.read(0)));
        assertThat(all.memory().loadBytes()).isEqualTo(before);
        while (kinds.advance()) {
            KindsColumns.Row row = all.get(kinds.index());
            assertThat(kinds).isEqualTo(row).hasSameHashCodeAs(row).hasToString(row.toString());
            assertThat(kinds.read().spots()).isEqualTo(row.read().spots());
            assertThat(kinds.spots(1).y(7)).isEqualTo(row.spots(1));
            assertThat(kinds.next().x()).isEqualTo(8);
            assertThat(kinds.countGetAndAdd(1)).isEqualTo(row.count() - 1);
        }
    }

    @Test
    void advance_afterTheLast_staysThere() {
        SpotColumns.Cursor spot = spots(2).cursor().moveTo(1);
        assertThat(spot.advance()).isFalse();
        assertThat(spot.advance()).isFalse();
        assertThat(spot.index()).isEqualTo(1);
        assertThat(spot.x()).isEqualTo(1);
    }

    @Test
    void advance_overNoRows_isFalse() {
        SpotColumns none = SpotColumns.allocate(allocator, 0);
        SpotColumns ofNothing = SpotColumns.at(Memory.of(MemorySegment.ofArray(new byte[0])), 0, 0);
        for (SpotColumns.Cursor spot : List.of(none.cursor(), ofNothing.cursor())) {
            assertThat(spot.advance()).isFalse();
            assertThat(spot.index()).isEqualTo(-1);
            assertThatThrownBy(spot::x).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> spot.moveTo(0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void moveTo_goesBothWays_andAdvanceGoesOnFromThere() {
        SpotColumns.Cursor spot = spots(5).cursor();
        assertThat(spot.moveTo(4).x()).isEqualTo(4);
        assertThat(spot.moveTo(0).x()).isZero();
        assertThat(spot.moveTo(2)).isSameAs(spot);
        assertThat(spot.advance()).isTrue();
        assertThat(spot.index()).isEqualTo(3);
        assertThat(spot.x()).isEqualTo(3);
    }

    @Test
    void moveTo_whenOutOfRange_leavesTheCursor() {
        SpotColumns.Cursor spot = spots(3).cursor();
        assertThatThrownBy(() -> spot.moveTo(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(spot::x).isInstanceOf(IndexOutOfBoundsException.class);
        spot.moveTo(1);
        for (long index : List.of(-1L, 3L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 61)) {
            assertThatThrownBy(() -> spot.moveTo(index))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("no such element: struct=dev.ashlar.tests.cursor.Spot index=" + index + " size=3");
            assertThat(spot.index()).isEqualTo(1);
            assertThat(spot.x()).isEqualTo(1);
        }
    }

    @Test
    void row_staysWhereItWasTaken() {
        SpotColumns.Cursor spot = spots(3).cursor().moveTo(1);
        SpotColumns.Row row = spot.row();
        spot.moveTo(2);
        assertThat(row.index()).isEqualTo(1);
        assertThat(row.x()).isEqualTo(1);
        assertThat(row).isNotInstanceOf(SpotColumns.Cursor.class);
        row.y(7);
        assertThat(spot.moveTo(1).y()).isEqualTo(7);
    }

    @Test
    void equals_hashCode_toString_andRead_areThoseOfThePresentRow() {
        SpotColumns spots = spots(3);
        SpotColumns.Cursor spot = spots.cursor();
        SpotList list = SpotList.create(allocator);
        while (spot.advance()) {
            SpotColumns.Row row = spots.get(spot.index());
            assertThat(spot.equals(row)).isTrue();
            assertThat(row.equals(spot)).isTrue();
            assertThat(spot.equals(spots.get((spot.index() + 1) % 3))).isFalse();
            assertThat(spot.hashCode()).isEqualTo(row.hashCode());
            assertThat(spot.toString()).isEqualTo("Spot[x=" + spot.index() + ", y=0]");
            assertThat(spot.read()).isEqualTo(row.read());
            list.add(spot.read());
        }
        assertThat(list.read(1)).isEqualTo(new Spot(1, 0));
        spot.moveTo(0).write(new Spot(5, 6));
        assertThat(spots.read(0)).isEqualTo(new Spot(5, 6));
        assertThat(list.read(0)).isEqualTo(new Spot(0, 0));
    }

    @Test
    void accessors_afterTheColumnsAreFreed_throw() {
        SpotColumns spots = spots(3);
        SpotColumns.Cursor spot = spots.cursor().moveTo(1);
        SpotColumns.Cursor other = spots.cursor();
        spots.free();
        assertThatIllegalStateException().isThrownBy(spot::x).withMessageContaining("freed");
        assertThatIllegalStateException().isThrownBy(() -> spot.x(1)).withMessageContaining("freed");
        assertThatIllegalStateException().isThrownBy(spot::read).withMessageContaining("freed");
        assertThat(spot).hasToString("Spot[freed]");
        assertThat(other.advance()).isTrue();
        assertThatIllegalStateException().isThrownBy(other::x).withMessageContaining("freed");
        SpotColumns.Cursor last = spots(1).cursor();
        last.advance();
        allocator.close();
        assertThatIllegalStateException().isThrownBy(last::x).withMessageContaining("closed");
    }

    @Test
    void setters_inMemoryThatIsReadOnly_throw() {
        SpotColumns spots =
                SpotColumns.at(Memory.of(MemorySegment.ofArray(new byte[256]).asReadOnly()), 0, 3);
        SpotColumns.Cursor spot = spots.cursor();
        assertThat(spot.advance()).isTrue();
        assertThat(spot.x()).isZero();
        assertThatThrownBy(() -> spot.x(1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void methods_whenComponentsHaveTheirNames_haveAnUnderscore() {
        NamedInColumnsColumns all = NamedInColumnsColumns.allocate(allocator, 3);
        for (int i = 0; i < 3; i++) {
            int[] move = {70 + i, 80 + i};
            Cursor spot = new Cursor(90 + i, 100 + i);
            all.set(i, new NamedInColumns(10 + i, 20 + i, 30 + i, 40 + i, 50 + i, 60 + i, 65 + i, move, spot));
        }
        NamedInColumnsColumns.Cursor_ named = all.cursor();
        assertThat(named.index()).isEqualTo(-1);
        assertThat(named.advance_()).isTrue();
        assertThat(named.index()).isZero();
        assertThat(named.moveTo_(1)).isSameAs(named);
        assertThat(named.row_()).isEqualTo(all.get(1)).isNotEqualTo(all.get(2));
        assertThat(named.index_()).isEqualTo(11);
        assertThat(named.row()).isEqualTo(21);
        assertThat(named.advance()).isEqualTo(31);
        assertThat(named.moveTo(2L).moveTo()).isEqualTo(2);
        assertThat(named.index()).isEqualTo(1);
        assertThat(named.cursor()).isEqualTo(51).isEqualTo(all.cursor(1));
        assertThat(named.columns()).isEqualTo(61);
        assertThat(named.size()).isEqualTo(66);
        assertThat(named.moveTo(new int[2])).containsExactly(71, 81);
        assertThat(named.spotColumn()).isEqualTo(101);
    }

    @Test
    void methods_whenComponentsAreProperties_keepTheirNamesOrHaveAnUnderscore() {
        PropertyColumns all = PropertyColumns.allocate(allocator, 2);
        PropertyColumns.Cursor property = all.cursor();
        assertThat(property.advance()).isTrue();
        property.setRow(1).setMoveTo(2).setOpen(true);
        assertThat(property.read()).isEqualTo(new Property(1, 2, true));
        assertThat(property.moveTo_(1).getMoveTo()).isZero();
        assertThat(property.row_().getRow()).isZero();
    }

    private SpotColumns spots(int count) {
        SpotColumns spots = SpotColumns.allocate(allocator, count);
        for (int i = 0; i < count; i++) {
            spots.x(i, i);
        }
        return spots;
    }
}
