package dev.ashlar.processor;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is left of a document when code, links and marks are left out. */
final class Prose {
    private static final Pattern NOT_PROSE =
            Pattern.compile("(?ms)^ *```.*?^ *```$|``.*?``|`[^`]*`|\\]\\([^)]*\\)|<!--.*?-->|<[^>]*>|https?:\\S+");
    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final Pattern BRACES =
            Pattern.compile("(?s)\\{@\\w+[^{}]*(?:\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}[^{}]*)*}");
    private static final Pattern TAG = Pattern.compile("@(?:param|throws|see|author) +\\S+|@\\w+");
    private static final Pattern HTML = Pattern.compile("(?s)<pre>.*?</pre>|<[^>]*>|&\\w+;");

    private Prose() {}

    static String ofMarkdown(String text) {
        return NOT_PROSE.matcher(text).replaceAll(" ");
    }

    static String ofJavadoc(String source) {
        String text = JAVADOC.matcher(source).results().map(Prose::lines).collect(Collectors.joining("\n"));
        text = BRACES.matcher(text).replaceAll(" ");
        return TAG.matcher(HTML.matcher(text).replaceAll(" ")).replaceAll(" ");
    }

    private static String lines(MatchResult comment) {
        return comment.group(1).replaceAll("(?m)^ *\\* ?", "");
    }
}
