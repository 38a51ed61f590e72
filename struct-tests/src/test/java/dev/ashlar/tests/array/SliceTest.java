package dev.ashlar.tests.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructArray;
import dev.ashlar.tests.TestAllocator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Parts of arrays. */
class SliceTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    private final PointArray points = PointArray.copyOf(
            allocator, List.of(new Point(0, 0), new Point(1, 10), new Point(2, 20), new Point(3, 30)));

    @Test
    void slice_whenOutOfRange_isRefused() {
        long[][] wrong = {{-1, 2}, {0, 5}, {3, 2}, {5, 5}, {Long.MIN_VALUE, 0}, {0, Long.MAX_VALUE}, {Long.MAX_VALUE, 0}
        };
        for (long[] range : wrong) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> points.slice(range[0], range[1]))
                    .withMessage("no such slice: struct=dev.ashlar.tests.array.Point from=" + range[0] + " to="
                            + range[1] + " size=4");
        }
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> points.slice(1, 3).slice(0, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> points.slice(1, 3).get(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> points.slice(1, 3).get(-1));
    }

    @Test
    void slice_cannotBeFreed_evenIfItHasAllElements() {
        for (PointArray slice :
                List.of(points.slice(0, 4), points.slice(1, 3), points.slice(0, 0), points.slice(4, 4))) {
            assertThatIllegalStateException()
                    .isThrownBy(slice::free)
                    .withMessage(
                            "free of a slice; free what it is a slice of: struct=dev.ashlar.tests.array.Point memory="
                                    + points.memory());
            slice.close();
        }
        assertThat(allocator.liveBlocks()).isOne();
        assertThat(points.read(3)).isEqualTo(new Point(3, 30));
        PointArray empty = PointArray.allocate(allocator, 0);
        PointArray ofEmpty = empty.slice(0, 0);
        assertThatIllegalStateException().isThrownBy(ofEmpty::free);
        assertThat(empty.memory().isAlive()).isTrue();
    }

    @Test
    void slice_whenTheWholeIsFreedOrClosed_isDead() {
        PointArray slice = points.slice(1, 3);
        points.free();
        assertThatIllegalStateException().isThrownBy(() -> slice.read(0)).withMessageContaining("freed");
        assertThatIllegalStateException().isThrownBy(() -> slice.set(0, new Point(1, 1)));
        assertThatIllegalStateException().isThrownBy(slice::address);
        assertThatIllegalStateException().isThrownBy(slice::free);
        slice.close();
        assertThat(slice.size()).isEqualTo(2);
        PointArray other = PointArray.allocate(allocator, 2);
        PointArray part = other.slice(0, 1);
        allocator.memory().close();
        assertThatIllegalStateException().isThrownBy(() -> part.read(0)).withMessageContaining("closed");
    }

    @Test
    void slice_isTheSameMemory() {
        PointArray slice = points.slice(1, 3);
        assertThat(slice.size()).isEqualTo(2);
        assertThat(slice.memory()).isSameAs(points.memory());
        assertThat(slice.address()).isEqualTo(points.get(1).address());
        slice.get(0).x(100);
        slice.set(1, new Point(200, 201));
        assertThat(points.read(1)).isEqualTo(new Point(100, 10));
        assertThat(points.read(2)).isEqualTo(new Point(200, 201));
        assertThat(slice.stream().map(PointView::read)).containsExactly(new Point(100, 10), new Point(200, 201));
        PointView.Cursor cursor = slice.cursor();
        assertThat(cursor.moveTo(1).x()).isEqualTo(200);
        assertThat(cursor.advance()).isFalse();
        assertThat(slice.slice(1, 2).read(0)).isEqualTo(new Point(200, 201));
        assertThat(points.slice(4, 4)).isEmpty();
        StructArray<Point, PointView> anyStruct = PointView.type().arrayAt(points.memory(), 0, 4);
        assertThat(anyStruct.slice(3, 4).read(0)).isEqualTo(new Point(3, 30));
    }

    @Test
    void slice_ofReadOnlyMemory_isReadOnly() {
        PointArray slice = PointArray.at(Memory.of(points.memory().segment().asReadOnly()), 0, 4)
                .slice(2, 4);
        assertThat(slice.read(0)).isEqualTo(new Point(2, 20));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> slice.get(0).x(1));
        assertThat(points.read(2)).isEqualTo(new Point(2, 20));
    }
}
