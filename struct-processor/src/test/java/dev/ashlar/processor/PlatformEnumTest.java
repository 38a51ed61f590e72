package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Enums of the JDK. With {@code --release} compilers read them from a table in which constants stand in the order of the
 * versions that they came with.
 */
class PlatformEnumTest {
    private static final Map<String, String> STRUCTS = Map.of(
            "p/Modified.java",
            "package p;\n@dev.ashlar.struct.Struct record Modified(javax.lang.model.element.Modifier modifier) {}",
            "p/Dated.java",
            "package p;\n@dev.ashlar.struct.Struct record Dated(java.time.DayOfWeek day) {}");

    private static final Pattern NAME = Pattern.compile("\"(\\w+)\"");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"JAVAC, 25", "JAVAC, 24", "ECJ, 25", "ECJ, 24"})
    void numbers_areTheOrdinals_withAndWithoutRelease(JavaCompilerRun.Kind kind, String release) throws IOException {
        Map<String, String> plain = written(kind, "plain", List.of("-source", "25", "-target", "25"));
        Map<String, String> released = written(kind, "released", List.of("--release", release));
        assertThat(names(released.getOrDefault("p/ModifiedView.java", ""))).isEqualTo(names(Modifier.values()));
        assertThat(names(released.getOrDefault("p/DatedView.java", ""))).isEqualTo(names(DayOfWeek.values()));
        assertThat(released).isEqualTo(plain);
    }

    private Map<String, String> written(JavaCompilerRun.Kind kind, String name, List<String> options)
            throws IOException {
        JavaCompilerRun run = JavaCompilerRun.of(kind, options, folder.resolve(name), STRUCTS);
        assertThat(run.errors()).isEmpty();
        return run.written();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** The names that a view numbers by their order. */
    private static List<String> names(String view) {
        int start = view.indexOf("EnumNumbers.ordinals(");
        Matcher name = NAME.matcher(view.substring(start, view.indexOf(";", start)));
        return name.results().map(result -> result.group(1)).toList();
    }
}
