package dev.ashlar.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The spelling of all documents and of the Javadoc, in British English. Words of our own, and names, are in {@code
 * docs/words.txt}.
 */
class SpellingTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path WORDS = ROOT.resolve("docs/words.txt");

    @Test
    void everyWord_isInADictionary() throws IOException {
        TreeMap<String, String> unknown = new TreeMap<>();
        Speller speller = new Speller(Files.readAllLines(WORDS));
        int documents = 0;
        for (Path document : documents()) {
            documents++;
            for (String word : speller.unknown(prose(document))) {
                unknown.putIfAbsent(word, ROOT.relativize(document).toString());
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(documents).isGreaterThan(200);
    }

    @Test
    void plantedMistakes_areFound() throws IOException {
        Speller speller = new Speller(List.of("jextract"));
        assertThat(speller.unknown("An alocator frees its blocks; their seperate sizes, teh largest, jextract"))
                .containsExactly("alocator", "seperate", "teh");
        String markdown = "Freed `blokcs` are [fine](recieve.md), recieved\n```java\nint abcdx;\n```\nand finaly";
        assertThat(speller.unknown(Prose.ofMarkdown(markdown))).containsExactly("recieved", "finaly");
        String java = "/** Retuns {@code abcx} of {@link Foox}, occured. */\nint abcdy; // nottt";
        assertThat(speller.unknown(Prose.ofJavadoc(java))).containsExactly("Retuns", "occured");
    }

    @Test
    void wordList_isSortedAndHasNothingTooMuch() throws IOException {
        List<String> words = Files.readAllLines(WORDS);
        assertThat(words).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).doesNotHaveDuplicates();
        Speller alone = new Speller(List.of());
        Set<String> needed = new HashSet<>();
        for (Path document : documents()) {
            needed.addAll(alone.unknown(prose(document)));
        }
        List<String> unused = new ArrayList<>(words);
        unused.removeIf(needed::contains);
        assertThat(unused).isEmpty();
    }

    private static String prose(Path document) throws IOException {
        String text = Files.readString(document);
        return document.toString().endsWith(".md") ? Prose.ofMarkdown(text) : Prose.ofJavadoc(text);
    }

    /** All Markdown, and the Java of what is published. */
    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(LinksTest.documents());
        for (String sources : List.of("allocator-core/src/main/java", "struct-processor/src/main/java")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(sources))) {
                documents.addAll(
                        files.filter(file -> file.toString().endsWith(".java")).toList());
            }
        }
        return documents;
    }
}
