package dev.ashlar.processor;

import java.io.IOException;
import java.net.URL;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import morfologik.stemming.Dictionary;

/** Tells which words of a text are in no dictionary. Not for words with digits, underscores or capitals inside: names. */
final class Speller {
    private static final String DICTIONARY = "/org/languagetool/resource/en/hunspell/en_GB.dict";
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_.@#$'’/]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}\\p{Ll}+(?:['’]\\p{Ll}+)?");

    private final morfologik.speller.Speller dictionary;
    private final Set<String> words;

    Speller(List<String> words) throws IOException {
        URL url = Objects.requireNonNull(Speller.class.getResource(DICTIONARY), DICTIONARY);
        this.dictionary = new morfologik.speller.Speller(Dictionary.read(url));
        this.words = new HashSet<>(words);
    }

    /** The words that are in neither the dictionary nor the list, in the order of the text. */
    List<String> unknown(String text) {
        return TOKEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(token -> Pattern.compile("/").splitAsStream(token))
                .map(token -> token.replaceAll("^[.'’]+|[.'’]+$", "").replaceAll("['’]s$", ""))
                .filter(token -> WORD.matcher(token).matches())
                .filter(word -> !isKnown(word))
                .distinct()
                .toList();
    }

    private boolean isKnown(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return words.contains(word)
                || words.contains(lower)
                || dictionary.isInDictionary(word)
                || dictionary.isInDictionary(lower);
    }
}
