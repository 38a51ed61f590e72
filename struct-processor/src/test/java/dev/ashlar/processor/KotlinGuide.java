package dev.ashlar.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pieces of Kotlin in the guide, as sources: its structs, and a snippet that prints what it says. */
final class KotlinGuide {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```kotlin\\n(.*?)^```$");
    private static final Pattern OUTPUT = Pattern.compile("(?m)^println\\(.*\\) // (.*)$");

    private KotlinGuide() {}

    static Path structs(Path folder) throws IOException {
        return write(folder.resolve("GuideStructs.kt"), blocks(true));
    }

    static Path uses(Path folder) throws IOException {
        String statements = blocks(false);
        String outputs = OUTPUT.matcher(statements)
                .results()
                .map(output -> '"' + output.group(1) + '"')
                .collect(Collectors.joining(", "));
        return write(folder.resolve("Guide.kt"), """
                class Guide : dev.ashlar.processor.Snippet {
                    private val lines = mutableListOf<String>()

                    private fun println(value: Any?) {
                        lines.add(value.toString())
                    }

                    override fun run(allocator: Allocator) {
                %s
                        org.assertj.core.api.Assertions.assertThat(lines).containsExactly(%s)
                    }
                }
                """.formatted(statements, outputs));
    }

    private static String blocks(boolean declarations) throws IOException {
        return blocks().stream()
                .filter(code -> !code.startsWith("import "))
                .filter(code -> code.startsWith("@") == declarations)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..", "docs", "guide", "kotlin.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, "package p\n\n" + blocks().getFirst() + "\n" + text);
    }
}
