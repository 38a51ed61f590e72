package dev.ashlar.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pieces of Kotlin in the guide, as sources: its structs, and a snippet that does what it says. */
final class KotlinGuide {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```kotlin\\n(.*?)^```$");
    private static final Pattern RESULT = Pattern.compile("(?m)^(\\S.*?) +// => (.*)$");

    private KotlinGuide() {}

    static Path structs(Path folder) throws IOException {
        return write(folder.resolve("GuideStructs.kt"), "import dev.ashlar.struct.*\n" + blocks(true));
    }

    static Path uses(Path folder) throws IOException {
        String statements = RESULT.matcher(blocks(false))
                .replaceAll(match -> Matcher.quoteReplacement(
                        "assertThat((%s).toString()).isEqualTo(\"%s\")".formatted(match.group(1), match.group(2))));
        return write(folder.resolve("Guide.kt"), """
                import dev.ashlar.struct.*
                import org.assertj.core.api.Assertions.assertThat

                class Guide : dev.ashlar.processor.Snippet {
                    override fun run(allocator: dev.ashlar.alloc.Allocator) {
                %s
                    }
                }
                """.formatted(statements));
    }

    private static String blocks(boolean declarations) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "docs", "guide.md")))
                .results()
                .map(match -> match.group(1))
                .filter(code -> code.startsWith("@") == declarations)
                .collect(Collectors.joining("\n"));
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, "package p\n\n" + text);
    }
}
