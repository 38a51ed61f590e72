package dev.ashlar.processor.read;

/**
 * The words and signs of a Java source, one after the other. Comments and white space are skipped; a literal is one token,
 * of which only the first character is told.
 */
final class SourceTokens {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String source;
    private int start;
    private int end;

    SourceTokens(CharSequence source) {
        this.source = source.toString();
    }

    /** Moves to the next token; false at the end of the source. */
    boolean next() {
        start = end;
        while (start < source.length()) {
            if (Character.isWhitespace(source.charAt(start))) {
                start++;
            } else if (source.startsWith("//", start)) {
                start = endOfLine();
            } else if (source.startsWith("/*", start)) {
                start = behind("*/", start + 2);
            } else {
                end = endOfToken();
                return true;
            }
        }
        end = start;
        return false;
    }

    /** The token: a word, a sign of one character, or the quote that a literal starts with. */
    String text() {
        char first = source.charAt(start);
        return first == '"' || first == '\'' ? String.valueOf(first) : source.substring(start, end);
    }

    boolean isWord() {
        return Character.isJavaIdentifierStart(source.codePointAt(start));
    }

    /** The start of the token, in characters from the start of the source. */
    int position() {
        return start;
    }

    /** Makes the next token this one again. */
    void stepBack() {
        end = start;
    }

    private int endOfToken() {
        if (source.startsWith(TEXT_BLOCK, start)) {
            return endOfLiteral(TEXT_BLOCK);
        }
        char first = source.charAt(start);
        if (first == '"' || first == '\'') {
            return endOfLiteral(String.valueOf(first));
        }
        int behind = start + 1;
        if (isWord()) {
            behind = start + Character.charCount(source.codePointAt(start));
            while (behind < source.length() && Character.isJavaIdentifierPart(source.codePointAt(behind))) {
                behind += Character.charCount(source.codePointAt(behind));
            }
        }
        return behind;
    }

    private int endOfLiteral(String quotes) {
        int place = start + quotes.length();
        while (place < source.length() && !source.startsWith(quotes, place)) {
            place += source.charAt(place) == '\\' ? 2 : 1;
        }
        return Math.min(place + quotes.length(), source.length());
    }

    private int endOfLine() {
        int place = start;
        while (place < source.length() && source.charAt(place) != '\n' && source.charAt(place) != '\r') {
            place++;
        }
        return place;
    }

    private int behind(String sign, int from) {
        int place = source.indexOf(sign, from);
        return place < 0 ? source.length() : place + sign.length();
    }
}
