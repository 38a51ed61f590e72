package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tails in recordings, and tails that are refused. */
class TailTest {
    private static final String ENTRY = "@Struct public record Entry(long time, @Tail String text) {}";
    private static final String POINT = "@Struct public record Point(int x, @Length(2) String name) {}";
    private static final String ROUTE =
            "@Struct(order = StructOrder.BIG_ENDIAN) public record Route(short id, @Tail Point[] points) {}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byte a, @Tail byte[] b | 8 | 4 | 8",
                "int a, @Tail long[] b | 8 | 8 | 8",
                "long a, @Tail long[] b | 16 | 8 | 16",
                "long a, @Tail short[] b | 16 | 8 | 12",
                "byte a, @Tail @Align(8) byte[] b | 16 | 8 | 12",
                "@Tail double[] b | 8 | 8 | 8",
                "@Tail String b | 4 | 4 | 4",
                "byte a, @Tail Inner[] b | 8 | 8 | 8",
            })
    void layout_isThatOfAFlexibleArrayInC(String components, long byteSize, long byteAlignment, long tailOffset)
            throws Exception {
        Compiled compiled = Compiled.withOptions(
                List.of("-Aashlar.headers=true"),
                Snippet.inPackage("@Struct public record Tailed(" + components + ") {}"),
                Snippet.inPackage("@Struct record Inner(long x, byte y) {}"));
        Class<?> view = compiled.loader().loadClass("p.TailedView");
        assertThat(view.getField("BYTE_SIZE").get(null)).isEqualTo(byteSize);
        assertThat(view.getField("BYTE_ALIGNMENT").get(null)).isEqualTo(byteAlignment);
        compiled.writeHeaders(folder);
        Path main = Files.writeString(folder.resolve("main.c"), """
                #include "p/Tailed.h"
                struct Around { struct Tailed *tailed; };
                _Static_assert(offsetof(struct Tailed, b) == %d, "place of the elements");
                """.formatted(tailOffset));
        if (components.contains(" a, ")) {
            CCompiler.orSkip(folder).compileStrictly(main, "-c", "-o", "main.o", "-I", "include");
        }
    }

    @Test
    void recording_showsTheTail() throws IOException {
        List<String> record = List.of("-Aashlar.layouts=" + folder, "-Aashlar.recordLayouts=true");
        Compiled compiled = Compiled.withOptions(
                record, Snippet.inPackage(ENTRY), Snippet.inPackage(ROUTE), Snippet.inPackage(POINT));
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.written()).contains("p.EntryView").doesNotContain("p.EntryArray");
        assertThat(Files.readString(folder.resolve("p.Entry.layout"))).contains("8 4 text String I32+U8[]\n");
        assertThat(Files.readString(folder.resolve("p.Route.layout")))
                .contains("4 4 points Point[] I32+struct[] big-endian\n8 4 points[].x int I32\n");
    }

    @Test
    void struct_whenItsTailHasNoPlace_isAnError() {
        Compiled compiled = Compiled.of(
                Snippet.inPackage(ENTRY),
                Snippet.inPackage("""
                        @Struct record A(
                        Entry a,
                        @Length(2) Entry[] b,
                        @Tail Entry[] c) {}
                        """),
                Snippet.inPackage("@Struct\n\n\n\nsealed interface U permits V {}"),
                Snippet.inPackage("@Struct @Code(1) record V(@Tail String v) implements U {}"),
                Snippet.inPackage(
                        "@LayoutCheck(maxPadding = 0)\n\n\n\n\n@Struct record B(byte a, int b, byte c, @Tail String d) {}"));
        assertThat(compiled.errors())
                .containsExactly("TailNested@4", "TailNested@5", "TailNested@6", "TailNested@7", "LayoutPadding@8");
        assertThat(compiled.compilation().errors())
                .anyMatch(error -> error.getMessage(null).contains("the order b, a, c, d needs only 2"));
        assertThat(Compiled.of(Snippet.inPackage("class Plain {\n@Tail String a; }"))
                        .warnings())
                .containsExactly("StrayAnnotation@4");
    }

    /** The elements start behind their number; what the size is rounded up by lies in them. */
    @Test
    void padding_whenTheSizeIsRoundedUpIntoTheElements_isNone() {
        Compiled compiled = Compiled.of(Snippet.inPackage(
                "@LayoutCheck(size = 16, maxPadding = 0)\n@Struct record A(long id, @Tail byte[] b) {}"));
        assertThat(compiled.errors()).isEmpty();
    }
}
