package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.Memory;
import java.io.IOException;
import java.lang.foreign.Arena;
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

    private static final String PACKET =
            "@Struct public record Packet(@U16 int nameLength, int id, @Bits(4) @Stored(StorageType.U32) int n,"
                    + " @Tail(count = \"nameLength\", pad = 4) String name, @Tail(count = \"n\") short[] values) {}";

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
                "byte a, @Tail(count = \"a\") byte[] b | 1 | 1 | 1",
                "byte a, @Tail(count = \"a\") long[] b | 8 | 8 | 8",
                "int n, @U16 int a, @Tail(count = \"n\") String b | 8 | 4 | 6",
                "long n, byte a, @Tail(count = \"n\") short[] b | 16 | 8 | 10",
                "long n, byte a, @Tail(count = \"n\") @Align(4) short[] b | 16 | 8 | 12",
                "@Bits(5) int n, @Bits(3) int a, @Tail(count = \"n\") Inner[] b | 8 | 8 | 8",
                "long n, byte a, @Tail(toEnd = true) byte[] b | 9 | 8 | 9",
                "long n, byte a, @Tail(toEnd = true) short[] b | 10 | 8 | 10",
                "byte n, byte a, @Tail(count = \"n\") byte[] b, @Tail(toEnd = true) long[] c | 2 | 1 | 2",
                "byte n, byte a, @Tail(count = \"n\", pad = 8) byte[] b, @Tail(count = \"n\") long[] c | 8 | 1 | 2",
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
    void header_whenAnotherComponentCounts_namesIt() {
        Compiled compiled = Compiled.withOptions(List.of("-Aashlar.headers=true"), Snippet.inPackage(PACKET));
        assertThat(compiled.generatedResource("include/p/Packet.h"))
                .contains("""
                        struct Packet {
                            uint16_t nameLength; /* offset 0: int */
                            int32_t id; /* offset 4: int */
                            uint32_t n : 4; /* offset 8, bit 0: int */
                            __extension__ char name[]; /* offset 9: String, nameLength bytes, padded to 4 */
                            /* then values: short[], n of them */
                        };
                        """)
                .contains("sizeof(struct Packet) == 12")
                .contains("offsetof(struct Packet, name) == 9");
    }

    /** C fills the struct, its flexible array member, and what lies behind that; the view reads it. */
    @Test
    void view_readsWhatCWrote() throws Exception {
        Compiled compiled = Compiled.withOptions(List.of("-Aashlar.headers=true"), Snippet.inPackage(PACKET));
        assertThat(compiled.errors()).isEmpty();
        compiled.writeHeaders(folder);
        Path main = Files.writeString(folder.resolve("main.c"), """
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                #include "p/Packet.h"
                int main(void) {
                    const char *name = "Gr\\303\\274n";
                    const int16_t values[] = {7, -8, 9};
                    size_t length = strlen(name);
                    size_t end = (offsetof(struct Packet, name) + length + 3) / 4 * 4;
                    struct Packet *packet = calloc(1, end + sizeof values);
                    packet->nameLength = (uint16_t) length;
                    packet->id = 42;
                    packet->n = 3;
                    memcpy(packet->name, name, length);
                    memcpy((char *) packet + end, values, sizeof values);
                    return fwrite(packet, 1, end + sizeof values, stdout) == 0;
                }
                """.replace("\\\\", "\\"));
        CCompiler compiler = CCompiler.orSkip(folder);
        compiler.compileStrictly(main, "-o", "main", "-I", "include");
        Process process = new ProcessBuilder(folder.resolve("main").toString()).start();
        byte[] bytes = process.getInputStream().readAllBytes();
        assertThat(bytes).hasSize(22);
        try (Arena arena = Arena.ofConfined()) {
            Path file = Files.write(folder.resolve("packet"), bytes);
            Class<?> view = compiled.loader().loadClass("p.PacketView");
            Object read = view.getMethod("at", Memory.class).invoke(null, Memory.mapReadOnly(file, arena));
            assertThat(read).hasToString("Packet[nameLength=5, id=42, n=3, name=Grün, values=[7, -8, 9]]");
        }
    }

    @Test
    void tail_whenItsCountIsWrong_isAnError() {
        for (String[] wrong : new String[][] {
            {"@Tail(count = \"m\") String b", "TailCountUnknown", "n, d, c, t, x, e, o, i, at, a"},
            {"@Tail(count = \"b\") String b", "TailCountBehind", ""},
            {"@Tail(count = \"d\") String b", "TailCountType", "of type double"},
            {"@Tail(count = \"c\") String b", "TailCountType", "of type char"},
            {"@Tail(count = \"t\") String b", "TailCountType", "of type boolean"},
            {"@Tail(count = \"x\") String b", "TailCountType", "of type int[2]"},
            {"@Tail(count = \"e\") String b", "TailCountType", "of type Thread.State"},
            {"@Tail(count = \"o\") String b", "TailCountType", "of type Integer"},
            {"@Tail(count = \"i\") String b", "TailCountType", "stored by a codec"},
            {"@Tail(count = \"at\") String b", "TailCountType", "@Atomic"},
            {"@Tail(count = \"n\") String b, int z", "TailNotLast", "has a count"},
            {"@Tail(count = \"n\") String b, @Tail int[] z", "TailUncounted", "'b'"},
            {"@Tail String b, @Tail(count = \"n\") int[] z", "TailNotLast", ""},
            {"@Tail(unit = TailUnit.BYTES) int[] b", "TailWithoutCount", "a unit"},
            {"@Tail(count = \"n\", pad = 0) int[] b", "TailPad", "pad = 0"},
            {"@Tail(count = \"n\", pad = 131072) int[] b", "TailPad", "65536"},
            {"@Tail(count = \"n\") byte[] b, @Offset(60) @Tail(count = \"n\") int[] z", "TailPlace", "@Offset"},
            {"@Tail(count = \"n\") byte[] b, @Tail(count = \"n\") Shared[] z", "TailPlace", "@Atomic components"},
            {"@Tail(toEnd = true) byte[] b, int z", "TailNotLast", ""},
            {"@Tail(toEnd = true) byte[] b, @Tail(count = \"n\") byte[] z", "TailNotLast", ""},
            {"@Tail(toEnd = true, pad = 2) byte[] b", "TailToEnd", ""},
            {"@Tail(toEnd = true, unit = TailUnit.BYTES) byte[] b", "TailToEnd", ""},
            {"@Tail(count = \"n\") byte[] b, @Tail(toEnd = true) Shared[] z", "TailPlace", "@Atomic components"},
            {"Ref<Whole> b", "RefToEnd", "Whole"},
            {"Ref<A> b, @Tail(toEnd = true) byte[] z", "RefToEnd", "'p.A.b'"},
            {"Whole b", "TailNested", "Whole"},
            {"@Tail(count = \"n\") @Length(3) byte[] b", "TailAndLength", ""},
            {"@Tail(count = \"n\") int b", "TailType", ""},
        }) {
            Compiled compiled = Compiled.of(
                    Snippet.inPackage("@Struct record Shared(@Atomic int shared) {}"),
                    Snippet.inPackage("@Struct record Whole(int id, @Tail(toEnd = true) byte[] rest) {}"),
                    Snippet.inPackage("@Struct record A(int n, double d, char c, boolean t, @Length(2) int[] x,"
                            + " Thread.State e, Integer o, java.time.Instant i, @Atomic int at, @Bits(3) int a,\n"
                            + wrong[0] + ") {}"));
            assertThat(compiled.errors()).as(wrong[0]).containsExactly(wrong[1] + "@4");
            assertThat(compiled.compilation().errors().getFirst().getMessage(null))
                    .as(wrong[0])
                    .contains(wrong[2]);
        }
    }

    @Test
    void recording_whenAnotherComponentCounts_namesIt() throws IOException {
        List<String> record = List.of("-Aashlar.layouts=" + folder, "-Aashlar.recordLayouts=true");
        assertThat(Compiled.withOptions(record, Snippet.inPackage(PACKET)).errors())
                .isEmpty();
        assertThat(Files.readString(folder.resolve("p.Packet.layout"))).endsWith("""
                8 1 n int U32 bits 0:4
                9 0 name String U8[nameLength] padded to 4
                12 0 values short[] I16[n]
                """);
        List<String> compare = List.of("-Aashlar.layouts=" + folder);
        assertThat(Compiled.withOptions(compare, Snippet.inPackage(PACKET.replace(", pad = 4", "")))
                        .errors())
                .containsExactly("LayoutChanged@3");
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
