package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs of classes that cannot be annotated. */
class StructsForTest {
    private static final String POINT = """
            package lib;
            import dev.ashlar.struct.*;
            public record Point(int x, @Length(4) String name, @Stored(StorageType.U8) int level) {}
            """;
    private static final String LINE = "package lib;\npublic record Line(Point start, Point end) {}\n";
    private static final String COLOR = "package lib;\npublic enum Color { RED, GREEN }\n";
    private static final String SHAPE = """
            package lib;
            public sealed interface Shape permits Shape.Circle, Shape.Rect {
                @dev.ashlar.struct.Code(0) record Circle(double r) implements Shape {}
                @dev.ashlar.struct.Code(1) record Rect(double w, double h, Color color) implements Shape {}
            }
            """;

    private static final String HOLDER = """
            package p;
            import dev.ashlar.struct.*;
            import lib.*;
            @StructsFor({Point.class, Line.class, Shape.class, Shape.Circle.class, Shape.Rect.class})
            final class Structs {}
            """;

    private static final String BODY = Snippet.body("""
            lib.Point point = new lib.Point(1, "abc", 255);
            PointView view = PointView.allocate(allocator, point);
            assertThat(view.read()).isEqualTo(point);
            assertThat(view.level()).isEqualTo(255);
            assertThat(PointView.BYTE_SIZE).isEqualTo(12);
            lib.Line line = new lib.Line(point, new lib.Point(2, "", 0));
            assertThat(LineArray.copyOf(allocator, List.of(line)).get(0).end().x()).isEqualTo(2);
            Shape_RectView rect = ShapeView.allocate(allocator).beRect();
            rect.color(lib.Color.GREEN);
            assertThat(rect.read()).isEqualTo(new lib.Shape.Rect(0, 0, lib.Color.GREEN));
            assertThat(PointView.type().name()).isEqualTo("lib.Point");
            """);

    @TempDir
    private Path folder;

    @Test
    void structs_whenNamed_areWrittenBesideTheHolder() {
        Compiled compiled = Compiled.of(POINT, LINE, COLOR, SHAPE, HOLDER, BODY);
        assertThat(compiled.written())
                .containsExactlyInAnyOrder(
                        "p.PointView",
                        "p.PointArray",
                        "p.LineView",
                        "p.LineArray",
                        "p.ShapeView",
                        "p.ShapeArray",
                        "p.Shape_CircleView",
                        "p.Shape_CircleArray",
                        "p.Shape_RectView",
                        "p.Shape_RectArray");
        Snippet.run(compiled.loader());
    }

    @Test
    void structs_whenFromClassFiles_areTheSame() throws IOException {
        Path library = library(POINT, LINE, COLOR, SHAPE);
        Compiled compiled = Compiled.onClassPath(library, HOLDER, BODY);
        assertThat(compiled.written()).hasSize(10);
        Snippet.run(compiled.loader());
    }

    @Test
    void structs_whenNamedByAPackage_areWrittenThere() throws IOException {
        Path library = library(POINT, LINE);
        Compiled compiled = Compiled.onClassPath(
                library,
                "@dev.ashlar.struct.StructsFor({lib.Point.class, lib.Line.class})\npackage p;",
                Snippet.body("assertThat(LineView.BYTE_SIZE).isEqualTo(24);"));
        Snippet.run(compiled.loader());
    }

    @Test
    void annotatedStruct_mayHoldAndReferToWhatIsNamed() throws IOException {
        String owner = """
                package p;
                import dev.ashlar.struct.*;
                @Struct
                @StructsFor(lib.Point.class)
                record Owner(lib.Point point, @Length(1) lib.Point[] points, Ref<lib.Point> other) {}
                """;
        Compiled compiled = Compiled.onClassPath(library(POINT), owner, Snippet.body("""
                lib.Point[] points = {new lib.Point(3, "", 4)};
                Owner value = new Owner(new lib.Point(1, "a", 2), points, Ref.none());
                OwnerView view = OwnerView.allocate(allocator, value);
                assertThat(view.points(0).x()).isEqualTo(3);
                view.other(PointView.allocate(allocator, new lib.Point(7, "b", 0)));
                assertThat(view.other().x()).isEqualTo(7);
                """));
        Snippet.run(compiled.loader());
    }

    @Test
    void struct_whenItsHolderIsCompiledEarlier_isFoundAroundItsUser() throws IOException {
        // As a build does that compiles changed files alone: package-info is a class file by now.
        Path library = library(POINT);
        String names = "@dev.ashlar.struct.StructsFor(lib.Point.class)\npackage p;";
        Path earlier = Compiled.onClassPath(library, names).writeClasses(library);
        Compiled compiled = Compiled.onClassPath(
                earlier,
                Snippet.inPackage("@Struct record Owner(lib.Point point) {}"),
                Snippet.body("assertThat(OwnerView.allocate(allocator).point().level()).isZero();"));
        assertThat(compiled.written()).containsExactly("p.OwnerView", "p.OwnerArray");
        Snippet.run(compiled.loader());
    }

    @Test
    void struct_ofAnotherModule_mayBeHeld() throws IOException {
        Path library = library(POINT);
        String upstream = Snippet.inPackage(
                        "@Struct @StructsFor(lib.Point.class) public record Owner(lib.Point point) {}")
                .replace("package p;", "package up;");
        Path earlier = Compiled.onClassPath(library, upstream).writeClasses(library);
        Compiled compiled = Compiled.onClassPath(
                earlier,
                Snippet.inPackage("@Struct record Mine(up.Owner owner) {}"),
                Snippet.body("assertThat(MineView.allocate(allocator).owner().point().level()).isZero();"));
        Snippet.run(compiled.loader());
    }

    @Test
    void names_whenWrong_areRefusedAtTheirPlace() {
        String source = """
                import java.util.*;
                @StructsFor({
                    String.class,
                    int.class,
                    int[].class,
                    Map.class,
                    Good.class,
                    Good.class,
                    Annotated.class,
                    Generic.class
                })
                class Holder {}
                @StructsFor(Good.class) class Other {}
                record Good(int id) {}
                @Struct record Annotated(int id) {}
                record Generic<T>(int id) {}
                """;
        assertThat(Compiled.of(Snippet.inPackage(source)).errors())
                .containsExactlyInAnyOrder(
                        "NotARecord@5",
                        "NotARecord@6",
                        "NotARecord@7",
                        "NotARecord@8",
                        "NamedTwice@10",
                        "NamedNeedlessly@11",
                        "NamedTwice@15",
                        "GenericStruct@18");
    }

    @Test
    void class_whenUnknown_isLeftToTheCompiler() {
        assertThat(Compiled.of(Snippet.inPackage("@StructsFor(Missing.class) class Holder {}"))
                        .errors())
                .contains("javac@3")
                .doesNotContain("InternalError@3");
    }

    @Test
    void mistakes_inClassFiles_areReportedAtTheNameWithTheClass() throws IOException {
        Path library = library("package lib;\npublic record Thing(java.util.List<String> tags, Number boxed) {}");
        Compiled compiled =
                Compiled.onClassPath(library, Snippet.inPackage("@StructsFor(\n    lib.Thing.class)\nclass Holder {}"));
        assertThat(compiled.errors()).containsExactly("ComponentType@4", "ComponentType@4");
        assertThat(compiled.compilation().errors())
                .allMatch(error -> error.getMessage(null).endsWith("in lib.Thing"));
    }

    @Test
    void struct_whenNotPublicInAnotherPackage_isRefused() throws IOException {
        Path library = library("package lib;\npublic class Outer {\n protected record Thing(int id) {}\n}");
        Compiled compiled = Compiled.onClassPath(
                library,
                Snippet.inPackage(
                        "class Holder extends lib.Outer { @StructsFor(lib.Outer.Thing.class) class Names {} }"));
        assertThat(compiled.errors()).containsExactly("HiddenStruct@3");
    }

    @Test
    void component_whenNotPublicInAnotherPackage_isRefused() throws IOException {
        Path library = library("package lib;\nenum Color { RED }", "package lib;\npublic record Thing(Color color) {}");
        Compiled compiled =
                Compiled.onClassPath(library, Snippet.inPackage("@StructsFor(lib.Thing.class) class Holder {}"));
        assertThat(compiled.errors()).containsExactly("HiddenType@3");
    }

    @Test
    void structs_whenTheirViewsHaveOneName_areRefused() throws IOException {
        Path library =
                library("package lib;\npublic record Thing(int id) {}", "package q;\npublic record Thing(int id) {}");
        Compiled compiled = Compiled.onClassPath(
                library, Snippet.inPackage("@StructsFor({lib.Thing.class,\n    q.Thing.class}) class Holder {}"));
        assertThat(compiled.errors()).containsExactly("ClassCollision@4");
    }

    @Test
    void annotations_ofARecordThatNobodyNames_areNoted() {
        String source = "@LayoutCheck(size = 3) record Thing(@Length(3) String name) {}";
        assertThat(Compiled.of(Snippet.inPackage(source)).notes()).containsExactly("UnreadAnnotation@3");
        String named = "@StructsFor(Thing.class) class Holder {}";
        Compiled both = Compiled.of(Snippet.inPackage(source), Snippet.inPackage(named));
        assertThat(both.notes()).isEmpty();
        assertThat(both.loader()).isNotNull();
    }

    @Test
    void layoutCheck_ofANamedRecord_isChecked() {
        String source = "@LayoutCheck(size = 4) record Thing(@Length(3) String name) {}\n"
                + "@StructsFor(Thing.class) class Holder {}";
        assertThat(Compiled.of(Snippet.inPackage(source)).errors()).containsExactly("LayoutSize@3");
    }

    private Path library(String... sources) throws IOException {
        Path library = folder.resolve("library");
        return Compiled.with(List.of(), sources).writeClasses(library);
    }
}
