package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Structs whose sources the compiler finds by itself: they are compiled, the processor does not run for them, and the
 * views that lie there are of an earlier version.
 */
class SourcePathTest {
    private static final String BEFORE = "package lib;\n@dev.ashlar.struct.Struct public record Part(int x, int y) {}";
    private static final String AFTER = BEFORE.replace("int x, int y", "int y, int x");
    private static final String BETWEEN = "package lib;\n@dev.ashlar.struct.Struct public record Between(Part part) {}";

    @TempDir
    private Path folder;

    private Path views;
    private Path sources;

    @BeforeEach
    void compileTheLibrary_thenChangeItsSource() throws IOException {
        JavaCompilerRun library = JavaCompilerRun.of(
                JavaCompilerRun.Kind.JAVAC,
                folder.resolve("library"),
                Map.of("lib/Part.java", BEFORE, "lib/Between.java", BETWEEN));
        assertThat(library.errors()).isEmpty();
        views = library.classes();
        sources = Files.createDirectories(folder.resolve("sources"));
        Files.createDirectories(sources.resolve("lib"));
        Files.writeString(sources.resolve("lib/Part.java"), AFTER);
        Files.delete(views.resolve("lib/Part.class"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lib.Part part", "@Length(2) lib.Part[] parts", "Ref<lib.Part> part", "lib.Between between"})
    void struct_thatHoldsOne_isAnError(String component) throws IOException {
        JavaCompilerRun run =
                run(JavaCompilerRun.Kind.JAVAC, Map.of("app/Outer.java", outer(component)), sources, views);
        assertThat(run.errors())
                .singleElement()
                .asString()
                .startsWith("[Ashlar:StructFromSource]")
                .contains("holds struct lib.Part, which is compiled here without its view");
        assertThat(run.written()).isEmpty();
    }

    /** The compiler of Eclipse runs the processor for what it finds, in a later round. */
    @ParameterizedTest
    @ValueSource(strings = {"lib.Part part", "@Length(2) lib.Part[] parts", "Ref<lib.Part> part"})
    void struct_thatHoldsOne_isRightWithEcj(String component) throws IOException {
        JavaCompilerRun run = run(JavaCompilerRun.Kind.ECJ, Map.of("app/Outer.java", outer(component)), sources);
        assertThat(run.errors()).isEmpty();
        assertThat(run.written()).containsKeys("app/OuterView.java", "lib/PartView.java");
        assertThat(run.written().get("lib/PartView.java")).contains("OFFSET_Y = 0;", "OFFSET_X = 4;");
    }

    @Test
    void struct_whenTheSourceIsNamedToo_isRight() throws IOException {
        Map<String, String> all = Map.of("app/Outer.java", outer("lib.Part part"), "lib/Part.java", AFTER);
        JavaCompilerRun run = run(JavaCompilerRun.Kind.JAVAC, all, folder.resolve("JAVAC/src"), views);
        assertThat(run.errors()).isEmpty();
        assertThat(run.written()).containsKeys("app/OuterView.java", "lib/PartView.java");
    }

    private JavaCompilerRun run(
            JavaCompilerRun.Kind kind, Map<String, String> named, Path sourcePath, Path... libraries)
            throws IOException {
        List<String> options = new ArrayList<>(List.of("--release", "25", "-sourcepath", sourcePath.toString()));
        return JavaCompilerRun.of(kind, options, folder.resolve(kind.name()), named, libraries);
    }

    private static String outer(String component) {
        return "package app;\nimport dev.ashlar.struct.*;\n@Struct record Outer(int id, " + component + ") {}";
    }
}
