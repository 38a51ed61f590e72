package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Structs in Kotlin, from data classes to running code. Their sources are in {@code resources/kotlin}. */
class KotlinTest {
    @TempDir
    private static Path folder;

    private static KotlinCompiler right;

    /** All right uses are compiled once, without a warning of any of the compilers. */
    @BeforeAll
    static void compile() throws IOException {
        right = new KotlinCompiler(folder.resolve("right"));
        Path structs = KotlinGuide.structs(folder);
        assertThat(right.process(source("Structs.kt"), structs)).isEmpty();
        assertThat(right.compile(source("Structs.kt"), source("Uses.kt"), structs, KotlinGuide.uses(folder)))
                .isEmpty();
        assertThat(right.compileWritten()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Properties",
                "Elements",
                "BigEndianElements",
                "StructArrays",
                "Destructuring",
                "Nullness",
                "Unions",
                "OddNames",
                "Tails",
                "Scopes",
                "Columns",
                "Lists",
                "Maps",
                "Rings",
                "Empties",
                "Codecs",
                "Optionals",
                "OptionalElements",
                "Overlaid",
                "Guide"
            })
    void uses_whenRight_compileAndRun(String use) throws Exception {
        try (URLClassLoader loader = loader(right.classes());
                LinearMemory memory = LinearMemory.create(1, 16)) {
            ((Snippet) loader.loadClass("p." + use).getConstructor().newInstance())
                    .run(LinkedListAllocator.over(memory));
        }
    }

    @Test
    void uses_whenWrong_doNotCompile() throws IOException {
        Path uses = source("WrongUses.kt");
        assertThat(lines(right.compile(source("Structs.kt"), uses), ": error: ", "WrongUses"))
                .isEqualTo(marked(uses));
    }

    @Test
    void structs_whenWrong_areRefusedAtTheirLines() throws IOException {
        Path structs = source("WrongStructs.kt");
        KotlinCompiler wrong = new KotlinCompiler(folder.resolve("wrong"));
        String output = wrong.process(structs);
        assertThat(lines(output, ".*?error: \\[Ashlar:(\\w+)]", "WrongStructs")).isEqualTo(marked(structs));
        assertThat(lines(output, ".*?warning: \\[Ashlar:StrayAnnotation]", "WrongStructs"))
                .hasSize(1);
        assertThat(output)
                .contains(
                        "component 'wrong.Nullable.id' has @Absent(\"a\"), which is not a number that I32 holds",
                        "component 'wrong.Nullable.xs' of type IntArray? cannot be optional; write IntArray",
                        "'wrong.Nullable.next' of type Ref<wrong.Nullable>? cannot be optional; write Ref<wrong.Nullable>, and use"
                                + " Ref.none()",
                        "component 'wrong.Types.tags' has type List<String>,",
                        "component 'wrong.Types.boxed' has type Array<Int>, which has no fixed layout; use IntArray",
                        "component 'wrong.Types.text' of type String has no length",
                        "component 'wrong.Types.narrow' of type Int has @Stored(U32), which does not fit that type; make it a"
                                + " Long, which holds every U32",
                        "component 'wrong.Types.xs' of type IntArray has no length",
                        "component 'wrong.Types.byName' has type Map<String, Int>, which has no fixed layout; use an array of"
                                + " a data class with @Struct",
                        "component 'wrong.Types.any' has type Any,",
                        "component 'wrong.Types.half' of type Float has @Bits, which this type does not take; remove @Bits; it"
                                + " is for Byte, Short, Int, Long, Boolean and enums",
                        "component 'wrong.Types.count' of type Short has @Atomic, for which there is no atomic access; use Int"
                                + " or Long,",
                        "what both the unit I32 and the type Int can hold",
                        "component 'wrong.Types.plain' refers to wrong.Ordinary, which is not a struct; annotate that data class",
                        "component 'wrong.Coded.ordinary' is stored by wrong.WithoutStatic, which has a method encode that is"
                                + " not static; give it one method 'public static S encode(wrong.Ordinary value)', S being what is"
                                + " stored, with @JvmStatic",
                        "component 'wrong.Types.nested' has type Array<IntArray>,",
                        "component 'wrong.Types.twice' has @Length(3) and @Length(2)")
                .doesNotContain("int[]", "java.lang.Integer", "java.lang.Object", "java.util.");
    }

    @Test
    void structsFor_whenFromKotlinsClassFiles_readsThem() throws IOException {
        KotlinCompiler upstream = new KotlinCompiler(folder.resolve("upstream"));
        assertThat(upstream.compile(source("Upstream.kt"))).isEmpty();
        Compiled compiled = Compiled.onClassPath(
                upstream.classes(),
                Snippet.inPackage(
                        "@StructsFor({up.Station.class, up.Place.class, up.Ordinary.class, up.Signal.class,"
                                + " up.Signal.Stop.class, up.Signal.Go.class, up.Gauge.class, up.GaugeRecord.class}) class Names {}"),
                Snippet.body("""
                        up.Place place = new up.Place(47.5, new int[] {1, 2});
                        StationView view = StationView.allocate(allocator, new up.Station(1, "SEA", 255, place));
                        assertThat(view.getCode()).isEqualTo("SEA");
                        view.getPlace().getXs().set(1, 7);
                        assertThat(view.read().place().xs()).containsExactly(1, 7);
                        assertThat(StationView.OFFSET_LEVEL).isEqualTo(8);
                        up.Ordinary ordinary = new up.Ordinary(1, "abcd", true);
                        assertThat(OrdinaryView.allocate(allocator, ordinary).read()).isEqualTo(ordinary);
                        up.Gauge gauge = new up.Gauge(new Integer[] {1, null, 3});
                        assertThat(GaugeView.allocate(allocator, gauge).read().getLevels()).containsExactly(1, null, 3);
                        up.GaugeRecord other = new up.GaugeRecord(new Integer[] {null, 2, 3}, 4);
                        assertThat(GaugeRecordView.allocate(allocator, other).read().levels()).containsExactly(null, 2, 3);
                        SignalView signal = SignalView.allocate(allocator, new up.Signal.Stop(3));
                        assertThat(signal.memory().loadI32(0)).isEqualTo(5);
                        signal.write(new up.Signal.Go(4));
                        assertThat(signal.asGo().getSpeed()).isEqualTo(4);
                        """));
        Snippet.run(compiled.loader());
        Compiled bad =
                Compiled.onClassPath(upstream.classes(), Snippet.inPackage("@StructsFor(up.Bad.class) class Names {}"));
        assertThat(bad.errors()).containsExactlyInAnyOrder("KotlinValueClass@3", "NullableComponent@3");
    }

    @Test
    void kotlin_whenAStructInItChanged_isRefused() throws Exception {
        LinkSources.Change change = LinkSources.changes().findFirst().orElseThrow();
        Path before = library("before", change.before());
        Path after = library("after", change.after());
        Path source = Files.writeString(folder.resolve("Held.kt"), """
                package app

                import dev.ashlar.processor.Snippet
                import dev.ashlar.struct.Struct
                import lib.Part

                @Struct
                data class Held(val before: Int, val part: Part, val after: Int)

                object Uses {
                    @JvmStatic
                    fun all(): Map<String, Snippet> = mapOf("write" to Snippet { allocator ->
                        val view = HeldView.allocate(allocator, Held(1, Part.of(-1), 77))
                        check(view.read() == Held(1, Part.of(-1), 77))
                    })
                }
                """);
        KotlinCompiler compiler = new KotlinCompiler(folder.resolve("held"), before);
        assertThat(compiler.process(source)).isEmpty();
        assertThat(compiler.compile(source)).isEmpty();
        assertThat(compiler.compileWritten()).isEmpty();
        try (URLClassLoader loader = loader(compiler.classes(), before)) {
            assertThat(LinkTest.run(loader, true)).isEmpty();
        }
        try (URLClassLoader loader = loader(compiler.classes(), after)) {
            assertThat(LinkTest.run(loader, false))
                    .singleElement()
                    .asString()
                    .contains(
                            "compile app.Held anew, or lib.Part if that is the older one: struct=app.Held component=part holds=lib.Part");
        }
    }

    private static Path library(String name, List<String> sources) throws IOException {
        Compiled compiled = Compiled.of(sources.toArray(String[]::new));
        assertThat(compiled.compilation().errors()).isEmpty();
        return compiled.writeClasses(folder.resolve(name));
    }

    private static URLClassLoader loader(Path... folders) throws IOException {
        URL[] urls = new URL[folders.length];
        for (int index = 0; index < folders.length; index++) {
            urls[index] = folders[index].toUri().toURL();
        }
        return new URLClassLoader(urls, KotlinTest.class.getClassLoader());
    }

    /** Where the output has {@code text}: {@code line} or, when it has a group, {@code tag@line}. */
    private static Set<String> lines(String output, String text, String file) {
        Set<String> lines = new TreeSet<>();
        Matcher matcher =
                Pattern.compile("(?m)" + file + "\\.kt:(\\d+)(?::\\d+)?" + text).matcher(output);
        while (matcher.find()) {
            lines.add((matcher.groupCount() > 1 ? matcher.group(2) : "here") + "@" + matcher.group(1));
        }
        assertThat(lines).as(output).isNotEmpty();
        return lines;
    }

    /** The lines that end in a comment of one word. */
    private static Set<String> marked(Path source) throws IOException {
        Set<String> marked = new TreeSet<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(source));
        for (int index = 0; index < lines.size(); index++) {
            Matcher mark = Pattern.compile("// (\\w+)$").matcher(lines.get(index));
            if (mark.find()) {
                marked.add(mark.group(1) + "@" + (index + 1));
            }
        }
        return marked;
    }

    private static Path source(String name) {
        try {
            return Path.of(KotlinTest.class.getResource("/kotlin/" + name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
