package dev.ashlar.tests.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructVariant;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tagged unions: sealed interfaces of structs. */
class UnionTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void layout_isThatOfTagAndUnionInC() {
        assertThat(ShapeView.BYTE_SIZE).isEqualTo(24);
        assertThat(ShapeView.BYTE_ALIGNMENT).isEqualTo(8);
        assertThat(ShapeView.OFFSET_VALUE).isEqualTo(8);
        assertThat(DrawingView.BYTE_SIZE).isEqualTo(80);
        assertThat(ShapeView.type().layoutTable()).isEqualTo("""
                        dev.ashlar.tests.union.Shape: 24 bytes, aligned to 8, 4 of them padding
                        offset  size  component  type                   stored as
                             0     4  tag        Tag                    I32
                             4     4  (padding)
                             8    16  value      Circle | Rect | Label  union""");
        assertThat(ShapeView.type().components().getLast().variants())
                .containsExactly(
                        new StructVariant("CIRCLE", 1, Shape_CircleView.type()),
                        new StructVariant("RECT", 2, Shape_RectView.type()),
                        new StructVariant("LABEL", 7, Shape_LabelView.type()));
        assertThat(ShapeView.layout())
                .hasToString(
                        "[i4(tag)x4[[d8(radius)](Circle)|[d8(width)f4(height)x4](Rect)|[[4:b1](text)](Label)](value)]"
                                + "(Shape)");
    }

    @Test
    void view_becomesAndIsOneVariant() {
        ShapeView shape = ShapeView.allocate(allocator);
        shape.beCircle().radius(2.5);
        assertThat(shape.tag()).isEqualTo(ShapeView.Tag.CIRCLE);
        assertThat(shape.asCircle().radius()).isEqualTo(2.5);
        assertThat(shape.memory().loadI32(0)).isEqualTo(1);
        assertThatThrownBy(shape::asRect)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "union holds another variant; ask for its tag first: struct=dev.ashlar.tests.union.Shape asked=Rect tag=1 tagOfRect=2");
        assertThat(shape.asCircle(shape.tagNumber()).radius()).isEqualTo(2.5);
        assertThatThrownBy(() -> shape.asRect(shape.tagNumber()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "union holds another variant; ask for its tag first: struct=dev.ashlar.tests.union.Shape asked=Rect tag=1 tagOfRect=2");
        shape.write(new Shape.Rect(3, 4));
        double area = switch (shape.read()) {
            case Shape.Circle circle -> Math.PI * circle.radius() * circle.radius();
            case Shape.Rect rect -> rect.width() * rect.height();
            case Shape.Label label -> 0;
        };
        assertThat(area).isEqualTo(12);
        assertThat(shape).hasToString("Rect[width=3.0, height=4.0]");
        assertThat(ShapeView.allocate(allocator, new Shape.Label("ab")).read()).isEqualTo(new Shape.Label("ab"));
        shape.free();
        assertThat(shape).hasToString("Shape[freed]");
    }

    @Test
    void tagNumber_isOneOfTheConstants_orWhatIsStored() {
        ShapeView shape = ShapeView.allocate(allocator);
        assertThat(List.of(ShapeView.TAG_CIRCLE, ShapeView.TAG_RECT, ShapeView.TAG_LABEL))
                .containsExactly(1, 2, 7);
        shape.beLabel();
        assertThat(shape.tagNumber()).isEqualTo(ShapeView.TAG_LABEL);
        shape.memory().storeI32(0, -3);
        assertThat(shape.tagNumber()).isEqualTo(-3);
        for (ThrowingCallable call : List.<ThrowingCallable>of(shape::tag, shape::read)) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "no variant has the tag that is stored; tagNumber() returns it: struct=dev.ashlar.tests.union.Shape tag=-3");
        }
    }

    @Test
    void write_whenVariantIsSmaller_leavesNothingOfTheLarger() {
        ShapeView shape = ShapeView.allocate(allocator, new Shape.Rect(3, 4));
        shape.memory().storeI32(4, -1);
        shape.write(new Shape.Label("x"));
        assertThat(shape.memory().loadBytes())
                .containsExactly(7, 0, 0, 0, 0, 0, 0, 0, 'x', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        shape.beRect().width(1);
        assertThat(shape.asRect().height()).isZero();
        shape.write(new Shape.Rect(3, 4));
        assertThat(shape.beCircle().radius()).isZero();
        assertThat(shape.memory().loadI64(16)).isZero();
    }

    /** The bytes of the padding, too, which a copy of the block would carry further. */
    @Test
    void writeAndBe_leaveNoOldByte() {
        for (int order = 0; order < 2; order++) {
            byte[] bytes = new byte[40];
            Arrays.fill(bytes, (byte) -1);
            Memory memory = Memory.of(MemorySegment.ofArray(bytes));
            ShapeView shape = ShapeView.at(memory, 8);
            if (order == 0) {
                shape.write(new Shape.Circle(0));
            } else {
                shape.beCircle();
            }
            assertThat(memory.loadBytes(8, 24))
                    .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            assertThat(memory.loadI64(0) & memory.loadI64(32)).isEqualTo(-1);

            Arrays.fill(bytes, (byte) -1);
            NarrowView narrow = NarrowView.at(memory, 8);
            if (order == 0) {
                narrow.write(new Narrow.One(0));
            } else {
                narrow.beOne();
            }
            assertThat(memory.loadBytes(8, 8)).containsExactly(3, 0, 0, 0, 0, 0, 0, 0);
            assertThat(memory.loadI64(0) & memory.loadI64(16)).isEqualTo(-1);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void write_whenRefused_changesNothing() {
        ShapeView shape = ShapeView.allocate(allocator, new Shape.Rect(3, 4));
        byte[] before = shape.memory().loadBytes();
        assertThatThrownBy(() -> shape.write(new Shape.Label("too long")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=text");
        assertThatThrownBy(() -> shape.write(null)).isInstanceOf(NullPointerException.class);
        assertThat(shape.memory().loadBytes()).isEqualTo(before);
        assertThatThrownBy(() -> ShapeView.allocate(allocator, new Shape.Label("too long")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(allocator.liveBlocks()).isEqualTo(1);
        DrawingView drawing = DrawingView.allocate(allocator);
        Shape[] two = {new Shape.Circle(1), new Shape.Label("too long")};
        assertThatThrownBy(() -> drawing.write(new Drawing((byte) 1, two[0], two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("component=others[1].text");
        assertThatThrownBy(() -> drawing.first((Shape) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=first");
        assertThat(drawing.memory().loadBytes()).containsOnly(0);
    }

    @Test
    void write_whenAnAccessorThrows_changesNothing() {
        Watched.reads = 0;
        PairView pair = PairView.allocate(allocator, new Pair(1, new Watched(2), new Signal[] {new Quiet(3)}));
        assertThat(Watched.reads).isEqualTo(1);
        byte[] before = pair.memory().loadBytes();
        Signal broken = new Watched(-1);
        assertThatThrownBy(() -> pair.write(new Pair(9, broken, new Signal[] {new Quiet(9)})))
                .hasMessage("x");
        assertThatThrownBy(() -> pair.write(new Pair(9, new Quiet(9), new Signal[] {broken})))
                .hasMessage("x");
        assertThatThrownBy(() -> pair.first(broken)).hasMessage("x");
        assertThatThrownBy(() -> pair.first().write(broken)).hasMessage("x");
        assertThatThrownBy(() -> pair.othersFrom(new Signal[] {broken})).hasMessage("x");
        assertThatThrownBy(() -> pair.write(new Pair(9, new Quiet(9), new Signal[] {null})))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("component=others[0]");
        assertThat(pair.memory().loadBytes()).isEqualTo(before);
        assertThatThrownBy(() -> SignalView.allocate(allocator, broken)).hasMessage("x");
        assertThat(allocator.liveBlocks()).isEqualTo(1);
        Watched.reads = 0;
        pair.first().write(new Watched(4));
        pair.first(new Watched(5));
        assertThat(Watched.reads).isEqualTo(2);
    }

    @Test
    void tag_whenNobodyHasItsNumber_isRefusedAndStillPrints() {
        ShapeView zero = ShapeView.allocate(allocator);
        ShapeView other = ShapeView.allocate(allocator);
        assertThatThrownBy(zero::tag)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "no variant has the tag that is stored; tagNumber() returns it: struct=dev.ashlar.tests.union.Shape tag=0");
        assertThatThrownBy(zero::read).isInstanceOf(IllegalStateException.class);
        assertThat(zero)
                .hasToString("Shape[tag=0]")
                .isEqualTo(zero)
                .isEqualTo(other)
                .hasSameHashCodeAs(other);
        other.memory().storeI8(20, 1);
        assertThat(zero).isNotEqualTo(other);
    }

    @Test
    void equality_ignoresUnusedBytes() {
        ShapeView one = ShapeView.allocate(allocator, new Shape.Circle(2));
        ShapeView two = ShapeView.allocate(allocator, new Shape.Circle(2));
        one.memory().storeI64(16, -1);
        one.memory().storeI32(4, -1);
        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(one).isNotEqualTo(ShapeView.allocate(allocator, new Shape.Circle(3)));
        assertThat(one).isNotEqualTo(ShapeView.allocate(allocator, new Shape.Rect(2, 0)));
        assertThat(ShapeView.allocate(allocator, new Shape.Circle(0)))
                .isNotEqualTo(ShapeView.allocate(allocator, new Shape.Rect(0, 0)));
    }

    @Test
    void union_whenInArraysAndStructs_worksAsAnyStruct() {
        List<Shape> all = List.of(new Shape.Circle(1), new Shape.Rect(2, 3), new Shape.Label("abcd"));
        ShapeArray shapes = ShapeArray.copyOf(allocator, all);
        assertThat(shapes.stream().map(ShapeView::read)).isEqualTo(all);
        shapes.set(0, shapes.get(2));
        assertThat(shapes.get(0).asLabel().text()).isEqualTo("abcd");
        Drawing drawing = new Drawing((byte) 1, all.get(1), new Shape[] {all.get(0), all.get(2)});
        DrawingView view = DrawingView.allocate(allocator, drawing);
        assertThat(view.read().first()).isEqualTo(all.get(1));
        assertThat(view.others(1).tag()).isEqualTo(ShapeView.Tag.LABEL);
        view.first(new Shape.Circle(9)).others(0).beLabel().text("x");
        assertThat(view)
                .hasToString("Drawing[id=1, first=Circle[radius=9.0], others=[Label[text=x], Label[text=abcd]]]");
    }

    @Test
    void union_whenPackedAndForeign_isLaidOutSo() {
        assertThat(EventView.OFFSET_VALUE).isEqualTo(2);
        assertThat(EventView.BYTE_SIZE).isEqualTo(18);
        EventView event = EventView.allocate(allocator);
        event.beMove().x(1).target(event.memory().offset());
        assertThat(event.memory().loadBytes()).startsWith(0, 0, 0, 0, 0, 1);
        event.beStop();
        assertThat(event.memory().loadBytes()).startsWith(1, 44, 0);
        assertThat(event.tag()).isEqualTo(EventView.Tag.STOP);
    }

    @Test
    void union_whenItRefersToItself_isATree() {
        ExprView sum = ExprView.allocate(allocator);
        ExprView two = ExprView.allocate(allocator, new Literal(2));
        ExprView three = ExprView.allocate(allocator, new Literal(3));
        sum.beSum().left(two).right(three);
        assertThat(Sum.value(sum)).isEqualTo(5);
    }

    @Test
    void variants_whenNamedLikeTheNamesOfTheView_compileAndWork() {
        for (Odd odd : List.of(new Checked(1), new Tag(2), new UnionTag(3), new number(4), new variant(5))) {
            assertThat(OddView.allocate(allocator, odd).read()).isEqualTo(odd);
            assertThat(HolderView.allocate(allocator, new Holder(odd)).read()).isEqualTo(new Holder(odd));
        }
    }
}
