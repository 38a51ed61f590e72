package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of the decisions: it has every page of its folder, with the title of the page, and in order. */
class DecisionsTest {
    private static final Path FOLDER = Path.of("..", "docs", "decisions");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[(\\d{4})\\]\\(([^)]+)\\) \\| (.*) \\|$");

    @Test
    void index_hasEveryDecisionWithItsTitle() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .map(row -> row.group(2) + ": # " + row.group(1) + " " + row.group(3))
                .toList();
        assertThat(rows).containsExactlyElementsOf(pages());
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*"))
                    .sorted()
                    .map(DecisionsTest::titled)
                    .toList();
        }
    }

    private static String titled(Path page) {
        try (Stream<String> lines = Files.lines(page)) {
            return page.getFileName() + ": " + lines.findFirst().orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
