package dev.ashlar.processor.write.source;

import java.util.regex.Pattern;

/**
 * Tightens what JavaPoet leaves looser than a person would: comments of one sentence, fields that belong together, the constants
 * of enums, and blanks at the ends of lines.
 */
public final class SourceStyle {
    private static final Pattern ONE_LINE_COMMENT = Pattern.compile("/\\*\\*\\n +\\* ([^\\n]+)\\n +\\*/");
    private static final Pattern GAP_BETWEEN_FIELDS = Pattern.compile(
            "(?m)^(( +)(public static final long OFFSET_|public static final int TAG_|private static final int LENGTH_|private final ).*;\\n)\\n(?=\\2\\3)");

    private static final Pattern GAP_BETWEEN_CONSTANTS =
            Pattern.compile("(?m)^( {8}[^\\s().*]+,\\n)\\n(?= {8}[^\\s().*]+,?\\n)");

    private static final Pattern BLANKS_AT_END = Pattern.compile("(?m) +$");

    private SourceStyle() {}

    public static String tidy(String source) {
        String compact = ONE_LINE_COMMENT.matcher(source).replaceAll("/** $1 */");
        String dense = GAP_BETWEEN_FIELDS.matcher(compact).replaceAll("$1");
        String even = GAP_BETWEEN_CONSTANTS.matcher(dense).replaceAll("$1");
        return BLANKS_AT_END.matcher(even).replaceAll("");
    }
}
