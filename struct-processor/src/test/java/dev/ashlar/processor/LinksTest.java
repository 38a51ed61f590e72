package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The links in the documents of this repository: every file that they lead to is there, and every heading. */
class LinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile(
            "\\]\\(([^)\\s]+)\\)|(?:href|src|srcset)=\"([^\"]+)\"|^\\[[^\\]]+\\]: (\\S+)", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}\\- _]");

    private final Map<Path, Set<String>> headings = new HashMap<>();

    @Test
    void everyLink_leadsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            Matcher link = LINK.matcher(CODE.matcher(Files.readString(document)).replaceAll(""));
            while (link.find()) {
                String target = Stream.of(link.group(1), link.group(2), link.group(3))
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow();
                links++;
                if (!isThere(document, target)) {
                    broken.add(ROOT.relativize(document) + ": " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(50);
    }

    @Test
    void brokenLinks_areFound() throws IOException {
        Path readme = ROOT.resolve("README.md");
        assertThat(isThere(readme, "docs/guide/symptoms.md#symptoms")).isTrue();
        assertThat(isThere(readme, "#use-it")).isTrue();
        assertThat(isThere(readme, "docs/guide/kotlin.md#no-such-heading")).isFalse();
        assertThat(isThere(readme, "docs/no-such-file.md")).isFalse();
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of("target", ".git", "node_modules")
                            .noneMatch(folder -> ROOT.relativize(file).startsWith(folder)
                                    || ROOT.relativize(file).toString().contains("/" + folder + "/")))
                    .toList();
        }
    }

    private boolean isThere(Path document, String target) throws IOException {
        if (target.matches("[a-z]+:.*")) {
            return true;
        }
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path found = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        return Files.exists(found) && (hash < 0 || headings(found).contains(target.substring(hash + 1)));
    }

    /** The anchors of a document, as GitHub makes them of its headings. */
    private Set<String> headings(Path document) throws IOException {
        Set<String> known = headings.get(document);
        if (known != null) {
            return known;
        }
        Set<String> anchors = new HashSet<>();
        Matcher heading = HEADING.matcher(Files.readString(document).replaceAll("(?ms)^```.*?^```$", ""));
        while (heading.find()) {
            String text = heading.group(1).replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
            String anchor = PUNCTUATION
                    .matcher(text.toLowerCase(Locale.ROOT))
                    .replaceAll("")
                    .replace(' ', '-');
            for (int copy = 1; !anchors.add(anchor); copy++) {
                anchor = anchor.replaceAll("-\\d+$", "") + "-" + copy;
            }
        }
        headings.put(document, anchors);
        return anchors;
    }
}
