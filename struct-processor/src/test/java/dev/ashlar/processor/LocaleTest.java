package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written does not depend on where: Arabic and Persian have digits of their own, Turkish two kinds of i. */
class LocaleTest {
    private static final String STRUCTS = """
            package p;
            import dev.ashlar.struct.*;
            @Struct(columns = true) record Idx(int id, @Length(3) int[] indices, Kind kind) {}
            """;

    private static final String KIND =
            "package p;\nimport dev.ashlar.struct.*;\nenum Kind { @Code(7) FIRST, @Code(1234567) SECOND }";

    private static final String WRONG = """
            package p;
            import dev.ashlar.struct.*;
            @Struct @LayoutCheck(byteSize = 12345) record Wrong(int id, long size) {}
            """;

    @TempDir
    private static Path folder;

    private static List<String> expected;

    @BeforeAll
    static void writeInTheRootLocale() throws Exception {
        expected = in(Locale.ROOT, () -> everything(folder.resolve("root")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "fa-IR", "hi-IN-u-nu-deva", "tr-TR"})
    void files_areTheSameInEveryLocale(String tag) throws Exception {
        List<String> found = in(Locale.forLanguageTag(tag), () -> everything(folder.resolve(tag)));
        assertThat(found).isEqualTo(expected).anyMatch(text -> text.contains("1234567"));
    }

    private static List<String> everything(Path home) throws Exception {
        Files.createDirectories(home);
        Compiled compiled = Compiled.withOptions(List.of("-Aashlar.headers=true"), STRUCTS, KIND);
        List<String> all = new ArrayList<>(Compiled.generatedBytes(compiled));
        compiled.writeHeaders(home);
        Path recordings = Files.createDirectories(home.resolve("recordings"));
        Compiled.withOptions(List.of("-Aashlar.layouts=" + recordings, "-Aashlar.recordLayouts=true"), STRUCTS, KIND);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(home.relativize(file) + "\n" + Files.readString(file));
            }
        }
        assertThat(all).anyMatch(text -> text.contains(".h\n")).anyMatch(text -> text.startsWith("recordings"));
        all.addAll(Compiled.of(WRONG).errors());
        return all;
    }

    private static <T> T in(Locale locale, Callable<T> work) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        try {
            return work.call();
        } finally {
            Locale.setDefault(before);
        }
    }
}
