package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that C and C++ do not take as they are, or take for something else. */
class HeaderNamesTest {
    /** What is generated besides the headers is for other tests to compile. */
    private static final List<String> HEADERS = List.of("-Aashlar.headers=true", "-proc:only");

    /** The headers of C. */
    private static final List<String> STANDARD = List.of(("assert.h complex.h ctype.h errno.h fenv.h float.h inttypes.h"
                    + " iso646.h limits.h locale.h math.h setjmp.h signal.h stdio.h stdlib.h string.h time.h wchar.h")
            .split(" "));

    /** Further headers with macros, types and tags that names in ours must not be. */
    private static final List<String> POSIX = List.of(("sys/stat.h sys/socket.h netinet/in.h fcntl.h unistd.h poll.h"
                    + " sys/mman.h sys/resource.h dirent.h sys/uio.h sys/time.h")
            .split(" "));

    private static final List<String> COMMON = List.of("stdio.h", "errno.h", "math.h", "limits.h");

    private static final String POSIX_MACROS =
            "st_atime st_mtime st_ctime sa_handler sa_sigaction s6_addr si_pid si_value"
                    + " O_RDONLY S_IFMT AF_INET SOCK_STREAM IPPROTO_TCP INADDR_ANY POLLIN MAP_SHARED PROT_READ RLIMIT_AS AT_FDCWD"
                    + " CLOCK_REALTIME M_PI STDIN_FILENO BIG_ENDIAN SOMAXCONN linux unix";

    private static final String KEYWORDS = "and and_eq bitand bitor catch compl const_cast decltype delete dynamic_cast"
            + " explicit export friend mutable namespace noexcept not not_eq operator or or_eq reinterpret_cast static_cast"
            + " template typeid typename using virtual wchar_t xor xor_eq char8_t concept requires consteval constinit"
            + " co_await extern signed unsigned sizeof typedef union struct register inline restrict auto asm int8_t"
            + " uint64_t size_t time_t errno stdin stdout stderr NULL EOF bool nullptr typeof";

    private static final Pattern MACRO = Pattern.compile("#define (\\w+) ");

    /** A record has at most 255 components. */
    private static final int COMPONENTS = 200;

    @TempDir
    private Path folder;

    @Test
    void members_whenMacrosOrKeywords_areMadeLegal() throws IOException {
        Set<String> names = new TreeSet<>(macros());
        names.addAll(List.of((KEYWORDS + " " + POSIX_MACROS).split(" ")));
        List<String> components = names.stream()
                .filter(SourceVersion::isName)
                .map(name -> "int " + name)
                .toList();
        List<String> sources = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (int first = 0; first < components.size(); first += COMPONENTS) {
            List<String> part = components.subList(first, Math.min(first + COMPONENTS, components.size()));
            sources.add(Snippet.inPackage("@Struct record Names" + first + "(" + String.join(", ", part) + ") {}"));
            headers.add("p/Names" + first + ".h");
        }
        Compiled compiled = Compiled.withOptions(HEADERS, sources.toArray(String[]::new));
        String[] all = headers.toArray(String[]::new);
        HeaderCompilation compilation = HeaderCompilation.of(compiled, folder);
        compilation.compile(all);
        compilation.after(COMMON).compile(all);
        compilation.after(STANDARD).compile(all);
        compilation.after(POSIX).compile(all);
    }

    @Test
    void tagsAndConstants_whenTheSystemHasThem_areMadeLegal() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("@Struct record tm(int tm_sec) {}"),
                Snippet.inPackage("@Struct record timespec(long sec, long nsec) {}"),
                Snippet.inPackage("@Struct record EOF(int x) {}"),
                Snippet.inPackage("@Struct record errno(int x) {}"),
                Snippet.inPackage("@Struct record template(int x) {}"),
                Snippet.inPackage("enum SEEK { SET, CUR }"),
                Snippet.inPackage("enum INT { MAX, MAX_, MIN }"),
                Snippet.inPackage("enum size { t }"),
                Snippet.inPackage("enum stat { A }"),
                Snippet.inPackage("enum O { RDONLY, CREAT }"),
                Snippet.inPackage(
                        "@Struct record All(tm tm, timespec timespec, EOF EOF, errno errno, template template,"
                                + " SEEK a, INT b, size c, stat d, O e) {}"));
        assertThat(compiled.generatedResource("include/p/All.h"))
                .contains("struct errno_ errno_; /* offset")
                .contains("\n    INT_MAX__ = 0,\n    INT_MAX_ = 1,\n    INT_MIN_ = 2,\n")
                .contains("\n    SEEK_SET_ = 0,\n")
                .contains("\nenum stat_ {\n    stat_A = 0,\n");
        assertThat(compiled.generatedResource("include/p/tm.h")).contains("struct tm_ {");
        HeaderCompilation compilation = HeaderCompilation.of(compiled, folder);
        compilation.compile("p/All.h");
        compilation.after(COMMON).compile("p/All.h");
        compilation.after(STANDARD).compile("p/All.h");
        compilation.after(POSIX).compile("p/All.h");
    }

    @Test
    void enums_whenOfTheSameNameInC_getTheirPackage() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("enum A { B_C, D }"),
                Snippet.inPackage("enum A_B { C }"),
                Snippet.inPackage("class A_ { enum B { E } }"),
                Snippet.inPackage("enum Color { RED }"),
                "package q;\npublic enum Color { GREEN, RED }",
                "package r;\npublic enum Color { RED }",
                Snippet.inPackage("@Struct record Inner(q.Color color) {}"),
                Snippet.inPackage(
                        "@Struct record Outer(A a, A_B b, A_.B c, Color p, r.Color r, q.Color q, Inner inner) {}"),
                Snippet.inPackage("@Struct record Other(Color p) {}"));
        assertThat(compiled.generatedResource("include/p/Inner.h")).contains("enum Color {\n    Color_GREEN = 0,");
        assertThat(compiled.generatedResource("include/p/Outer.h"))
                .contains("enum A {\n    A_B_C = 0,\n    A_D = 1,\n};")
                .contains("enum p_A_B {\n    p_A_B_C = 0,\n};")
                .contains("enum A__B {\n    A__B_E = 0,\n};")
                .contains("#define ASHLAR_p_Color_h_p_Color\nenum p_Color {\n    p_Color_RED = 0,\n};")
                .contains("enum r_Color {\n    r_Color_RED = 0,\n};")
                .contains("#define ASHLAR_q_Color_h\nenum Color {\n    Color_GREEN = 0,\n    Color_RED = 1,\n};");
        HeaderCompilation compilation = HeaderCompilation.of(compiled, folder);
        compilation.compile("p/Outer.h", "p/Inner.h");
        compilation.compile("p/Inner.h", "p/Outer.h");
        compilation.compile("p/Other.h");
    }

    @Test
    void enums_whenAStructOrTheTagsOfAUnionAreCalledSo_getTheirPackage() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("""
                        @Struct sealed interface Shape permits Shape.Circle, Shape.Rect {
                            enum Tag { CIRCLE, SQUARE }

                            @Struct @Code(1) record Circle(Tag tag) implements Shape {}

                            @Struct @Code(2) record Rect(int x) implements Shape {}
                        }
                        """),
                "package q;\npublic enum Shape { ROUND }",
                Snippet.inPackage("@Struct record Holder(Shape shape, q.Shape kind) {}"));
        assertThat(compiled.generatedResource("include/p/Shape.h"))
                .contains("enum p_Shape_Tag {\n    p_Shape_Tag_CIRCLE = 1,\n    p_Shape_Tag_RECT = 2,\n};");
        assertThat(compiled.generatedResource("include/p/Holder.h"))
                .contains("enum q_Shape {\n    q_Shape_ROUND = 0,\n};");
        HeaderCompilation.of(compiled, folder).compile("p/Holder.h", "p/Shape_Circle.h");
    }

    @Test
    void enums_inTheUnnamedPackage_getUnderscores() throws IOException {
        String imports = "import dev.ashlar.struct.*;\n";
        Compiled compiled = Compiled.withOptions(
                HEADERS, "enum A { B_C }", "enum A_B { C }", imports + "@Struct record Both(A a, A_B b) {}");
        assertThat(compiled.generatedResource("include/Both.h"))
                .contains("enum A {\n    A_B_C = 0,\n};")
                .contains("enum A_B_ {\n    A_B__C = 0,\n};");
        HeaderCompilation.of(compiled, folder).compile("Both.h");
    }

    @Test
    void numbersBitFieldsAndTails_compileWithoutExtensions() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("enum Wide { @Code(Long.MIN_VALUE) LEAST, @Code(Long.MAX_VALUE) MOST }"),
                Snippet.inPackage("enum Most { @Code(4294967295L) ALL }"),
                Snippet.inPackage("@Struct record Numbers(@Stored(StorageType.I64) Wide wide,"
                        + " @Stored(StorageType.U32) Most all, @Bits(3) @Stored(StorageType.U8) int a,"
                        + " @Bits(value = 5, newUnit = true) @Stored(StorageType.I16) int b, @Bits(40) long c,"
                        + " @Tail byte[] tail) {}"),
                Snippet.inPackage("@Struct record Text(byte id, @Tail String text) {}"));
        HeaderCompilation.of(compiled, folder).compile("p/Numbers.h", "p/Text.h");
    }

    @Test
    void names_whenNotOfEnglishLetters_areWrittenAsInJni() throws IOException {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage(
                        "@Struct record Odd(int gr\u00f6\u00dfe, int gr$, int \ud835\udc65," + " int _000df) {}"),
                Snippet.inPackage("enum Farbe { GR\u00dcN, GR\u00c4N }"),
                Snippet.inPackage("@Struct record Bild(Farbe farbe, Odd odd) {}"));
        assertThat(compiled.generatedResource("include/p/Odd.h"))
                .contains("    int32_t gr_000f6_000dfe; /* offset 0: gr\u00f6\u00dfe, int */\n")
                .contains("    int32_t gr_00024; /* offset 4: gr$, int */\n")
                .contains("    int32_t _0d835_0dc65; /* offset 8: ")
                .contains("    int32_t _000df; /* offset 12: int */\n");
        assertThat(compiled.generatedResource("include/p/Bild.h"))
                .contains("    Farbe_GR_000dcN = 0,\n    Farbe_GR_000c4N = 1,\n");
        HeaderCompilation.of(compiled, folder).compile("p/Bild.h");
    }

    /** Structs whose names differ in such letters alone have headers that do not switch each other off. */
    @Test
    void guards_whenNotOfEnglishLetters_areDistinct() {
        Compiled compiled = Compiled.withOptions(
                HEADERS,
                Snippet.inPackage("class In { @Struct record Ma\u00df(int x) {} @Struct record Ma\u00e4(int x) {} }"));
        assertThat(compiled.generatedResource("include/p/In_Ma\u00df.h"))
                .contains("#ifndef ASHLAR_p_In__Ma_000df_h\n", "struct In_Ma_000df {\n");
        assertThat(compiled.generatedResource("include/p/In_Ma\u00e4.h"))
                .contains("#ifndef ASHLAR_p_In__Ma_000e4_h\n", "struct In_Ma_000e4 {\n");
    }

    /** The macros without parameters of the headers of C. */
    private Set<String> macros() throws IOException {
        String source = STANDARD.stream().map("#include <%s>\n"::formatted).collect(Collectors.joining());
        Path main = Files.writeString(folder.resolve("system.c"), source);
        String defined = CCompiler.orSkip(folder).run(List.of("gcc", "-std=c11", "-dM", "-E", main.toString()));
        return MACRO.matcher(defined)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
