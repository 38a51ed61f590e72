package dev.ashlar.processor;

import org.junit.jupiter.api.Test;

/** What a {@code StructType} says of its struct, and what code that knows no more can do with it. */
class DescriptionTest {
    private static final String COLOR = "public enum Color { RED, GREEN }";
    private static final String LEVEL = "public enum Level { @Code(10) LOW, @Code(-2) HIGH }";
    private static final String POINT = "@Struct public record Point(int x, int y) {}";
    private static final String LINE = """
            @Struct(packed = true, order = StructOrder.BIG_ENDIAN)
            public record Line(byte id, @Align(2) short width, Point start, @Length(2) Point[] rest) {}
            """;
    private static final String SCALARS = """
            @Struct
            public record Scalars(boolean on, char letter, @Stored(StorageType.U8) int small, Color color,
                    @Stored(StorageType.I8) Level level, @Length(3) Level[] levels, @Length(4) String name,
                    @Atomic int count, java.lang.foreign.MemorySegment data,
                    @Bits(3) int mode, @Bits(1) boolean open, @Length(2) char[] letters) {}
            """;
    private static final String NODE =
            "@Struct public record Node(Ref<Node> next, Ref<Point> at, @Stored(StorageType.U32) Ref<Shape> shape, int id) {}";
    private static final String SHAPE = """
            @Struct
            public sealed interface Shape {
                @Struct @Code(7) record Circle(double radius) implements Shape {}
                @Struct @Code(9) record Dot() implements Shape {}
            }
            """.replace("Dot()", "Dot(int x)");
    private static final String ROUTE = "@Struct public record Route(byte id, @Tail Point[] points) {}";

    @Test
    void kind_saysWhatEachScalarIs() {
        Snippet.run("""
                StructType<Scalars, ScalarsView> type = ScalarsView.type();
                assertThat(type.components()).extracting(component -> component.kind().getClass().getSimpleName()).containsExactly(
                        "Truth", "Letter", "Numeric", "Constant", "Constant", "Constant", "Text", "Atomic", "Pointer",
                        "Bits", "Bits", "Letter");
                assertThat(type.components()).extracting(StructComponent::typeName).containsExactly(
                        "boolean", "char", "int", "Color", "Level", "Level[3]", "String", "int", "MemorySegment", "int", "boolean", "char[2]");
                assertThat(type.components()).extracting(StructComponent::storage).containsExactly(
                        "U8", "U16", "U8", "I32", "I8", "I32[3]", "U8[4]", "I32", "ADDRESS", "I32", "U8", "U16[2]");
                assertThat(type.components()).extracting(StructComponent::length).containsExactly(1L, 1L, 1L, 1L, 1L, 3L, 4L, 1L, 1L, 1L, 1L, 2L);
                assertThat(type.component("color").constants()).containsExactly(new StructConstant("RED", 0), new StructConstant("GREEN", 1));
                assertThat(type.component("levels").constants()).containsExactly(new StructConstant("LOW", 10), new StructConstant("HIGH", -2));
                assertThat(type.component("small").constants()).isEmpty();
                StructComponent mode = type.component("mode");
                assertThat(mode.kind()).isEqualTo(new ComponentKind.Bits(StorageType.I32, 0, 3, false));
                assertThat(type.component("open").kind()).isEqualTo(new ComponentKind.Bits(StorageType.U8, 3, 1, true));
                assertThat(type.component("count").isAtomic()).isTrue();
                assertThat(mode.isAtomic()).isFalse();
                assertThat(type.isPacked()).isFalse();
                assertThat(type.isUnion()).isFalse();
                assertThatThrownBy(() -> type.component("none")).isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("no such component: struct=p.Scalars component=none");
                """, COLOR, LEVEL, SCALARS);
    }

    @Test
    void component_whenItIsAStruct_leadsToItsType() {
        Snippet.run("""
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
                """, POINT, LINE);
    }

    @Test
    void target_isTheTypeOfTheOtherStruct() {
        Snippet.run("""
                assertThat(NodeView.type().target("next")).isSameAs(NodeView.type());
                assertThat(NodeView.type().target("at")).isSameAs(PointView.type());
                assertThat(NodeView.type().target("shape")).isSameAs(ShapeView.type());
                assertThatThrownBy(() -> NodeView.type().target("id")).isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("not a reference: struct=p.Node component=id: I32 at 20");
                assertThatThrownBy(() -> PointView.type().target("z")).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("no such component");
                """, NODE, POINT, SHAPE);
    }

    @Test
    void variants_areThoseOfTheUnion() {
        Snippet.run("""
                StructType<Shape, ShapeView> type = ShapeView.type();
                assertThat(type.isUnion()).isTrue();
                assertThat(type.component("tag").kind()).isEqualTo(new ComponentKind.Tag(StorageType.I32));
                assertThat(type.component("value").variants()).containsExactly(
                        new StructVariant("CIRCLE", 7, Shape_CircleView.type()), new StructVariant("DOT", 9, Shape_DotView.type()));
                assertThat(type.component("value").kind().byteSize()).isEqualTo(8);
                """, SHAPE);
    }

    @Test
    void array_isOfTheStruct() {
        Snippet.run("""
                StructType<Point, PointView> type = PointView.type();
                StructArray<Point, PointView> points = type.allocateArray(allocator, 3);
                assertThat(points).isInstanceOf(PointArray.class);
                points.set(1, new Point(5, 6));
                assertThat(type.arrayAt(points.memory(), 8, 2).read(0)).isEqualTo(new Point(5, 6));
                assertThatThrownBy(() -> type.arrayAt(points.memory(), 8, 3)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThat(type.allocateArray(allocator, 0)).isInstanceOf(PointArray.class).isEmpty();
                """, POINT);
    }

    @Test
    void array_whenStructHasATail_isRefused() {
        Snippet.run("""
                StructType<Route, RouteView> type = RouteView.type();
                assertThat(type.component("points").isTail()).isTrue();
                assertThat(type.component("points").valueOffset()).isEqualTo(8);
                assertThatThrownBy(() -> type.allocateArray(allocator, 3)).isInstanceOf(UnsupportedOperationException.class)
                        .hasMessage("no array of structs with a tail, use a StructLog: struct=p.Route");
                assertThatThrownBy(() -> StructList.create(allocator, type)).isInstanceOf(UnsupportedOperationException.class)
                        .hasMessage("no list of structs with a tail, use a StructLog: struct=p.Route");
                assertThat(allocator.liveBlocks()).isZero();
                """, POINT, ROUTE);
    }
}
