package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java in the README and in all files of {@code docs/guide}: it compiles as it stands, and prints what it says. */
class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GUIDE = ROOT.resolve("docs").resolve("guide");

    /** The files without Java to run: the map, tables, and Kotlin, which is left to KotlinTest. */
    private static final List<String> WITHOUT_JAVA = List.of("README.md", "c-headers.md", "kotlin.md", "symptoms.md");

    static List<Path> chapters() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return files.sorted().toList();
        }
    }

    static List<DocumentSection> sections() throws IOException {
        List<DocumentSection> sections = new ArrayList<>(DocumentSection.of(ROOT.resolve("README.md")));
        for (Path chapter : chapters()) {
            sections.addAll(DocumentSection.of(chapter));
        }
        return sections;
    }

    @ParameterizedTest
    @MethodSource("sections")
    void section_doesWhatItSays(DocumentSection section) {
        Snippet.run(Compiled.of(section.sources()).loader());
    }

    static List<Path> programs() throws IOException {
        List<Path> programs = new ArrayList<>();
        for (Path chapter : chapters()) {
            if (!DocumentSection.program(chapter).isEmpty()) {
                programs.add(chapter);
            }
        }
        return programs;
    }

    @ParameterizedTest
    @MethodSource("programs")
    void program_printsWhatItSays(Path chapter) throws Exception {
        List<String> files = DocumentSection.program(chapter);
        String name = files.getFirst().replaceFirst("(?s)^package (\\w+);.*", "$1.Main");
        Class<?> main = Compiled.of(files.toArray(String[]::new)).loader().loadClass(name);
        var method = main.getDeclaredMethod("main");
        method.setAccessible(true);
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            method.invoke(null);
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(DocumentSection.outputs(String.join("\n", files)));
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void chapter_hasJavaThatPrintsAndFewLines(Path chapter) throws IOException {
        boolean isRun = DocumentSection.of(chapter).stream()
                .anyMatch(section -> !section.outputs().isEmpty());
        assertThat(isRun).isEqualTo(!WITHOUT_JAVA.contains(chapter.getFileName().toString()));
        assertThat(Files.readAllLines(chapter)).hasSizeLessThan(300);
        if (!chapter.endsWith("README.md")) {
            assertThat(Files.readString(GUIDE.resolve("README.md"))).contains("(" + chapter.getFileName() + ")");
        }
    }

    @Test
    void wrongComments_areFound() {
        DocumentSection wrong = section("IO.println(1 + 1); // 3\n");
        assertThatThrownBy(() -> Snippet.run(Compiled.of(wrong.sources()).loader()))
                .hasMessageContaining("[\"3\"]");
        DocumentSection unreached = section("if (memory.isClosed()) {\n    IO.println(2); // 2\n}\n");
        assertThatThrownBy(() -> Snippet.run(Compiled.of(unreached.sources()).loader()))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> section("IO.println(2);\n").sources()).hasMessageContaining("does not say what");
    }

    private static DocumentSection section(String code) {
        String start = "```java\nimport dev.ashlar.memory.*;\n\nLinearMemory memory = LinearMemory.create(1);\n```\n";
        return DocumentSection.of("d.md", "# d\n" + start + "```java\n" + code + "```\n")
                .getFirst();
    }
}
