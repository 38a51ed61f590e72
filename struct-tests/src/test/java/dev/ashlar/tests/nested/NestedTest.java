package dev.ashlar.tests.nested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.tests.TestAllocator;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Structs inside structs. */
class NestedTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void layout_whenNested_keepsInnerPadding() {
        assertThat(PointView.BYTE_SIZE).isEqualTo(12);
        assertThat(LineView.BYTE_SIZE).isEqualTo(32);
        assertThat(LineView.OFFSET_START).isEqualTo(4);
        assertThat(LineView.OFFSET_END).isEqualTo(16);
        assertThat(LineView.OFFSET_LAST).isEqualTo(28);
        assertThat(PlanView.BYTE_SIZE).isEqualTo(96);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void accessor_whenNested_isAViewInPlace() {
        LineView line = LineView.allocate(allocator);
        assertThat(line.start().x((short) 3).y(4)).isEqualTo(line.start());
        assertThat(line.memory().loadI16(4)).isEqualTo(3);
        line.end(new Point((short) 5, 6, "e")).start(line.end());
        assertThat(line.read().start()).isEqualTo(new Point((short) 5, 6, "e"));
        assertThatThrownBy(() -> line.start().free()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> line.start((Point) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=start");
    }

    @Test
    void readWrite_whenDeeplyNested_recurses() {
        Point a = new Point((short) 1, 2, "a");
        Point b = new Point((short) -1, -2, "b");
        Line[] others = {new Line((byte) 2, b, a, false), new Line((byte) 3, a, a, true)};
        Plan plan = new Plan(new Line((byte) 1, a, b, true), others);
        PlanView view = PlanView.allocate(allocator, plan);
        assertThat(view.read().first()).isEqualTo(plan.first());
        assertThat(view.read().others()).isEqualTo(others);
        assertThat(view.others(1).end().name()).isEqualTo("a");
        assertThat(view).hasToString("Plan[first=" + plan.first() + ", others=" + Arrays.toString(others) + "]");
        PlanView same = PlanView.allocate(allocator, plan);
        assertThat(view).isEqualTo(same).hasSameHashCodeAs(same);
        same.others(1).end().y(9);
        assertThat(view).isNotEqualTo(same);
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void write_whenRefusedDeepInside_changesNothingAndNamesThePath() {
        Point good = new Point((short) 1, 2, "a");
        Point bad = new Point((short) 7, 7, "long");
        Point none = null;
        Line line = new Line((byte) 1, good, good, true);
        PlanView view = PlanView.allocate(allocator, new Plan(line, new Line[] {line, line}));
        byte[] before = view.memory().loadBytes();
        assertThatThrownBy(() -> view.write(new Plan(new Line((byte) 9, good, bad, false), new Line[] {line, line})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=first.end.name ");
        Line nullInside = new Line((byte) 9, none, good, false);
        assertThatThrownBy(() ->
                        view.write(new Plan(new Line((byte) 9, good, good, false), new Line[] {line, nullInside})))
                .isInstanceOf(NullPointerException.class)
                .hasMessage(
                        "a component cannot be null: struct=dev.ashlar.tests.nested.Plan component=others[1].start");
        assertThatThrownBy(() -> view.write(new Plan(line, new Line[] {line, null})))
                .isInstanceOf(NullPointerException.class)
                .hasMessageEndingWith("component=others[1]");
        assertThatThrownBy(() -> view.write(new Plan(line, new Line[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=others arrayLength=3 length=2");
        assertThatThrownBy(() -> view.write(new Plan(line, null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageEndingWith("component=others");
        assertThatThrownBy(() -> view.write(new Plan(nullInside, new Line[] {line, line})))
                .isInstanceOf(NullPointerException.class)
                .hasMessageEndingWith("component=first.start");
        assertThat(view.memory().loadBytes()).isEqualTo(before);
    }

    @Test
    void write_whenAnAccessorThrows_changesNothing() {
        DrawingView view =
                DrawingView.allocate(allocator, new Drawing(1, new Plain(2, 3), new Plain[] {new Plain(4, 5)}));
        byte[] before = view.memory().loadBytes();
        assertThatThrownBy(() -> view.write(new Drawing(9, new Plain(9, -1), new Plain[] {new Plain(9, 9)})))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("y");
        assertThat(view.memory().loadBytes()).isEqualTo(before);
        assertThatThrownBy(() -> view.write(new Drawing(9, new Plain(9, 9), new Plain[] {new Plain(9, -1)})))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("y");
        assertThat(view.memory().loadBytes()).isEqualTo(before);
        assertThatThrownBy(() -> view.first(new Plain(9, -1))).hasMessage("y");
        assertThatThrownBy(() -> view.restFrom(new Plain[] {new Plain(9, -1)})).hasMessage("y");
        assertThat(view.memory().loadBytes()).isEqualTo(before);
    }

    @Test
    void write_whenDeeplyNested_readsEachComponentOnce() {
        OuterView view = OuterView.allocate(allocator);
        Innermost.reads = 0;
        view.write(new Outer(new Middle(new Inner(new Innermost(7)), new Inner[] {new Inner(new Innermost(8))})));
        assertThat(Innermost.reads).isEqualTo(2);
        assertThat(view.inner().inner().inner().x()).isEqualTo(7);
        assertThat(view.inner().more(0).inner().x()).isEqualTo(8);
    }
}
