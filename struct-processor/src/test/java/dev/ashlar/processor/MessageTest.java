package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.processor.model.Message;
import dev.ashlar.processor.output.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message: its tag, its line, and that nothing is written then. */
class MessageTest {
    /** Those after which the structs themselves are in order. */
    private static final Set<Message> IN_ORDER =
            Set.of(Message.OPTION_VALUE, Message.NAMED_TWICE, Message.NAMED_NEEDLESSLY);

    @ParameterizedTest
    @EnumSource
    void message_isReportedAtItsLine(Message message) {
        String example = MessageExamples.of(message);
        String source = message == Message.COMPACT_FILE
                ? "import dev.ashlar.struct.*;\n" + example
                : Snippet.inPackage(example);
        Compiled compiled = compile(message, source);
        boolean isError = message.severity() == Message.Severity.ERROR;
        List<String> reports = switch (message.severity()) {
            case ERROR -> compiled.errors();
            case WARNING -> compiled.warnings();
            case NOTE -> compiled.notes();
        };
        assertThat(reports).contains(message.tag() + "@" + lineToReport(source));
        assertThat(reports).filteredOn(report -> !report.startsWith("javac")).hasSize(1);
        if (isError && !IN_ORDER.contains(message)) {
            // What is nested in a struct in error is a struct of its own.
            assertThat(compiled.written())
                    .filteredOn(written -> !written.startsWith("p.Shape_") && !written.startsWith("p.Person_"))
                    .isEmpty();
        } else {
            assertThat(compiled.written()).isNotEmpty();
        }
    }

    @TempDir
    private Path layouts;

    @Test
    void tags_areUniqueAndSpeakable() {
        assertThat(Arrays.stream(Message.values()).map(Message::tag))
                .doesNotHaveDuplicates()
                .allMatch(tag -> tag.matches("[A-Z][A-Za-z]+"));
    }

    @Test
    void componentType_saysWhatAndWhatToDo() {
        assertThat(Compiled.of(Snippet.inPackage(MessageExamples.of(Message.COMPONENT_TYPE)))
                        .onlyError())
                .isEqualTo(
                        "[Ashlar:ComponentType] component 'p.Person.tags' has type java.util.List<java.lang.String>, which has"
                                + " no fixed layout; use an array, with @Length(n) or as the last component with @Tail; or a Ref"
                                + " to the first of structs that refer to each other");
    }

    @Test
    void layoutSize_showsTheWholeLayout() {
        assertThat(Compiled.of(Snippet.inPackage(MessageExamples.of(Message.LAYOUT_SIZE)))
                        .onlyError())
                .isEqualTo("""
                        [Ashlar:LayoutSize] struct 'p.Person' should have 20 bytes and has 24; change its components or its @LayoutCheck
                        p.Person: 24 bytes, aligned to 8, 8 of them padding
                        offset  size  component  type    stored as
                             0     4  id         int     I32
                             4     4  (padding)
                             8     8  height     double  F64
                            16     4  age        int     I32
                            20     4  (padding)""");
    }

    @Test
    void layoutPadding_printsTheBetterOrder() {
        assertThat(Compiled.of(Snippet.inPackage(MessageExamples.of(Message.LAYOUT_PADDING)))
                        .onlyError())
                .startsWith("[Ashlar:LayoutPadding] struct 'p.Person' may have 4 bytes of padding and has 8; the order"
                        + " height, id, age needs only 0\np.Person: 24 bytes");
    }

    @Test
    void layoutPadding_whenNoOrderIsBetter_saysSo() {
        String source = "@LayoutCheck(maxPadding = 0)\n@Struct record Person(double height, int id) {}";
        assertThat(Compiled.of(Snippet.inPackage(source)).onlyError())
                .contains("no other order of its components needs less");
    }

    /** The last values before something is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Struct(align = 8) record A(long x) {}",
                "@Struct(align = 65_536) record A(long x) {}",
                "@Struct record A(byte x, @Align(4) int y) {}",
                "@Struct record A(byte x, @Align(65_536) int y) {}",
                "@LayoutCheck(maxPadding = 4) @Struct record A(long x, int y) {}",
                """
                @Struct @Stored(StorageType.U8) sealed interface A {
                    @Code(0) @Struct record B(int x) implements A {}
                    @Code(255) @Struct record C(int x) implements A {}
                }
                """
            })
    void struct_whenJustWithinTheRules_isWritten(String source) {
        assertThat(Compiled.of(Snippet.inPackage(source)).written()).contains("p.AView");
    }

    @Test
    void layoutCheck_whenAnAlignmentIsZero_isNotOneOfAnyLayout() {
        assertThat(Compiled.of(Snippet.inPackage(
                                "@LayoutCheck(alignment = 0)\n@Struct record Person(double height) {}"))
                        .errors())
                .containsExactly("AlignmentValue@4");
        assertThat(Compiled.of(Snippet.inPackage(
                                "@LayoutCheck(cacheLine = 0)\n@Struct record Person(double height) {}"))
                        .errors())
                .containsExactly("CacheLineValue@4");
    }

    @Test
    void layoutCheck_whenItAssertsNoBytes_isWrong() {
        String source = "@LayoutCheck(size = 0)\n@Struct record Person(double height) {}";
        assertThat(Compiled.of(Snippet.inPackage(source)).onlyError())
                .startsWith("[Ashlar:LayoutSize] struct 'p.Person' should have 0 bytes and has 8;");
    }

    @Test
    void tagMissing_namesTheVariantsWithoutACode() {
        assertThat(Compiled.of(Snippet.inPackage(MessageExamples.of(Message.TAG_MISSING)))
                        .onlyError())
                .endsWith("give Rect one as well, or remove all of them");
    }

    @Test
    void tagOrder_saysWhichNumberEachVariantHas() {
        Compiled compiled = Compiled.of(Snippet.inPackage("""
                @Struct sealed interface Shape permits Shape.Dot, Shape.Box {
                    @Struct record Dot(int x) implements Shape {}
                    @Struct record Box(int x) implements Shape {}
                }
                """));
        assertThat(compiled.compilation().notes().toString()).contains("by their order: Dot 0, Box 1");
    }

    @Test
    void internalError_asksForAReport() {
        Compiled compiled = compile(Message.INTERNAL_ERROR, Snippet.inPackage("@Struct record Person(int id) {}"));
        assertThat(compiled.onlyError()).contains("please report it", "IllegalStateException: provoked", "\tat ");
    }

    private Compiled compile(Message message, String source) {
        return switch (message) {
            case INTERNAL_ERROR ->
                Compiled.with(
                        List.of(new StructProcessor((struct, layout) -> {
                            throw new IllegalStateException("provoked");
                        })),
                        source);
            case CANNOT_WRITE ->
                // The compiler refuses to open the same file twice, with an IOException.
                Compiled.with(
                        List.of(new StructProcessor((struct, layout) -> List.of(
                                new OutputFile.Source("p.Twice", "package p; class Twice {}"),
                                new OutputFile.Source("p.Twice", "package p; class Twice {}")))),
                        source);
            case UNKNOWN_ORDER -> Compiled.with(List.of(new WithoutFiles(new StructProcessor())), source);
            case STRUCT_FROM_SOURCE -> {
                write(
                        layouts.resolve("q/Found.java"),
                        "package q; @dev.ashlar.struct.Struct public record Found(int x) {}");
                yield Compiled.withOptions(List.of("-sourcepath", layouts.toString()), source);
            }
            case COMPACT_FILE -> Compiled.ofFile("Main", source);
            case RELEASE -> Compiled.withOptions(List.of("--release", "21"), source);
            case OPTION_VALUE -> Compiled.withOptions(List.of("-Aashlar.headers=perhaps"), source);
            case LAYOUT_CHANGED -> {
                write(layouts.resolve("p.Person.layout"), "struct p.Person\nsize 8\nalignment 4\n0 4 id int I32\n");
                yield Compiled.withOptions(List.of("-Aashlar.layouts=" + layouts), source);
            }
            case LAYOUT_UNCLAIMED -> {
                write(layouts.resolve("p.Human.layout"), "struct p.Human\nsize 4\nalignment 4\n0 4 id int I32\n");
                yield Compiled.withOptions(List.of("-Aashlar.layouts=" + layouts), source);
            }
            case LAYOUT_FILE -> {
                write(layouts.resolve("p.Person.layout/x"), "a file in a folder where a file should be");
                yield Compiled.withOptions(List.of("-Aashlar.layouts=" + layouts), source);
            }
            default -> Compiled.of(source);
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int lineToReport(String source) {
        List<String> lines = source.lines().toList();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(line -> lines.get(line).endsWith("// here"))
                        .findFirst()
                        .orElseThrow();
    }
}
