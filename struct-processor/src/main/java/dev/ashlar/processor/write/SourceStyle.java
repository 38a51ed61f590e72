package dev.ashlar.processor.write;

import java.util.regex.Pattern;

/** What JavaPoet leaves looser than a person would: comments of one sentence, and fields that belong together. */
final class SourceStyle {
    private static final Pattern ONE_LINE_COMMENT = Pattern.compile("/\\*\\*\\n +\\* ([^\\n]+)\\n +\\*/");
    private static final Pattern GAP_BETWEEN_FIELDS = Pattern.compile(
            "(?m)^(( +)(public static final long OFFSET_|private static final int LENGTH_|private final ).*;\\n)\\n(?=\\2\\3)");

    private SourceStyle() {}

    static String tidy(String source) {
        String compact = ONE_LINE_COMMENT.matcher(source).replaceAll("/** $1 */");
        return GAP_BETWEEN_FIELDS.matcher(compact).replaceAll("$1");
    }
}
