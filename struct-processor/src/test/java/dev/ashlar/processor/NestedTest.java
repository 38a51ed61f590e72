package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs inside structs. */
class NestedTest {
    private static final String POINT = "@Struct public record Point(short x, int y, @Length(3) String name) {}";
    private static final String LINE = "@Struct public record Line(byte id, Point start, Point end, boolean last) {}";
    private static final String PLAN = "@Struct record Plan(Line first, @Length(2) Line[] others) {}";

    @Test
    void layout_whenNested_keepsInnerPadding() {
        Snippet.run("""
                assertThat(PointView.BYTE_SIZE).isEqualTo(12);
                assertThat(LineView.BYTE_SIZE).isEqualTo(32);
                assertThat(LineView.OFFSET_START).isEqualTo(4);
                assertThat(LineView.OFFSET_END).isEqualTo(16);
                assertThat(LineView.OFFSET_LAST).isEqualTo(28);
                assertThat(PlanView.BYTE_SIZE).isEqualTo(96);
                """, POINT, LINE, PLAN);
    }

    @Test
    void accessor_whenNested_isAViewInPlace() {
        Snippet.run("""
                LineView line = LineView.allocate(allocator);
                assertThat(line.start().x((short) 3).y(4)).isEqualTo(line.start());
                assertThat(line.memory().loadI16(4)).isEqualTo(3);
                line.end(new Point((short) 5, 6, "e")).start(line.end());
                assertThat(line.read().start()).isEqualTo(new Point((short) 5, 6, "e"));
                assertThatThrownBy(() -> line.start().free()).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> line.start((Point) null))
                        .isInstanceOf(NullPointerException.class).hasMessageContaining("component=start");
                """, POINT, LINE);
    }

    @Test
    void readWrite_whenDeeplyNested_recurses() {
        Snippet.run("""
                Point a = new Point((short) 1, 2, "a"), b = new Point((short) -1, -2, "b");
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
                """, POINT, LINE, PLAN);
    }

    @Test
    void write_whenRefusedDeepInside_changesNothingAndNamesThePath() {
        Snippet.run("""
                Point good = new Point((short) 1, 2, "a"), bad = new Point((short) 7, 7, "long"), none = null;
                Line line = new Line((byte) 1, good, good, true);
                PlanView view = PlanView.allocate(allocator, new Plan(line, new Line[] {line, line}));
                byte[] before = view.memory().loadBytes();
                assertThatThrownBy(() -> view.write(new Plan(new Line((byte) 9, good, bad, false), new Line[] {line, line})))
                        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("component=first.end.name ");
                Line nullInside = new Line((byte) 9, none, good, false);
                assertThatThrownBy(() -> view.write(new Plan(new Line((byte) 9, good, good, false), new Line[] {line, nullInside})))
                        .isInstanceOf(NullPointerException.class)
                        .hasMessage("a component cannot be null: component=others[1].start");
                assertThatThrownBy(() -> view.write(new Plan(line, new Line[] {line, null})))
                        .isInstanceOf(NullPointerException.class).hasMessageEndingWith("component=others[1]");
                assertThatThrownBy(() -> view.write(new Plan(line, new Line[3])))
                        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("component=others arrayLength=3 length=2");
                assertThatThrownBy(() -> view.write(new Plan(line, null)))
                        .isInstanceOf(NullPointerException.class).hasMessageEndingWith("component=others");
                assertThatThrownBy(() -> view.write(new Plan(nullInside, new Line[] {line, line})))
                        .isInstanceOf(NullPointerException.class).hasMessageEndingWith("component=first.start");
                assertThat(view.memory().loadBytes()).isEqualTo(before);
                """, POINT, LINE, PLAN);
    }

    @Test
    void write_whenAnAccessorThrows_changesNothing() {
        Snippet.run("""
                DrawingView view = DrawingView.allocate(allocator, new Drawing(1, new Plain(2, 3), new Plain[] {new Plain(4, 5)}));
                byte[] before = view.memory().loadBytes();
                assertThatThrownBy(() -> view.write(new Drawing(9, new Plain(9, -1), new Plain[] {new Plain(9, 9)})))
                        .isInstanceOf(UnsupportedOperationException.class).hasMessage("y");
                assertThat(view.memory().loadBytes()).isEqualTo(before);
                assertThatThrownBy(() -> view.write(new Drawing(9, new Plain(9, 9), new Plain[] {new Plain(9, -1)})))
                        .isInstanceOf(UnsupportedOperationException.class).hasMessage("y");
                assertThat(view.memory().loadBytes()).isEqualTo(before);
                assertThatThrownBy(() -> view.first(new Plain(9, -1))).hasMessage("y");
                assertThatThrownBy(() -> view.restFrom(new Plain[] {new Plain(9, -1)})).hasMessage("y");
                assertThat(view.memory().loadBytes()).isEqualTo(before);
                """, "@Struct record Drawing(int id, Plain first, @Length(1) Plain[] rest) {}", """
                @Struct record Plain(int x, int y) {
                    @Override public int y() {
                        if (y < 0) { throw new UnsupportedOperationException("y"); }
                        return y;
                    }
                }
                """);
    }

    @Test
    void write_whenDeeplyNested_readsEachComponentOnce() {
        Snippet.run(
                """
                C3View view = C3View.allocate(allocator);
                C0.reads = 0;
                view.write(new C3(new C2(new C1(new C0(7)), new C1[] {new C1(new C0(8))})));
                assertThat(C0.reads).isEqualTo(2);
                assertThat(view.inner().inner().inner().x()).isEqualTo(7);
                assertThat(view.inner().more(0).inner().x()).isEqualTo(8);
                """,
                "@Struct record C3(C2 inner) {}",
                "@Struct record C2(C1 inner, @Length(1) C1[] more) {}",
                "@Struct record C1(C0 inner) {}",
                "@Struct record C0(int x) { static int reads; @Override public int x() { reads++; return x; } }");
    }

    @Test
    void nested_whenInAnotherPackage_isReached() {
        String point = "package q;\nimport dev.ashlar.struct.*;\n@Struct public record Point(int x) {}";
        String body = """
                package p;
                import dev.ashlar.struct.*;
                @Struct public record Line(q.Point start, @Length(2) q.Point[] rest) {
                    static int test(LineView line) { return line.start().x(1).x() + line.rest(1).x() + (int) line.rest().size(); }
                }
                """;
        assertThat(Compiled.of(body, point).errors()).isEmpty();
    }

    @Test
    void nested_whenTypesAreCyclic_isOneErrorAtAComponent() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record A(\n int x,\n B b) {}"),
                Snippet.inPackage("@Struct record B(\n int x,\n int y,\n A a) {}"),
                Snippet.inPackage("@Struct record C(\n A a) {}"));
        assertThat(compiled.onlyError())
                .startsWith("[Ashlar:RecursiveStruct] component 'a' holds struct p.A, which would then hold itself:"
                        + " p.A -> p.B -> p.A");
        assertThat(compiled.errors()).containsExactly("RecursiveStruct@6");
    }

    @Test
    void nested_whenInnerIsInError_onlyTheRootCauseIsReported() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record Outer(Inner inner, @Length(3) Inner[] more) {}"),
                Snippet.inPackage("@Struct record Deeper(Outer outer) {}"),
                Snippet.inPackage("@LayoutCheck(size = 1)\n@Struct record Inner(int x) {}"));
        assertThat(compiled.errors()).containsExactly("LayoutSize@4");
        assertThat(compiled.written()).isEmpty();
    }

    @Test
    void nested_whenManyTimesOver_isLaidOutOnce() {
        List<String> sources = new ArrayList<>(List.of(Snippet.inPackage("@Struct record S0(byte x) {}")));
        for (int depth = 1; depth <= 26; depth++) {
            int inner = depth - 1;
            sources.add(Snippet.inPackage("@Struct record S" + depth + "(S" + inner + " a, S" + inner + " b) {}"));
        }
        assertThat(Compiled.of(sources.toArray(String[]::new)).errors()).isEmpty();
    }

    @Test
    void nested_whenFromClassFiles_isLaidOutAsThere(@TempDir Path classes) throws IOException {
        Compilation first = Compiler.javac()
                .withProcessors(new StructProcessor())
                .withClasspath(Compiled.CLASS_PATH)
                .compile(Compiled.file("""
                                package q;
                                import dev.ashlar.struct.*;
                                @Struct(packed = true, order = StructOrder.BIG_ENDIAN)
                                public record Head(byte a, @Stored(StorageType.U32) long b, @Align(4) int c,
                                        @Length(5) String d, @Length(2) Kind[] e, @Bits(3) int f) {}
                                """), Compiled.file("""
                                package q;
                                import dev.ashlar.struct.*;
                                public enum Kind { @Code(4) X, @Code(9) Y }
                                """));
        assertThat(first.status()).isEqualTo(Compilation.Status.SUCCESS);
        for (JavaFileObject file : first.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path target = classes.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
                Files.createDirectories(target.getParent());
                try (var input = file.openInputStream()) {
                    Files.write(target, input.readAllBytes());
                }
            }
        }
        List<File> classPath = new ArrayList<>(Compiled.CLASS_PATH);
        classPath.add(classes.toFile());
        Compilation second = Compiler.javac()
                .withProcessors(new StructProcessor())
                .withClasspath(classPath)
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(Compiled.file("""
                        package p;
                        import dev.ashlar.struct.*;
                        @LayoutCheck(size = 27, alignment = 1)
                        @Struct(packed = true) public record Outer(byte first, @Offset(1) q.Head head, q.Kind kind, byte last) {}
                        """));

        assertThat(second.errors()).hasSize(1);
        assertThat(second.errors().getFirst().getMessage(null))
                .contains("has 34")
                .contains("28  head");
    }
}
