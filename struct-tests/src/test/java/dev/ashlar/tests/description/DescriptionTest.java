package dev.ashlar.tests.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.struct.ComponentKind;
import dev.ashlar.struct.StorageType;
import dev.ashlar.struct.StructArray;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.struct.StructConstant;
import dev.ashlar.struct.StructList;
import dev.ashlar.struct.StructOrder;
import dev.ashlar.struct.StructType;
import dev.ashlar.struct.StructVariant;
import dev.ashlar.tests.TestAllocator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The description that a {@code StructType} gives of its struct, and code that uses nothing else. */
class DescriptionTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void kind_saysWhatEachScalarIs() {
        StructType<Scalars, ScalarsView> type = ScalarsView.type();
        assertThat(type.components())
                .extracting(component -> component.kind().getClass().getSimpleName())
                .containsExactly(
                        "Truth",
                        "Letter",
                        "Numeric",
                        "Constant",
                        "Constant",
                        "Constant",
                        "Text",
                        "Atomic",
                        "Pointer",
                        "Bits",
                        "Bits",
                        "Letter");
        assertThat(type.components())
                .extracting(StructComponent::typeName)
                .containsExactly(
                        "boolean",
                        "char",
                        "int",
                        "Color",
                        "Level",
                        "Level[3]",
                        "String",
                        "int",
                        "MemorySegment",
                        "int",
                        "boolean",
                        "char[2]");
        assertThat(type.components())
                .extracting(StructComponent::storage)
                .containsExactly(
                        "U8", "U16", "U8", "I32", "I8", "I32[3]", "U8[4]", "I32", "ADDRESS", "I32", "U8", "U16[2]");
        assertThat(type.components())
                .extracting(StructComponent::length)
                .containsExactly(1L, 1L, 1L, 1L, 1L, 3L, 4L, 1L, 1L, 1L, 1L, 2L);
        assertThat(type.component("color").constants())
                .containsExactly(new StructConstant("RED", 0), new StructConstant("GREEN", 1));
        assertThat(type.component("levels").constants())
                .containsExactly(new StructConstant("LOW", 10), new StructConstant("HIGH", -2));
        assertThat(type.component("small").constants()).isEmpty();
        StructComponent mode = type.component("mode");
        assertThat(mode.kind()).isEqualTo(new ComponentKind.Bits(StorageType.I32, 0, 3, false));
        assertThat(type.component("open").kind()).isEqualTo(new ComponentKind.Bits(StorageType.U8, 3, 1, true));
        assertThat(type.component("count").isAtomic()).isTrue();
        assertThat(mode.isAtomic()).isFalse();
        assertThat(type.isPacked()).isFalse();
        assertThat(type.isUnion()).isFalse();
        assertThatThrownBy(() -> type.component("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no such component: struct=dev.ashlar.tests.description.Scalars component=none"
                        + " components=[");
    }

    @Test
    void component_whenItIsAStruct_leadsToItsType() {
        StructType<Line, LineView> type = LineView.type();
        assertThat(type.isPacked()).isTrue();
        assertThat(PointView.type().isPacked()).isFalse();
        assertThat(type.order()).isEqualTo(StructOrder.BIG_ENDIAN);
        assertThat(type.component("width").byteAlignment()).isEqualTo(2);
        assertThat(type.component("id").byteAlignment()).isEqualTo(1);
        assertThat(type.component("start").struct()).isSameAs(PointView.type());
        assertThat(type.component("rest").kind()).isEqualTo(new ComponentKind.Nested(PointView.type(), 8));
        assertThat(type.component("rest").byteSize()).isEqualTo(16);
        assertThat(type.component("id").struct()).isNull();
    }

    @Test
    void target_isTheTypeOfTheOtherStruct() {
        assertThat(NodeView.type().target("next")).isSameAs(NodeView.type());
        assertThat(NodeView.type().target("at")).isSameAs(PointView.type());
        assertThat(NodeView.type().target("shape")).isSameAs(ShapeView.type());
        assertThatThrownBy(() -> NodeView.type().target("id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a reference: struct=dev.ashlar.tests.description.Node component=id: I32 at 20");
        assertThatThrownBy(() -> PointView.type().target("z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no such component");
    }

    @Test
    void variants_areThoseOfTheUnion() {
        StructType<Shape, ShapeView> type = ShapeView.type();
        assertThat(type.isUnion()).isTrue();
        assertThat(type.component("tag").kind()).isEqualTo(new ComponentKind.Tag(StorageType.I32));
        assertThat(type.component("value").variants())
                .containsExactly(
                        new StructVariant("CIRCLE", 7, Shape_CircleView.type()),
                        new StructVariant("DOT", 9, Shape_DotView.type()));
        assertThat(type.component("value").kind().byteSize()).isEqualTo(8);
    }

    @Test
    void array_isOfTheStruct() {
        StructType<Point, PointView> type = PointView.type();
        StructArray<Point, PointView> points = type.allocateArray(allocator, 3);
        assertThat(points).isInstanceOf(PointArray.class);
        points.set(1, new Point(5, 6));
        assertThat(type.arrayAt(points.memory(), 8, 2).read(0)).isEqualTo(new Point(5, 6));
        assertThatThrownBy(() -> type.arrayAt(points.memory(), 8, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(type.allocateArray(allocator, 0))
                .isInstanceOf(PointArray.class)
                .isEmpty();
    }

    @Test
    void array_whenStructHasATail_isRefused() {
        StructType<Route, RouteView> type = RouteView.type();
        assertThat(type.component("points").isTail()).isTrue();
        assertThat(type.component("points").valueOffset()).isEqualTo(8);
        assertThatThrownBy(() -> type.allocateArray(allocator, 3))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "no array of structs with a tail, use a StructLog: struct=dev.ashlar.tests.description.Route");
        assertThatThrownBy(() -> StructList.create(allocator, type))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "no list of structs with a tail, use a StructLog: struct=dev.ashlar.tests.description.Route");
        assertThat(allocator.liveBlocks()).isZero();
    }
}
