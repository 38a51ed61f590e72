package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tagged unions: sealed interfaces of structs. */
class UnionTest {
    private static final String SHAPE = """
            @Struct
            public sealed interface Shape {
                @Struct @Code(1) record Circle(double radius) implements Shape {}

                sealed interface Cornered extends Shape {}

                @Struct @Code(2) record Rect(double width, float height) implements Cornered {}

                @Struct @Code(7) record Label(@Length(4) String text) implements Cornered, Shape {}
            }
            """;
    private static final String DRAWING =
            "@Struct public record Drawing(byte id, Shape first, @Length(2) Shape[] others) {}";

    @TempDir
    private Path folder;

    @Test
    void layout_isThatOfTagAndUnionInC() {
        Snippet.run("""
                assertThat(ShapeView.BYTE_SIZE).isEqualTo(24);
                assertThat(ShapeView.BYTE_ALIGNMENT).isEqualTo(8);
                assertThat(ShapeView.OFFSET_VALUE).isEqualTo(8);
                assertThat(DrawingView.BYTE_SIZE).isEqualTo(80);
                assertThat(ShapeView.type().layoutTable()).isEqualTo(
                        "p.Shape: 24 bytes, aligned to 8, 4 of them padding\\n"
                        + "offset  size  component  type                   stored as\\n"
                        + "     0     4  tag        Tag                    I32\\n"
                        + "     4     4  (padding)\\n"
                        + "     8    16  value      Circle | Rect | Label  union");
                assertThat(ShapeView.type().components().getLast().variants()).containsExactly(
                        new StructVariant("CIRCLE", 1, Shape_CircleView.type()),
                        new StructVariant("RECT", 2, Shape_RectView.type()),
                        new StructVariant("LABEL", 7, Shape_LabelView.type()));
                assertThat(ShapeView.layout()).hasToString("[i4(tag)x4[[d8(radius)](Circle)|[d8(width)f4(height)x4](Rect)|[[4:b1](text)](Label)](value)](Shape)");
                """, SHAPE, DRAWING);
    }

    @Test
    void view_becomesAndIsOneVariant() {
        Snippet.run("""
                ShapeView shape = ShapeView.allocate(allocator);
                shape.beCircle().radius(2.5);
                assertThat(shape.tag()).isEqualTo(ShapeView.Tag.CIRCLE);
                assertThat(shape.asCircle().radius()).isEqualTo(2.5);
                assertThat(shape.memory().loadI32(0)).isEqualTo(1);
                assertThatThrownBy(shape::asRect).isInstanceOf(IllegalStateException.class)
                        .hasMessage("union holds another variant: asked=Rect tag=1 tagOfRect=2");
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
                """, SHAPE);
    }

    @Test
    void tagNumber_isOneOfTheConstants_orWhatIsStored() {
        Snippet.run("""
                ShapeView shape = ShapeView.allocate(allocator);
                assertThat(List.of(ShapeView.TAG_CIRCLE, ShapeView.TAG_RECT, ShapeView.TAG_LABEL)).containsExactly(1, 2, 7);
                shape.beLabel();
                assertThat(shape.tagNumber()).isEqualTo(ShapeView.TAG_LABEL);
                shape.memory().storeI32(0, -3);
                assertThat(shape.tagNumber()).isEqualTo(-3);
                for (var call : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(shape::tag, shape::read)) {
                    assertThatThrownBy(call).isInstanceOf(IllegalStateException.class)
                            .hasMessage("no variant has the tag that is stored: union=p.Shape tag=-3");
                }
                """, SHAPE);
    }

    @Test
    void write_whenVariantIsSmaller_leavesNothingOfTheLarger() {
        Snippet.run("""
                ShapeView shape = ShapeView.allocate(allocator, new Shape.Rect(3, 4));
                shape.memory().storeI32(4, -1);
                shape.write(new Shape.Label("x"));
                assertThat(shape.memory().loadBytes()).containsExactly(7, 0, 0, 0, 0, 0, 0, 0, 'x', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
                shape.beRect().width(1);
                assertThat(shape.asRect().height()).isZero();
                shape.write(new Shape.Rect(3, 4));
                assertThat(shape.beCircle().radius()).isZero();
                assertThat(shape.memory().loadI64(16)).isZero();
                """, SHAPE);
    }

    /** The bytes of the padding, too, which a copy of the block would carry further. */
    @Test
    void writeAndBe_leaveNoOldByte() {
        Snippet.run("""
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
                    assertThat(memory.loadBytes(8, 24)).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
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
                """, SHAPE, """
                @Struct @Stored(StorageType.U8)
                public sealed interface Narrow {
                    @Struct @Code(3) record One(int number) implements Narrow {}
                }
                """);
    }

    @Test
    void write_whenRefused_changesNothing() {
        Snippet.run("""
                ShapeView shape = ShapeView.allocate(allocator, new Shape.Rect(3, 4));
                byte[] before = shape.memory().loadBytes();
                assertThatThrownBy(() -> shape.write(new Shape.Label("too long"))).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("component=text");
                assertThatThrownBy(() -> shape.write(null)).isInstanceOf(NullPointerException.class);
                assertThat(shape.memory().loadBytes()).isEqualTo(before);
                assertThatThrownBy(() -> ShapeView.allocate(allocator, new Shape.Label("too long"))).isInstanceOf(IllegalArgumentException.class);
                assertThat(allocator.liveBlocks()).isEqualTo(1);
                DrawingView drawing = DrawingView.allocate(allocator);
                Shape[] two = {new Shape.Circle(1), new Shape.Label("too long")};
                assertThatThrownBy(() -> drawing.write(new Drawing((byte) 1, two[0], two))).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("component=others[1].text");
                assertThatThrownBy(() -> drawing.first((Shape) null)).isInstanceOf(NullPointerException.class)
                        .hasMessageContaining("component=first");
                assertThat(drawing.memory().loadBytes()).containsOnly(0);
                """, SHAPE, DRAWING);
    }

    @Test
    void write_whenAnAccessorThrows_changesNothing() {
        Snippet.run(
                """
                Watched.reads = 0;
                PairView pair = PairView.allocate(allocator, new Pair(1, new Watched(2), new Signal[] {new Quiet(3)}));
                assertThat(Watched.reads).isEqualTo(1);
                byte[] before = pair.memory().loadBytes();
                Signal broken = new Watched(-1);
                assertThatThrownBy(() -> pair.write(new Pair(9, broken, new Signal[] {new Quiet(9)}))).hasMessage("x");
                assertThatThrownBy(() -> pair.write(new Pair(9, new Quiet(9), new Signal[] {broken}))).hasMessage("x");
                assertThatThrownBy(() -> pair.first(broken)).hasMessage("x");
                assertThatThrownBy(() -> pair.first().write(broken)).hasMessage("x");
                assertThatThrownBy(() -> pair.othersFrom(new Signal[] {broken})).hasMessage("x");
                assertThatThrownBy(() -> pair.write(new Pair(9, new Quiet(9), new Signal[] {null})))
                        .isInstanceOf(NullPointerException.class).hasMessageContaining("component=others[0]");
                assertThat(pair.memory().loadBytes()).isEqualTo(before);
                assertThatThrownBy(() -> SignalView.allocate(allocator, broken)).hasMessage("x");
                assertThat(allocator.liveBlocks()).isEqualTo(1);
                Watched.reads = 0;
                pair.first().write(new Watched(4));
                pair.first(new Watched(5));
                assertThat(Watched.reads).isEqualTo(2);
                """,
                "@Struct public sealed interface Signal permits Watched, Quiet {}",
                "@Struct @Code(2) record Quiet(long y) implements Signal {}",
                """
                @Struct @Code(1) record Watched(int x) implements Signal {
                    static int reads;
                    @Override public int x() {
                        reads++;
                        if (x < 0) { throw new UnsupportedOperationException("x"); }
                        return x;
                    }
                }
                """,
                "@Struct public record Pair(int id, Signal first, @Length(1) Signal[] others) {}");
    }

    @Test
    void write_whenVariantIsNewerThanTheView_isRefused() throws Exception {
        String union = "@Struct public sealed interface Sound permits Beep%s {}";
        String beep = Snippet.inPackage("@Struct @Code(1) record Beep(int x) implements Sound {}");
        String boom = Snippet.inPackage("@Struct @Code(2) record Boom(int x) implements Sound {}");
        String track = Snippet.inPackage("@Struct record Track(int id, Sound sound) {}");
        String body = Snippet.body("""
                assertThatThrownBy(() -> TrackView.allocate(allocator)).isInstanceOf(StructLinkError.class)
                        .hasMessageContaining("compile p.Track anew, or p.Sound if that is the older one: struct=p.Track"
                                + " component=sound holds=p.Sound");
                SoundView sound = SoundView.allocate(allocator, new Beep(2));
                byte[] before = sound.memory().loadBytes();
                assertThatThrownBy(() -> sound.write(new Boom(3))).isInstanceOf(StructLinkError.class)
                        .hasMessage("a record is no variant that the view of its union knows, compile p.Sound anew,"
                                + " or list the variant in its @Variants: union=p.Sound component=value found=p.Boom");
                assertThat(sound.memory().loadBytes()).isEqualTo(before);
                """);
        Path old = Compiled.of(Snippet.inPackage(union.formatted("")), beep).writeClasses(folder.resolve("old"));
        Path classes = Compiled.of(Snippet.inPackage(union.formatted(", Boom")), beep, boom, track, body)
                .writeClasses(folder.resolve("new"));
        try (Stream<Path> views = Files.list(old.resolve("p"))) {
            for (Path view : views.filter(file -> file.getFileName().toString().startsWith("SoundView"))
                    .toList()) {
                Files.copy(view, classes.resolve("p").resolve(view.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Snippet.run(loader);
        }
    }

    @Test
    void tag_whenNobodyHasItsNumber_isRefusedAndStillPrints() {
        Snippet.run("""
                ShapeView zero = ShapeView.allocate(allocator), other = ShapeView.allocate(allocator);
                assertThatThrownBy(zero::tag).isInstanceOf(IllegalStateException.class)
                        .hasMessage("no variant has the tag that is stored: union=p.Shape tag=0");
                assertThatThrownBy(zero::read).isInstanceOf(IllegalStateException.class);
                assertThat(zero).hasToString("Shape[tag=0]").isEqualTo(zero).isEqualTo(other).hasSameHashCodeAs(other);
                other.memory().storeI8(20, 1);
                assertThat(zero).isNotEqualTo(other);
                """, SHAPE);
    }

    @Test
    void equality_ignoresUnusedBytes() {
        Snippet.run("""
                ShapeView one = ShapeView.allocate(allocator, new Shape.Circle(2)), two = ShapeView.allocate(allocator, new Shape.Circle(2));
                one.memory().storeI64(16, -1);
                one.memory().storeI32(4, -1);
                assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
                assertThat(one).isNotEqualTo(ShapeView.allocate(allocator, new Shape.Circle(3)));
                assertThat(one).isNotEqualTo(ShapeView.allocate(allocator, new Shape.Rect(2, 0)));
                assertThat(ShapeView.allocate(allocator, new Shape.Circle(0))).isNotEqualTo(ShapeView.allocate(allocator, new Shape.Rect(0, 0)));
                """, SHAPE);
    }

    @Test
    void union_whenInArraysAndStructs_worksAsAnyStruct() {
        Snippet.run("""
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
                assertThat(view).hasToString("Drawing[id=1, first=Circle[radius=9.0], others=[Label[text=x], Label[text=abcd]]]");
                """, SHAPE, DRAWING);
    }

    @Test
    void union_whenPackedAndForeign_isLaidOutSo() {
        Snippet.run(
                """
                assertThat(EventView.OFFSET_VALUE).isEqualTo(2);
                assertThat(EventView.BYTE_SIZE).isEqualTo(18);
                EventView event = EventView.allocate(allocator);
                event.beMove().x(1).target(event.memory().offset());
                assertThat(event.memory().loadBytes()).startsWith(0, 0, 0, 0, 0, 1);
                event.beStop();
                assertThat(event.memory().loadBytes()).startsWith(1, 44, 0);
                assertThat(event.tag()).isEqualTo(EventView.Tag.STOP);
                """,
                """
                @Struct(packed = true, order = StructOrder.BIG_ENDIAN) @Stored(StorageType.U16)
                public sealed interface Event permits Move, Stop {}
                """,
                "@Struct(order = StructOrder.BIG_ENDIAN) @Code(0) record Move(int x, long target) implements Event {}",
                "@Struct @Code(300) record Stop(int code) implements Event {}");
    }

    @Test
    void union_whenItRefersToItself_isATree() {
        Snippet.run(
                """
                ExprView sum = ExprView.allocate(allocator), two = ExprView.allocate(allocator, new Number(2)), three = ExprView.allocate(allocator, new Number(3));
                sum.beSum().left(two).right(three);
                assertThat(Sum.value(sum)).isEqualTo(5);
                """,
                "@Struct public sealed interface Expr permits Number, Sum {}",
                "@Struct record Number(int value) implements Expr {}",
                """
                @Struct
                record Sum(Ref<Expr> left, Ref<Expr> right) implements Expr {
                    static int value(ExprView expr) {
                        return switch (expr.tag()) {
                            case NUMBER -> expr.asNumber().value();
                            case SUM -> value(expr.asSum().left()) + value(expr.asSum().right());
                        };
                    }
                }
                """);
    }

    @Test
    void variant_whenNamedTag_leavesItsNameToTheVariant() {
        assertThat(Compiled.of(
                                "import dev.ashlar.struct.*;\n@Struct public sealed interface Node permits Tag, Text {}",
                                "@dev.ashlar.struct.Struct record Tag(int id) implements Node {}",
                                "@dev.ashlar.struct.Struct record Text(int id) implements Node {}")
                        .generatedSource("NodeView"))
                .contains("public enum Tag_ {");
    }

    @Test
    void variants_whenNamedLikeTheNamesOfTheView_compileAndWork() {
        Snippet.run(
                """
                for (Odd odd : List.of(new Checked(1), new Tag(2), new UnionTag(3), new number(4), new variant(5))) {
                    assertThat(OddView.allocate(allocator, odd).read()).isEqualTo(odd);
                    assertThat(HolderView.allocate(allocator, new Holder(odd)).read()).isEqualTo(new Holder(odd));
                }
                """,
                "@Struct sealed interface Odd permits Checked, Tag, UnionTag, number, variant {}",
                "@Struct @Code(1) record Checked(int x) implements Odd {}",
                "@Struct @Code(2) record Tag(int x) implements Odd {}",
                "@Struct @Code(3) record UnionTag(int x) implements Odd {}",
                "@Struct @Code(4) record number(int x) implements Odd {}",
                "@Struct @Code(5) record variant(int x) implements Odd {}",
                "@Struct record Holder(Odd odd) {}");
    }

    @Test
    void union_whenVariantsHaveNoCodes_isNumberedInOrderWithANote() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct sealed interface U permits B, A {}"),
                Snippet.inPackage("@Struct record A(int x) implements U {}"),
                Snippet.inPackage("@Struct record B(int x) implements U {}"));
        assertThat(compiled.notes()).containsExactly("TagOrder@3");
        assertThat(compiled.generatedSource("p.UView"))
                .contains("int TAG_B = 0;", "int TAG_A = 1;", "EnumNumbers.of(Tag.values(), TAG_B, TAG_A)");
    }

    @Test
    void union_whenItHoldsItself_isAnError() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct sealed interface U permits A {}"),
                Snippet.inPackage("@Struct record A(int x,\n U u) implements U {}"));
        assertThat(compiled.errors()).hasSize(1).allMatch(error -> error.startsWith("RecursiveStruct@"));
        assertThat(compiled.written()).isEmpty();
    }

    @Test
    void union_whenVariantIsInError_onlyTheRootCauseIsReported() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct sealed interface U permits A {}"),
                Snippet.inPackage("@Struct record A(\n Object x) implements U {}"),
                Snippet.inPackage("@Struct record Holder(U u) {}"));
        assertThat(compiled.errors()).containsExactly("ComponentType@4");
        assertThat(compiled.written()).isEmpty();
    }

    @Test
    void union_whenFromClassFiles_isLaidOutAsThere() throws IOException {
        Path classes = Compiled.of(Snippet.inPackage(SHAPE).replace("package p;", "package q;"))
                .writeClasses(folder.resolve("classes"));
        List<File> classPath = new ArrayList<>(Compiled.CLASS_PATH);
        classPath.add(classes.toFile());
        Compilation compilation = Compiler.javac()
                .withProcessors(new StructProcessor())
                .withClasspath(classPath)
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(Compiled.file(Snippet.inPackage("""
                        @Struct @LayoutCheck(size = 40)
                        public record Holder(int id, @Offset(8) q.Shape shape, Ref<q.Shape> other) {
                            static double radius(HolderView holder) {
                                return holder.shape().asCircle().radius() + holder.other().asCircle().radius();
                            }
                        }
                        """)));
        assertThat(compilation.errors()).isEmpty();
    }

    @Test
    void annotations_whenNoUnionReadsThem_areStray() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage(
                        "class Outer {\n@Code(1) record A(int x) {}\n@Stored(StorageType.U8) interface I {}\n@Stored(StorageType.U8) @Struct record B(int x) {} }"));
        assertThat(compiled.errors()).containsExactly("StrayAnnotation@4", "StrayAnnotation@5", "StrayAnnotation@6");
    }

    @Test
    void header_isStructEnumAndUnion() throws IOException {
        Compiled compiled = Compiled.withOptions(
                List.of("-Aashlar.headers=true"), Snippet.inPackage(SHAPE), Snippet.inPackage(DRAWING));
        assertThat(compiled.generatedResource("include/p/Shape.h")).contains("""
                #include "p/Shape_Circle.h"
                #include "p/Shape_Label.h"
                #include "p/Shape_Rect.h"

                enum Shape_Tag {
                    Shape_Tag_CIRCLE = 1,
                    Shape_Tag_RECT = 2,
                    Shape_Tag_LABEL = 7,
                };

                struct Shape {
                    int32_t tag; /* offset 0: Tag */
                    union { struct Shape_Circle circle; struct Shape_Rect rect; struct Shape_Label label; } value; /* offset 8: Circle | Rect | Label */
                };
                """);
        compiled.writeHeaders(folder);
        Path main = Files.writeString(folder.resolve("main.c"), """
                #include "p/Drawing.h"
                double f(struct Drawing *d) { return d->first.tag == Shape_Tag_RECT ? d->first.value.rect.height : 0; }
                _Static_assert(offsetof(struct Drawing, others[1].value.rect.height) == 72, "place in Java");
                """);
        CCompiler.orSkip(folder).compileStrictly(main, "-c", "-o", "main.o", "-I", "include");
    }

    @Test
    void recording_listsVariants() throws IOException {
        List<String> record = List.of("-Aashlar.layouts=" + folder, "-Aashlar.recordLayouts=true");
        assertThat(Compiled.withOptions(record, Snippet.inPackage(SHAPE)).errors())
                .isEmpty();
        assertThat(Files.readString(folder.resolve("p.Shape.layout"))).contains("""
                0 4 tag Tag I32
                8 16 value Circle | Rect | Label union
                variant p.Shape p.Shape.Circle 1
                8 8 value.Circle.radius double F64
                variant p.Shape p.Shape.Rect 2
                8 8 value.Rect.width double F64
                16 4 value.Rect.height float F32
                variant p.Shape p.Shape.Label 7
                8 4 value.Label.text String U8[4]
                """);
        Compiled changed = Compiled.withOptions(
                List.of("-Aashlar.layouts=" + folder), Snippet.inPackage(SHAPE.replace("@Code(7)", "@Code(8)")));
        assertThat(changed.errors()).containsExactly("LayoutChanged@4");
    }
}
