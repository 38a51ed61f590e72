package dev.ashlar.processor.write.source;

import java.util.regex.Pattern;

/**
 * Tightens the text that JavaPoet prints to the density of hand-written code. JavaPoet has no settings for any of this, and
 * no other class edits source text. Each pattern is anchored to whole lines of a shape that only JavaPoet's own layout has:
 * generated methods contain no Javadoc, and no strings with line breaks.
 */
public final class SourceStyle {
    /** A Javadoc comment of one sentence, which JavaPoet spreads over three lines: it becomes one line. */
    private static final Pattern ONE_LINE_COMMENT = Pattern.compile("/\\*\\*\\n +\\* ([^\\n]+)\\n +\\*/");

    /**
     * The empty line that JavaPoet puts between any two fields: it goes between fields of one group, those of the same
     * indentation and with the same start.
     */
    private static final Pattern GAP_BETWEEN_FIELDS = Pattern.compile("(?m)^(( +)(public static final long OFFSET_"
            + "|public static final int TAG_|private static final int LENGTH_|private final ).*;\\n)\\n(?=\\2\\3)");

    /** The empty line that JavaPoet puts between any two constants of a nested enum: it goes. */
    private static final Pattern GAP_BETWEEN_CONSTANTS =
            Pattern.compile("(?m)^( {8}[^\\s().*]+,\\n)\\n(?= {8}[^\\s().*]+,?\\n)");

    /** The blank after the asterisk of an empty line in a comment, and those of lines that were wrapped: they go. */
    private static final Pattern BLANKS_AT_END = Pattern.compile("(?m) +$");

    private SourceStyle() {}

    /** The text in the style of the library. */
    public static String tidy(String source) {
        String compact = ONE_LINE_COMMENT.matcher(source).replaceAll("/** $1 */");
        String dense = GAP_BETWEEN_FIELDS.matcher(compact).replaceAll("$1");
        String even = GAP_BETWEEN_CONSTANTS.matcher(dense).replaceAll("$1");
        return BLANKS_AT_END.matcher(even).replaceAll("");
    }
}
