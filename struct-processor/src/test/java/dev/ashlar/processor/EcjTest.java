package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The compiler of Eclipse and javac write the same: it sorts by name what a sealed interface permits without a {@code
 * permits} clause, and the members of class files.
 */
class EcjTest {
    /** Names against their alphabet wherever something has an order. */
    private static final Map<String, String> LIBRARY = Map.of(
            "q/Size.java",
            "package q; public enum Size { LARGE, MEDIUM, ALMOST_NOTHING }",
            "q/Coded.java",
            "package q;\nimport dev.ashlar.struct.Code;\npublic enum Coded { @Code(3) ZERO, @Code(-1) ONE }",
            "q/Place.java",
            "package q;\n@dev.ashlar.struct.Struct public record Place(short y, byte x, Size size) {}",
            "q/Signal.java",
            """
            package q;
            import dev.ashlar.struct.Struct;
            @Struct public sealed interface Signal permits Signal.Stop, Signal.Go {
                @Struct record Stop(int a) implements Signal {}
                @Struct record Go(long z, int a) implements Signal {}
            }
            """,
            "q/Bare.java",
            "package q; public record Bare(int z, long a) {}",
            "q/Nullable.java",
            """
            package q;
            import java.lang.annotation.*;
            @Target(ElementType.TYPE_USE) @Retention(RetentionPolicy.RUNTIME) public @interface Nullable {}
            """,
            "q/Gauge.java",
            """
            package q;
            import dev.ashlar.struct.*;
            @Struct public record Gauge(
                    int z, @Length(3) Integer[] levels, @Length(40) @Nullable Size[] sizes, @Nullable Size one) {}
            """);

    private static final Map<String, String> STRUCTS = Map.of(
            "p/Everything.java",
            """
            package p;
            import dev.ashlar.struct.*;
            @Struct public record Everything(
                    boolean z, byte y, short x, char w, int v, long u, float t, double s, @Stored(StorageType.U8) int r,
                    @Length(3) int[] q, @Length(5) String o, Colour n, @Stored(StorageType.U8) @Length(2) Colour[] m,
                    @Bits(3) int l, @Bits(1) boolean k, @Atomic long j, Ref<Everything> i,
                    @Stored(StorageType.U32) Ref<q.Place> h, java.lang.foreign.MemorySegment g, q.Place f,
                    @Length(2) q.Place[] e, q.Signal d, @Align(16) q.Size c, q.Coded b, @Length(2) Shape[] a) {}
            """,
            "p/Colour.java",
            "package p; public enum Colour { RED, GREEN, BLUE }",
            "p/Shape.java",
            """
            package p;
            import dev.ashlar.struct.*;
            @Struct @Stored(StorageType.U8) public sealed interface Shape {
                @Struct @Code(2) record Rect(double width, double height) implements Shape {}
                sealed interface Round extends Shape {}
                @Struct @Code(1) record Circle(double radius) implements Round {}
                @Struct @Code(9) record Arc(double radius, float angle) implements Round {}
            }
            """,
            "p/Event.java",
            """
            package p;
            import dev.ashlar.struct.*;
            @Struct public sealed interface Event permits Event.Up, Event.Down, Later {
                @Struct record Up(int z) implements Event {}
                @Struct record Down(int z, long a) implements Event {}
            }
            """,
            "p/Later.java",
            "package p;\n@dev.ashlar.struct.Struct public record Later(q.Size size) implements Event {}",
            "p/Gauges.java",
            """
            package p;
            import dev.ashlar.struct.*;
            import q.Nullable;
            @Struct public record Gauges(
                    q.Gauge gauge, @Length(3) @Nullable Colour[] colours, @Length(2) java.util.OptionalInt[] parents,
                    @Tail @Absent("-1") Integer[] levels) {}
            """,
            "p/Entry.java",
            "package p;\nimport dev.ashlar.struct.*;\n@Struct public record Entry(long time, @Tail String text) {}",
            "p/Counted.java",
            """
            package p;
            import dev.ashlar.struct.*;
            @Struct public record Counted(@U8 short nameLength, @Bits(3) int n, @Tail(count = "nameLength", pad = 2) String name,
                    @Tail(count = "n", unit = TailUnit.BYTES) int[] values) {}
            """,
            "p/Rows.java",
            """
            package p;
            import dev.ashlar.struct.*;
            public class Rows {
                @Struct(columns = true, list = true, ring = true, map = {"id", "colour", "place"}) public record Row(q.Place place, @SortKey int id, Colour colour) {}
                @Struct(packed = true, order = StructOrder.BIG_ENDIAN) public record Head(byte kind, int size) {}
                @Struct public record Paid(java.util.UUID id, @Scale(2) @Length(2) java.math.BigDecimal[] parts,
                        @StoredBy(Codec.class) @Bits(3) Level level) {}
                public static final class Level {}
                public static final class Codec {
                    public static int encode(Level level) { return 1; }
                    public static Level decode(int level) { return new Level(); }
                }
                @StructsFor(q.Bare.class) static class Named {}
            }
            """.replace("@SortKey ", ""));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void sources_whenLibraryIsInAFolder_areThoseOfJavac(JavaCompilerRun.Kind library) throws IOException {
        Path classes = library(library).classes();
        assertOptionalElements(assertSameSources(STRUCTS, classes));
    }

    @ParameterizedTest
    @EnumSource
    void sources_whenLibraryIsInAJar_areThoseOfJavac(JavaCompilerRun.Kind library) throws IOException {
        assertOptionalElements(assertSameSources(STRUCTS, jar(library(library).classes())));
    }

    /** The 44 presence bits of {@code q.Gauge} say that its class file tells which elements are optional. */
    private static void assertOptionalElements(Map<String, String> written) {
        assertThat(written.get("p/GaugesView.java")).contains("TAIL_OFFSET = 216;");
    }

    @Test
    void sources_whenEverythingIsCompiledAtOnce_areThoseOfJavac() throws IOException {
        Map<String, String> all = new java.util.TreeMap<>(STRUCTS);
        all.putAll(LIBRARY);
        Map<String, String> written = assertSameSources(all);
        assertThat(written.get("p/EventView.java"))
                .contains("int TAG_UP = 0;", "int TAG_DOWN = 1;", "int TAG_LATER = 2;");
    }

    @Test
    void union_whenNothingSaysTheOrder_isTheSameErrorWithBoth() throws IOException {
        Map<String, String> unordered = Map.of("p/U.java", """
                package p;
                import dev.ashlar.struct.Struct;
                @Struct sealed interface U {
                    @Struct record Zed(int a) implements U {}
                    @Struct record Alpha(int a) implements U {}
                }
                """);
        List<String> javac = run(JavaCompilerRun.Kind.JAVAC, unordered).errors();
        List<String> ecj = run(JavaCompilerRun.Kind.ECJ, unordered).errors();
        assertThat(javac)
                .hasSize(1)
                .allMatch(error -> error.contains("[Ashlar:TagUnordered]")
                        && error.contains("@Code(0) on Zed, @Code(1) on Alpha"));
        assertThat(ecj).isEqualTo(javac);
    }

    /** ecj tells no place of a record in a file, so the text must. */
    @Test
    void errors_nameStructAndComponent_withBoth() throws IOException {
        Map<String, String> wrong = Map.of(
                "p/A.java",
                "package p;\n@dev.ashlar.struct.Struct record A(java.net.URI id) { }",
                "p/B.java",
                "package p;\nimport dev.ashlar.struct.*;\n@Struct record B(@Align(3) int id, @Offset(8) int x) {}",
                "p/C.java",
                "package p;\nimport dev.ashlar.struct.*;\n@Struct @LayoutCheck(size = 3) record C(int id) {}",
                "p/D.java",
                "package p;\nclass D { @dev.ashlar.struct.Struct record E() {} }");
        List<String> javac = run(JavaCompilerRun.Kind.JAVAC, wrong).errors().stream()
                .map(error -> error.replaceAll("\n +", "\n"))
                .toList();
        assertThat(javac).hasSize(4);
        assertThat(String.join("\n", javac))
                .contains("component 'p.A.id'", "component 'p.B.id'", "struct 'p.C'", "struct 'p.D.E'");
        assertThat(run(JavaCompilerRun.Kind.ECJ, wrong).errors())
                .map(error -> error.replaceAll("\n +", "\n"))
                .containsExactlyInAnyOrderElementsOf(javac);
    }

    /** Writes with both compilers, without an error; returns what both wrote. */
    private Map<String, String> assertSameSources(Map<String, String> sources, Path... libraries) throws IOException {
        JavaCompilerRun javac = run(JavaCompilerRun.Kind.JAVAC, sources, libraries);
        JavaCompilerRun ecj = run(JavaCompilerRun.Kind.ECJ, sources, libraries);
        assertThat(javac.errors()).isEmpty();
        assertThat(ecj.errors()).isEmpty();
        assertThat(javac.written()).hasSizeGreaterThan(15);
        assertThat(ecj.written()).isEqualTo(javac.written());
        return javac.written();
    }

    private JavaCompilerRun library(JavaCompilerRun.Kind kind) throws IOException {
        JavaCompilerRun library = JavaCompilerRun.of(kind, folder.resolve("library"), LIBRARY);
        assertThat(library.errors()).isEmpty();
        return library;
    }

    private JavaCompilerRun run(JavaCompilerRun.Kind kind, Map<String, String> sources, Path... libraries)
            throws IOException {
        return JavaCompilerRun.of(kind, folder.resolve(kind.name()), sources, libraries);
    }

    private Path jar(Path classes) throws IOException {
        Path jar = folder.resolve("library.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
