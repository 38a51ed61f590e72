package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java in {@code docs/guide.md}: what is declared in a section is compiled with the processor, and all else in it is
 * run in one go.
 */
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern RESULT = Pattern.compile("(?m)^( *)(\\S.*);\\s*// => (.*)$");

    /** One section of the guide. */
    record Section(String title, List<String> declarations, List<String> statements) {
        static Section of(String text) {
            Section section = new Section(text.lines().findFirst().orElseThrow(), new ArrayList<>(), new ArrayList<>());
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                String code = block.group(1);
                if (code.startsWith("@") || code.startsWith("record ")) {
                    section.declarations.addAll(
                            Stream.of(code.split("\\n\\n(?=@|enum |record )")).toList());
                } else {
                    section.statements.add(code);
                }
            }
            return section;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Section> sections() throws IOException {
        return Stream.of(Files.readString(GUIDE).split("(?m)^## "))
                .skip(1)
                // What is Kotlin is left to KotlinTest.
                .filter(text -> text.contains("```java"))
                .map(Section::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void section_doesWhatItSays(Section section) {
        assertThat(section.statements()).isNotEmpty();
        String body = RESULT.matcher(String.join("\n", section.statements()))
                .replaceAll(match ->
                        Matcher.quoteReplacement("%sassertThat(String.valueOf((Object) (%s))).isEqualTo(\"%s\");"
                                .formatted(match.group(1), match.group(2), match.group(3))));
        Snippet.run(
                "LinearMemory memory = allocator.memory();\n" + body,
                section.declarations().toArray(String[]::new));
    }
}
