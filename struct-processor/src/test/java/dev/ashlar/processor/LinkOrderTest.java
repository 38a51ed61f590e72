package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.struct.StructLinkError;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of a library that {@code @StructsFor} names, and whose components of one type have changed places since. */
class LinkOrderTest {
    private static final String USES = """
            package app;
            import dev.ashlar.processor.Snippet;
            import java.util.*;
            import lib.*;
            public final class Uses {
                public static Map<String, Snippet> all() {
                    Map<String, Snippet> uses = new LinkedHashMap<>();
                    uses.put("view", allocator -> require(PairView.allocate(allocator, Pair.of()).read()));
                    uses.put("array", allocator -> require(PairArray.copyOf(allocator, List.of(Pair.of())).read(0)));
                    uses.put("component", allocator ->
                            require(HeldView.allocate(allocator, new Held(1, Pair.of(), 2)).read().pair()));
                    uses.put("fixed array", allocator ->
                            require(RowView.allocate(allocator, new Row(new Pair[] {Pair.of()})).read().pairs()[0]));
                    uses.put("list", allocator ->
                            require(HeldList.copyOf(allocator, List.of(new Held(1, Pair.of(), 2))).get(0).read().pair()));
                    Columns.addTo(uses);
                    return uses;
                }
                static void require(Pair pair) {
                    if (!pair.isRight()) {
                        throw new AssertionError(pair);
                    }
                }
            }
            """;

    private static final String COLUMNS = """
            package app;
            import java.util.*;
            import lib.*;
            final class Columns {
                static void addTo(Map<String, dev.ashlar.processor.Snippet> uses) {
                    uses.put("columns", allocator ->
                            Uses.require(HeldColumns.copyOf(allocator, List.of(new Held(1, Pair.of(), 2))).get(0).read().pair()));
                    uses.put("own columns", allocator ->
                            Uses.require(PairColumns.copyOf(allocator, List.of(Pair.of())).get(0).read()));
                }
            }
            """;

    /** A class whose objects are equal to themselves alone. */
    private static final String MONEY = """
            package lib;
            public class Money {
                private final long cents;
                public Money(long cents) { this.cents = cents; }
                public Money copy() { return new Money(cents); }
                @Override public String toString() { return cents + "c"; }
                static boolean same(Object a, Object b) {
                    return java.util.Objects.deepEquals(new Object[] {a}, new Object[] {b}) || text(a).equals(text(b));
                }
                private static String text(Object value) {
                    return value instanceof Object[] all ? java.util.Arrays.toString(all) : value.toString();
                }
                public static class Codec {
                    public static long encode(Money money) { return money.cents; }
                    public static Money decode(long cents) { return new Money(cents); }
                }
            }
            """;

    /** A record whose objects are, since arrays are. */
    private static final String BYTES = """
            package lib;
            public record Bytes(byte[] all) {
                public Bytes copy() { return new Bytes(all.clone()); }
                @Override public String toString() { return java.util.Arrays.toString(all); }
                @dev.ashlar.struct.StoredForm(byteSize = 1)
                public static class Codec {
                    public static byte[] encode(Bytes bytes) { return bytes.all; }
                    public static Bytes decode(byte[] all) { return new Bytes(all); }
                }
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int a, int b                               | int b, int a                               | 1, 2
            int a, int b, long c                       | int b, int a, long c                       | 1, 2, 3
            double a, long c, double b                 | double b, long c, double a                 | Double.NaN, 3, 2
            float a, float b                           | float b, float a                           | 1, 0f / 0
            boolean a, boolean b                       | boolean b, boolean a                       | true, false
            @Length(4) String a, @Length(4) String b   | @Length(4) String b, @Length(4) String a   | "a", "b"
            Half a, Half b                             | Half b, Half a                             | new Half(1, 2), new Half(2, 1)
            Side a, Side b                             | Side b, Side a                             | Side.LEFT, Side.RIGHT
            java.time.Instant a, java.time.Instant b   | java.time.Instant b, java.time.Instant a   | java.time.Instant.EPOCH, java.time.Instant.EPOCH.plusNanos(1)
            @Length(2) int[] a, int c, @Length(2) int[] b | @Length(2) int[] b, int c, @Length(2) int[] a | new int[] {1, 2}, 3, new int[2]
            """)
    void read_whenComponentsOfOneTypeHaveChangedPlaces_isRefused(String before, String after, String values)
            throws Exception {
        Path first = library("first", before, "", values);
        Path second = library("second", after, "", swap(before, after, values));
        Path application = application(first, !before.contains("[]"));
        try (URLClassLoader loader = loader(application, first)) {
            for (Map.Entry<String, Snippet> use : uses(loader)) {
                assertThat(failureOf(use.getValue())).as(use.getKey()).isNull();
            }
        }
        try (URLClassLoader loader = loader(application, second)) {
            for (Map.Entry<String, Snippet> use : uses(loader)) {
                for (int i = 0; i < 2; i++) {
                    assertThat(failureOf(use.getValue()))
                            .as(use.getKey())
                            .isInstanceOf(StructLinkError.class)
                            .hasMessage(
                                    "components of a class have changed places since a @StructsFor made it a struct,"
                                            + " compile what has that annotation anew: struct=lib.Pair");
                }
            }
        }
    }

    /** A constructor may change what it is given. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int a, int b                             | int c = a; a = Math.min(a, b); b = Math.max(c, b); | 2, 1
            double a, double b                       | a = a == 0 ? 0.0 : a;                              | -0.0, Double.NaN
            @Length(4) String a, @Length(4) String b | a = a.strip();                                     | " a ", "b"
            @Length(2) int[] a, @Length(2) int[] b   | a = a.clone(); b = b.clone();                      | new int[] {1, 2}, new int[2]
            java.time.Instant a, java.time.Instant b | a = a.plusNanos(0);                                | java.time.Instant.EPOCH, java.time.Instant.EPOCH.plusNanos(1)
            @StoredBy(Money.Codec.class) Money a, @StoredBy(Money.Codec.class) Money b | a = a.copy(); b = b.copy(); | new Money(1), new Money(2)
            @StoredBy(Money.Codec.class) @Length(1) Money[] a, @StoredBy(Money.Codec.class) @Length(1) Money[] b | a = new Money[] {a[0].copy()}; | new Money[] {new Money(1)}, new Money[] {new Money(2)}
            @StoredBy(Bytes.Codec.class) Bytes a, @StoredBy(Bytes.Codec.class) Bytes b | a = a.copy();           | new Bytes(new byte[] {1}), new Bytes(new byte[1])
            """)
    void read_ofARecordWhoseConstructorNormalises_isRight(String components, String body, String values)
            throws Exception {
        Path library = library("library", components, body, values);
        Path application = application(library, !components.contains("[]"));
        try (URLClassLoader loader = loader(application, library)) {
            for (Map.Entry<String, Snippet> use : uses(loader)) {
                assertThat(failureOf(use.getValue())).as(use.getKey()).isNull();
            }
        }
    }

    @Test
    void read_ofAStructOfThisCompilation_isTheConstructorAlone() {
        Compiled compiled = Compiled.of("package p;\n@dev.ashlar.struct.Struct record Pair(int a, int b) {}");
        assertThat(compiled.generatedSource("p.PairView"))
                .contains("Pair value = new Pair(segment.get(")
                .doesNotContain("requireOrder");
    }

    /** The values in the order of the other components, which are the same in another order. */
    private static String swap(String before, String after, String values) {
        List<String> names = List.of(before.split(", ?(?![^(]*\\))"));
        List<String> others = List.of(after.split(", ?(?![^(]*\\))"));
        List<String> each = List.of(values.split(", ?(?![^({]*[)}])"));
        return String.join(
                ", ",
                others.stream().map(other -> each.get(names.indexOf(other))).toList());
    }

    private Path library(String name, String components, String body, String values) throws IOException {
        return compile(
                name,
                List.of(),
                List.of(
                        """
                        package lib;
                        import dev.ashlar.struct.*;
                        import java.util.*;
                        public record Pair(%s) {
                            public Pair { %s }
                            public static Pair of() { return new Pair(%s); }
                            public boolean isRight() {
                                Pair right = of();
                                return Money.same(right.a(), a()) && Money.same(right.b(), b());
                            }
                        }
                        """.formatted(components, body, values),
                        MONEY,
                        BYTES,
                        "package lib;\npublic record Half(int x, int y) {}",
                        "package lib;\npublic enum Side { LEFT, RIGHT }"));
    }

    private Path application(Path library, boolean hasColumns) throws IOException {
        return compile(
                "application",
                List.of(library),
                List.of(
                        LinkSources.app("@StructsFor(value = {Pair.class, Half.class}, as = @Struct(columns = "
                                + hasColumns + ")) class Names {}"),
                        LinkSources.app("@Struct(list = true, columns = " + hasColumns
                                + ") record Held(int before, Pair pair, int after) {}"),
                        LinkSources.app("@Struct record Row(@Length(1) Pair[] pairs) {}"),
                        USES,
                        hasColumns
                                ? COLUMNS
                                : LinkSources.app("final class Columns { static void addTo(Object uses) {} }")));
    }

    private Path compile(String name, List<Path> besides, List<String> sources) throws IOException {
        Compiled compiled = Compiled.onClassPath(besides, sources.toArray(String[]::new));
        assertThat(compiled.compilation().errors()).isEmpty();
        return compiled.writeClasses(Files.createDirectories(folder.resolve(name)));
    }

    private URLClassLoader loader(Path application, Path library) throws IOException {
        URL[] urls = {application.toUri().toURL(), library.toUri().toURL()};
        return new URLClassLoader(urls, getClass().getClassLoader());
    }

    @SuppressWarnings("unchecked") // the application is compiled by this test
    private static Iterable<Map.Entry<String, Snippet>> uses(ClassLoader loader) throws Exception {
        return ((Map<String, Snippet>)
                        loader.loadClass("app.Uses").getMethod("all").invoke(null))
                .entrySet();
    }

    private static Throwable failureOf(Snippet use) {
        try (LinearMemory memory = LinearMemory.create(1)) {
            return catchThrowable(() -> use.run(LinkedListAllocator.over(memory)));
        }
    }
}
