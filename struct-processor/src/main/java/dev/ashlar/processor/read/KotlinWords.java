package dev.ashlar.processor.read;

import java.util.Locale;
import java.util.regex.Pattern;

/** Advice for Kotlin: the same as for Java, with the names that types have there. */
final class KotlinWords {
    private static final Pattern ARRAY = Pattern.compile("\\b(byte|short|int|long|float|double|boolean|char)\\[]");
    private static final Pattern PRIMITIVE =
            Pattern.compile("\\b(byte|short|int|long|float|double|boolean|char)s?\\b(?!\\.)");

    private KotlinWords() {}

    // use int, or the array int[] of a record
    // use Int, or the array IntArray of a data class
    static String of(String advice) {
        String arrays = ARRAY.matcher(advice).replaceAll(match -> capitalized(match.group(1)) + "Array");
        return PRIMITIVE
                .matcher(arrays)
                .replaceAll(match -> capitalized(match.group()))
                .replace("a record", "a data class")
                .replace("that record", "that data class")
                .replace("record with", "data class with");
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
