package dev.ashlar.tests.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.struct.Ref;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Components of every kind in columns, and nested structs taken apart. */
class ColumnsComponentsTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void nestedStructs_areTakenApart() {
        Line line = new Line(
                (byte) 1,
                new Point(2, (short) 3),
                new Ends(new Point(4, (short) 5), new Point(6, (short) 7), true),
                Color.GREEN);
        LineColumns lines = LineColumns.allocate(allocator, 2);
        lines.set(1, line);
        assertThat(lines.read(1)).isEqualTo(line);
        assertThat(lines.endsTailX(1)).isEqualTo(6);
        assertThat(lines.get(1).endsTailY((short) 70).endsTailY()).isEqualTo((short) 70);
        assertThat(lines.startXColumn().get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 4))
                .isEqualTo(2);
        assertThat(lines.color(1)).isSameAs(Color.GREEN);
        assertThat(lines.colorColumn().get(ValueLayout.JAVA_INT_UNALIGNED, 4)).isEqualTo(-7);
        assertThatThrownBy(() -> lines.read(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("number=0");
        assertThat(lines.get(1))
                .hasToString("Line[first=1, startX=2, startY=3, endsHeadX=4, endsHeadY=5, endsTailX=6, endsTailY=70,"
                        + " endsOpen=true, color=GREEN]");
        byte[] before = lines.memory().loadBytes();
        Line broken =
                new Line((byte) 9, new Point(9, (short) 9), new Ends(new Point(9, (short) 9), null, false), Color.RED);
        assertThatThrownBy(() -> lines.set(1, broken))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=ends.tail");
        assertThatThrownBy(() -> lines.set(1, (Line) null)).isInstanceOf(NullPointerException.class);
        assertThat(lines.memory().loadBytes()).isEqualTo(before);
    }

    @Test
    void components_ofEveryKind_areReadBack() {
        EveryKind first = everyKind();
        EveryKindColumns all = columnsOf(first);
        EveryKind copy = all.read(2);
        assertThat(copy.xs()).containsExactly(1, 2, 3);
        assertThat(copy.colors()).containsExactly(Color.RED, Color.GREEN);
        assertThat(copy.points()).containsExactly(first.points());
        assertThat(new EveryKind(
                        copy.open(),
                        copy.letter(),
                        copy.level(),
                        copy.wide(),
                        copy.share(),
                        copy.name(),
                        first.xs(),
                        first.colors(),
                        first.points(),
                        copy.data(),
                        copy.next(),
                        copy.hits()))
                .isEqualTo(first);
    }

    @Test
    @SuppressWarnings("NullAway") // the references are known to lead somewhere
    void accessors_ofEveryKind_reachTheirComponents() {
        EveryKindColumns all = columnsOf(everyKind());
        assertThat(all.open(2)).isTrue();
        assertThat(all.level(2)).isEqualTo(200);
        assertThat(all.name(2, "Grüß").name(2)).isEqualTo("Grüß");
        assertThat(all.nameColumn().byteSize()).isEqualTo(18);
        assertThat(all.xs(2, 1)).isEqualTo(2);
        assertThat(all.xs(2L, 1L, 20).xs(2, 1)).isEqualTo(20);
        assertThat(all.get(2).xsTo(new int[3])).containsExactly(1, 20, 3);
        assertThat(all.get(2).xsFrom(new int[] {7, 8, 9}).xs(0)).isEqualTo(7);
        assertThatThrownBy(() -> all.xs(2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> all.xs(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(all.colors(2, 1)).isSameAs(Color.GREEN);
        assertThat(all.points(2).read(1)).isEqualTo(new Point(3, (short) 4));
        assertThat(all.points(2, 1).x(30).x()).isEqualTo(30);
        assertThat(all.points(2).get(1).x()).isEqualTo(30);
        assertThat(all.data(2).address()).isEqualTo(77);
        assertThat(all.hits(2)).isEqualTo(5);
        assertThat(all.get(2).hitsGetAndAdd(2)).isEqualTo(5);
        assertThat(all.hits(2)).isEqualTo(7);
        PointView point = PointView.allocate(allocator, new Point(8, (short) 9));
        assertThat(all.next(2, point).next(2).read()).isEqualTo(new Point(8, (short) 9));
        assertThat(all.get(2).nextRef()).isEqualTo(Ref.to(point));
        assertThat(all.next(2, null).next(2)).isNull();
        EveryKind other = all.read(2);
        all.set(0, other);
        assertThat(all.get(0))
                .isEqualTo(all.get(2))
                .hasSameHashCodeAs(all.get(2))
                .isNotEqualTo(all.get(1));
    }

    @Test
    void components_whenOneIsRefused_changeNothing() {
        EveryKindColumns all = columnsOf(everyKind());
        EveryKind other = all.read(2);
        byte[] before = all.memory().loadBytes();
        assertThatThrownBy(() -> all.level(2, 256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=level");
        assertThatThrownBy(() -> all.set(
                        2,
                        new EveryKind(
                                false,
                                'y',
                                1,
                                1L << 32,
                                1,
                                "",
                                new int[3],
                                other.colors(),
                                other.points(),
                                other.data(),
                                other.next(),
                                0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=wide");
        assertThatThrownBy(() -> all.set(
                        2,
                        new EveryKind(
                                false,
                                'y',
                                1,
                                1,
                                1,
                                "",
                                new int[2],
                                other.colors(),
                                other.points(),
                                other.data(),
                                other.next(),
                                0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=xs");
        assertThatThrownBy(() -> all.fillName("toolong")).isInstanceOf(IllegalArgumentException.class);
        assertThat(all.memory().loadBytes()).isEqualTo(before);
    }

    private EveryKindColumns columnsOf(EveryKind last) {
        EveryKindColumns all = EveryKindColumns.allocate(allocator, 3);
        all.set(2, last);
        return all;
    }

    private static EveryKind everyKind() {
        return new EveryKind(
                true,
                'x',
                200,
                1L << 31,
                0.5f,
                "abc",
                new int[] {1, 2, 3},
                new Color[] {Color.RED, Color.GREEN},
                new Point[] {new Point(1, (short) 2), new Point(3, (short) 4)},
                MemorySegment.ofAddress(77),
                new Ref<>(16),
                5);
    }

    @Test
    void bitsUnionsAndFlags_inStructsOfAnArray_areAllowed() {
        FlagsHolderColumns holders = FlagsHolderColumns.allocate(allocator, 2);
        FlagsHolder holder = new FlagsHolder(1, new Flags[] {new Flags(1, 2), new Flags(3, 1)});
        holders.set(1, holder);
        assertThat(holders.read(1).flags()).containsExactly(holder.flags());
    }
}
