package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.processor.LinkSources.Change;
import dev.ashlar.struct.StructLinkError;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Libraries and applications of two versions, each compiled by itself: what was compiled together gives the right data,
 * and all else one error, the same at every use, before anything is allocated.
 */
class LinkTest {
    /** By what they were compiled from and against: many changes start from the same library. */
    private static final Map<List<Object>, Path> COMPILED = new HashMap<>();

    @TempDir
    private static Path folder;

    static Stream<Change> changes() {
        return LinkSources.changes();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void uses_ofAStructThatChanged_areRightOrRefused(Change change) throws Exception {
        List<Path> libraries = libraries(change);
        List<Path> applications = applications(libraries, LinkSources.application(change));
        for (int library = 0; library < 2; library++) {
            for (int application = 0; application < 2; application++) {
                try (URLClassLoader loader = loader(applications.get(application), libraries.get(library))) {
                    List<String> messages = run(loader, library == application);
                    assertThat(messages)
                            .allMatch(message -> message.startsWith(
                                            "a struct and one that it holds were compiled with different layouts, compile app.")
                                    && message.contains(" holds=lib.Part compiledWith=[byteSize=")
                                    && message.contains("] found=[byteSize="));
                    refer(loader);
                }
            }
        }
    }

    @Test
    void message_namesBothSides() throws Exception {
        Change change = changes().findFirst().orElseThrow();
        List<Path> libraries = libraries(change);
        List<Path> applications = applications(libraries, LinkSources.application(change));
        try (URLClassLoader loader = loader(applications.get(0), libraries.get(1))) {
            assertThat(run(loader, false).getFirst())
                    .matches("a struct and one that it holds were compiled with different layouts, compile app.Whole"
                            + " anew, or lib.Part if that is the older one: struct=app.Whole component=part holds=lib.Part"
                            + " compiledWith=\\[byteSize=8 byteAlignment=4 fingerprint=0x\\p{XDigit}{16}]"
                            + " found=\\[byteSize=12 byteAlignment=4 fingerprint=0x\\p{XDigit}{16}]");
        }
    }

    @Test
    void enum_whenReordered_goesByNames() throws Exception {
        List<Path> libraries = enums("RED, GREEN", "GREEN, RED");
        List<Path> applications = tinted(libraries, 0, 1);
        for (Path library : libraries) {
            for (Path application : applications) {
                try (URLClassLoader loader = loader(application, library)) {
                    assertThat(run(loader, true)).isEmpty();
                }
            }
        }
    }

    @Test
    void enum_whenItsCodesChange_keepsThoseOfTheStruct() throws Exception {
        List<Path> libraries = enums("@Code(1) RED, @Code(2) GREEN", "@Code(2) RED, @Code(1) GREEN");
        List<Path> applications = tinted(libraries, 1, 2);
        for (Path library : libraries) {
            for (Path application : applications) {
                try (URLClassLoader loader = loader(application, library)) {
                    assertThat(run(loader, true)).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("otherConstants")
    void enum_whenItsConstantsAreOthers_isRefused(String constants) throws Exception {
        List<Path> libraries = enums("RED, GREEN", constants);
        List<Path> applications = tinted(libraries, 0, 0);
        for (int library = 0; library < 2; library++) {
            for (int application = 0; application < 2; application++) {
                try (URLClassLoader loader = loader(applications.get(application), libraries.get(library))) {
                    String old = "[RED=0 GREEN=1]";
                    assertThat(run(loader, library == application))
                            .allMatch(message -> message.startsWith("the constants of an enum have changed since it was"
                                            + " compiled into a struct, compile app.Tinted anew: struct=app.Tinted"
                                            + " component=colour enum=lib.Colour compiledWith=[RED=0")
                                    && (message.contains(old) || message.endsWith(" found=[RED GREEN]")));
                }
            }
        }
    }

    static Stream<String> otherConstants() {
        return Stream.of("RED, LIME", "RED, GREEN, BLUE", "RED");
    }

    /** Part lies in Middle, Middle in Outer, and each in a library of its own: the one between them is old. */
    @Test
    void struct_whenOneBetweenIsOld_isRefusedAndNamesThatOne() throws Exception {
        Change change = changes().findFirst().orElseThrow();
        List<Path> libraries = libraries(change);
        Path middle = compile("middle", List.of(libraries.get(0)), List.of("""
                        package middle;
                        import dev.ashlar.struct.*;
                        @Struct public record Middle(int before, lib.Part part, int after) {}
                        """));
        List<String> outer = List.of(
                "package app;\nimport dev.ashlar.struct.*;\n"
                        + "@Struct(columns = true) record Outer(middle.Middle middle, int after) {}",
                """
                package app;
                import dev.ashlar.processor.Snippet;
                import java.util.*;
                public final class Uses {
                    public static Map<String, Snippet> all() {
                        Map<String, Snippet> uses = new LinkedHashMap<>();
                        uses.put("view", allocator -> OuterView.allocate(allocator));
                        uses.put("columns", allocator -> OuterColumns.allocate(allocator, 3));
                        uses.put("view of Middle", allocator -> middle.MiddleView.allocate(allocator));
                        return uses;
                    }
                }
                """);
        for (int library = 0; library < 2; library++) {
            Path application = compile("outer" + library, List.of(middle, libraries.get(library)), outer);
            for (int there = 0; there < 2; there++) {
                try (URLClassLoader loader = loader(application, middle, libraries.get(there))) {
                    boolean isRight = library == 0 && there == 0;
                    List<String> messages = run(loader, isRight, library == 1 && there == 0 ? 2 : 3);
                    assertThat(messages)
                            .allMatch(message -> message.contains("compile middle.Middle anew")
                                    || message.contains("compile app.Outer anew"));
                    if (there == 1) {
                        assertThat(messages).allMatch(message -> message.contains("compile middle.Middle anew"));
                    }
                }
            }
        }
    }

    /** The application is as new as the enum, and what lies between them is old: that is what is to be compiled. */
    @Test
    void struct_whenOneBetweenIsTheOlder_isNamedToo() throws Exception {
        List<Path> libraries = enums("RED, GREEN", "GREEN, RED");
        List<String> source = List.of("""
                package middle;
                import dev.ashlar.struct.*;
                @Struct public record Middle(int before, lib.Colour colour) {}
                """);
        Path old = compile("middle1", List.of(libraries.get(0)), source);
        Path anew = compile("middle2", List.of(libraries.get(1)), source);
        Path application = compile(
                "held",
                List.of(old, libraries.get(1)),
                List.of(app("@Struct record Held(middle.Middle middle) {}"), """
                        package app;
                        import dev.ashlar.processor.Snippet;
                        import java.util.*;
                        public final class Uses {
                            public static Map<String, Snippet> all() {
                                return Map.of("view", allocator -> HeldView.allocate(allocator).middle().colour());
                            }
                        }
                        """));
        try (URLClassLoader loader = loader(application, old, libraries.get(1))) {
            assertThat(run(loader, false))
                    .singleElement()
                    .asString()
                    .contains("compile app.Held anew, or middle.Middle if that is the older one: struct=app.Held");
        }
        try (URLClassLoader loader = loader(application, anew, libraries.get(1))) {
            assertThat(run(loader, true)).isEmpty();
        }
    }

    /** A union that is named by the application, of a sealed interface that gets a variant. */
    @Test
    void variant_thatIsUnknown_isRefused() throws Exception {
        String shape = "package lib;\npublic sealed interface Shape permits %s {\n"
                + " static Shape some() { return new %s(5); } }";
        String dot = "package lib;\n@dev.ashlar.struct.Code(1) public record Dot(int x) implements Shape {}";
        String ring = "package lib;\n@dev.ashlar.struct.Code(2) public record Ring(int r) implements Shape {}";
        Path before = compile("shape1", List.of(), List.of(shape.formatted("Dot", "Dot"), dot));
        Path after = compile("shape2", List.of(), List.of(shape.formatted("Dot, Ring", "Ring"), dot, ring));
        Path application = compile(
                "shapes", List.of(before), List.of(app("@StructsFor({Shape.class, Dot.class}) class Names {}"), """
                        package app;
                        import dev.ashlar.processor.Snippet;
                        import java.util.*;
                        public final class Uses {
                            public static Map<String, Snippet> all() {
                                return Map.of("write", allocator -> ShapeView.allocate(allocator, lib.Shape.some()));
                            }
                        }
                        """));
        try (URLClassLoader loader = loader(application, before)) {
            assertThat(run(loader, true)).isEmpty();
        }
        try (URLClassLoader loader = loader(application, after)) {
            assertThat(run(loader, false))
                    .containsExactly(
                            "a record is not a variant that the view of its union knows, compile lib.Shape anew, or"
                                    + " list the variant in its @Variants: union=lib.Shape struct=lib.Shape found=lib.Ring");
        }
    }

    /** What was a struct is none any more, or hidden, or gone, or holds the application's struct in turn. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public record Part(int z) {}                        | NoClassDefFoundError: lib/PartView
            @Struct record Part(int z) {}                       | IllegalAccessError:
            public record Other(int z) {}                       | NoClassDefFoundError: lib/Part
            """)
    void struct_thatCannotBeUsed_isRefusedEachTime(String after, String failure) throws Exception {
        Path before = compile("lib1", List.of(), List.of(LinkSources.library("@Struct public record Part(int z) {}")));
        Path changed = compile("lib2", List.of(), List.of(LinkSources.library(after)));
        Path application = compile("held", List.of(before), HELD);
        try (URLClassLoader loader = loader(application, before)) {
            assertThat(run(loader, true)).isEmpty();
        }
        try (URLClassLoader loader = loader(application, changed)) {
            assertThat(run(loader, false))
                    .hasSize(4)
                    .allMatch(message -> message.startsWith("a struct cannot be linked with one that it holds, compile"
                                    + " app.Held anew: struct=app.Held failure=java.lang.")
                            && message.contains(failure));
        }
    }

    @Test
    void struct_thatHoldsTheOneAroundIt_isRefusedEachTime() throws Exception {
        Path before = compile("lib1", List.of(), List.of(LinkSources.library("@Struct public record Part(int z) {}")));
        Path application = compile("held", List.of(before), HELD);
        Path plain = compile(
                "plain",
                List.of(),
                List.of(LinkSources.app("@Struct public record Held(int x) {}").replace("import lib.*;", "")));
        Path changed = compile(
                "lib2",
                List.of(plain),
                List.of(LinkSources.library("@Struct public record Part(int z, app.Held held) {}")));
        try (URLClassLoader loader = loader(application, changed)) {
            assertThat(run(loader, false)).hasSize(4);
        }
    }

    private static final List<String> HELD = List.of(app("@Struct public record Held(Part part) {}"), """
            package app;
            import dev.ashlar.processor.Snippet;
            import java.util.*;
            public final class Uses {
                public static Map<String, Snippet> all() {
                    Map<String, Snippet> uses = new LinkedHashMap<>();
                    uses.put("view", allocator -> HeldView.allocate(allocator));
                    uses.put("view in place", allocator -> HeldView.at(allocator.allocate(64, 8), 0));
                    uses.put("array", allocator -> HeldArray.allocate(allocator, 2));
                    uses.put("description", allocator -> HeldView.type());
                    return uses;
                }
            }
            """);

    /** Runs the uses of the application: all must succeed, or all must fail with nothing allocated. */
    static List<String> run(ClassLoader loader, boolean isRight) throws Exception {
        return run(loader, isRight, Integer.MAX_VALUE);
    }

    /**
     * Runs the uses of the application, each twice.
     *
     * @param isRight whether all must succeed; else all must fail, with nothing allocated
     * @param count how many of them
     * @return the messages with which they failed
     */
    @SuppressWarnings("unchecked") // the application is compiled by this test
    private static List<String> run(ClassLoader loader, boolean isRight, int count) throws Exception {
        Map<String, Snippet> uses = (Map<String, Snippet>)
                loader.loadClass("app.Uses").getMethod("all").invoke(null);
        List<String> messages = new ArrayList<>();
        for (Map.Entry<String, Snippet> use :
                uses.entrySet().stream().limit(count).toList()) {
            try (LinearMemory memory = LinearMemory.create(1)) {
                Allocator allocator = LinkedListAllocator.over(memory);
                Throwable first = catchThrowable(() -> use.getValue().run(allocator));
                Throwable second = catchThrowable(() -> use.getValue().run(allocator));
                if (isRight) {
                    assertThat(first).as(use.getKey()).isNull();
                    assertThat(second).as(use.getKey()).isNull();
                } else {
                    assertThat(first).as(use.getKey()).isInstanceOf(StructLinkError.class);
                    assertThat(second).as(use.getKey()).isInstanceOf(StructLinkError.class);
                    assertThat(second).hasMessage(first.getMessage());
                    int ownBlocks = use.getKey().endsWith("in place") ? 2 : 0;
                    assertThat(allocator.stats().liveBlocks()).as(use.getKey()).isEqualTo(ownBlocks);
                    messages.add(first.getMessage());
                }
            }
        }
        return messages;
    }

    private static void refer(ClassLoader loader) throws Exception {
        try (LinearMemory memory = LinearMemory.create(1)) {
            loader.loadClass("app.Uses")
                    .getMethod("refer", Allocator.class)
                    .invoke(null, LinkedListAllocator.over(memory));
        }
    }

    private List<Path> libraries(Change change) throws IOException {
        return List.of(compile("lib1", List.of(), change.before()), compile("lib2", List.of(), change.after()));
    }

    private List<Path> enums(String before, String after) throws IOException {
        String colour = "package lib;\nimport dev.ashlar.struct.*;\npublic enum Colour { %s }";
        return List.of(
                compile("lib1", List.of(), List.of(colour.formatted(before))),
                compile("lib2", List.of(), List.of(colour.formatted(after))));
    }

    /** The application of each library, sure of the number that RED had when it was compiled. */
    private List<Path> tinted(List<Path> libraries, int redBefore, int redAfter) throws IOException {
        List<Path> applications = new ArrayList<>();
        for (int red : List.of(redBefore, redAfter)) {
            List<String> sources = new ArrayList<>(LinkSources.tinted());
            sources.add("package app;\nfinal class Number { static final int OF_RED = " + red + "; }");
            int version = applications.size();
            applications.add(compile("app" + version, List.of(libraries.get(version)), sources));
        }
        return applications;
    }

    private List<Path> applications(List<Path> libraries, List<String> sources) throws IOException {
        return List.of(
                compile("app1", List.of(libraries.get(0)), sources),
                compile("app2", List.of(libraries.get(1)), sources));
    }

    private Path compile(String name, List<Path> besides, List<String> sources) throws IOException {
        List<Object> key = List.of(besides, sources);
        Path known = COMPILED.get(key);
        if (known != null) {
            return known;
        }
        Compiled compiled = Compiled.onClassPath(besides, sources.toArray(String[]::new));
        assertThat(compiled.compilation().errors()).isEmpty();
        Path classes = compiled.writeClasses(folder.resolve(name + "-" + COMPILED.size()));
        COMPILED.put(key, classes);
        return classes;
    }

    private static String app(String source) {
        return LinkSources.app(source);
    }

    private URLClassLoader loader(Path... folders) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path each : folders) {
            urls.add(each.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
    }
}
