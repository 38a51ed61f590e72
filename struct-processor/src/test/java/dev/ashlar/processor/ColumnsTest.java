package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that are refused, and names that columns find in other packages. */
class ColumnsTest {
    @Test
    void nestedStruct_whenNamedAsTheRowInTheUnnamedPackage_isWritten() {
        Compiled compiled = Compiled.of(
                "import dev.ashlar.struct.*;\n@Struct(columns = true) record Table(Box box, @Length(2) Row[] rows) {}",
                "import dev.ashlar.struct.*;\n@Struct record Box(Row row) {}",
                "import dev.ashlar.struct.*;\n@Struct record Row(int x) {}");
        assertThat(compiled.compilation().errors()).isEmpty();
        assertThat(compiled.generatedSource("TableColumns")).contains("class Row_ implements StructRow<Table>");
    }

    @Test
    void refusals_areReportedAtTheComponent() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct(columns = true) record A(int x,\n@Bits(3) int y,\n Flags z,\n Shape w) {}"),
                Snippet.inPackage("@Struct record Flags(int a, @Bits(2) int b) {}"),
                Snippet.inPackage("@Struct(columns = true) record B(\n\n\n\nint x, @Tail String y) {}"),
                Snippet.inPackage(
                        "@Struct sealed interface Shape { @Code(1) @Struct record Dot(int x) implements Shape {} }"),
                Snippet.inPackage(
                        "@Struct record C(\n\n\n\n\n\nint x) {}\n@Struct(columns = true) record D(C cx, int cxX, C c, int cX) {}"));
        assertThat(compiled.errors())
                .containsExactly(
                        "ColumnsComponent@4",
                        "ColumnsComponent@5",
                        "ColumnsComponent@6",
                        "ColumnsComponent@7",
                        "ColumnsName@10",
                        "ColumnsName@10");
        assertThat(compiled.compilation().errors().toString())
                .contains(
                        "component 'p.A.z.b' is a bit-field",
                        "component 'p.A.w' is the union Shape",
                        "component 'p.B.y' is a tail")
                .contains("components 'p.D.cx.x' and 'cxX' both need the column 'cxX'")
                .contains("components 'p.D.c.x' and 'cX' both need the column 'cX'");
        assertThat(compiled.written()).doesNotContain("p.AColumns", "p.AView", "p.DColumns");
    }

    @Test
    void columns_whenOneMoreThanThereMayBe_areRefused() {
        String source = Snippet.inPackage(thousandColumns("Five a, Five b, Five c, Five d, Five e, int f"));
        assertThat(Compiled.of(source).onlyError()).startsWith("[Ashlar:ColumnsNumber]");
    }

    /** A compiler goes one level deeper for each operator of a chain; this thread has the stack that javac itself has. */
    @Test
    void columns_whenAsManyAsThereMayBe_compile() throws InterruptedException {
        String source = Snippet.inPackage(thousandColumns("Five a, Five b, Five c, Five d, Five e"));
        List<String> errors = new ArrayList<>(List.of("not compiled"));
        Thread compiling = new Thread(
                null,
                () -> {
                    List<String> found = Compiled.of(source).errors();
                    errors.clear();
                    errors.addAll(found);
                },
                "javac",
                1 << 20);
        compiling.start();
        compiling.join();
        assertThat(errors).isEmpty();
    }

    private static String thousandColumns(String components) {
        return """
                @Struct(columns = true) record Person(%s) {
                    @Struct record Five(Four a, Four b, Four c, Four d, Four e) {}
                    @Struct record Four(Eight a, Eight b, Eight c, Eight d, Eight e) {}
                    @Struct record Eight(int a, int b, int c, int d, int e, int f, int g, int h) {}
                }
                """.replace("%s", components);
    }

    /** The name of a nested struct is a column's too, for the constants of all of it. */
    @Test
    void name_whenThatOfANestedStructMeetsAColumn_isRefused() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage("@Struct record C(int x) {}"),
                Snippet.inPackage("@Struct record B(C x) {}"),
                Snippet.inPackage("@Struct(columns = true) record A(B b,\nint bX) {}"));
        assertThat(compiled.errors()).containsExactly("ColumnsName@4");
        assertThat(compiled.compilation().errors().toString())
                .contains("components 'p.A.b.x' and 'bX' both need the column 'bX'");
    }

    void namesInOtherPackages_whenHidden_areRefused() {
        String hidden = "package q;\nenum Hidden { A }";
        String outer = "package q;\nimport dev.ashlar.struct.*;\n@Struct public record Outer(int x, Hidden hidden) {}";
        String plain =
                "package q;\nimport dev.ashlar.struct.*;\n@Struct public record Plain(int x, @Length(2) byte[] y) {}";
        Compiled compiled = Compiled.of(
                hidden,
                outer,
                plain,
                Snippet.inPackage("@Struct(columns = true) public record A(int x,\nq.Outer outer) {}"),
                Snippet.inPackage("@Struct(columns = true) public record B(int x,\nq.Plain plain) {}"));
        assertThat(compiled.errors()).containsExactly("HiddenType@4");
        assertThat(compiled.onlyError()).contains("component 'p.A.outer.hidden'", "q.Hidden");
    }

    @Test
    void nestedStructsInOtherPackages_whenHidden_areRefused() {
        String outer = """
                package q;
                import dev.ashlar.struct.*;
                @Struct public record Outer(Part part, Holder.Inner inner) {}
                @Struct record Part(int x) {}
                class Holder {
                    @Struct public record Inner(int y) {}
                }
                """;
        Compiled compiled = Compiled.of(
                outer, Snippet.inPackage("@Struct(columns = true) public record A(int x,\nq.Outer outer) {}"));
        assertThat(compiled.errors()).containsExactly("HiddenType@4", "HiddenType@4");
        assertThat(compiled.compilation().errors().toString())
                .contains(
                        "component 'p.A.outer.part' has type q.Part",
                        "component 'p.A.outer.inner' has type q.Holder.Inner");
    }

    @Test
    void deprecatedComponents_raiseNoWarning() {
        String old = "@Deprecated @Struct public record Old(@Deprecated int x) {}";
        Compiled compiled = Compiled.of(
                Snippet.inPackage(old),
                Snippet.inPackage(
                        "@SuppressWarnings(\"deprecation\") @Struct(columns = true) public record A(Old old) {}"));
        assertThat(compiled.compilation().errors()).isEmpty();
        assertThat(compiled.warnings()).isEmpty();
    }
}
