package dev.ashlar.processor.header;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of Java as C takes them.
 *
 * <ul>
 *   <li>A character that is not a letter of English, a digit or an underscore becomes {@code _0} and its four hexadecimal
 *       digits, as in JNI: {@code größe} is {@code gr_000f6_000dfe}.
 *   <li>A name that {@link CWords} reserve gets an underscore at its end.
 *   <li>Of members with the same name all but the first get as many underscores as it takes.
 * </ul>
 */
final class CName {
    private static final Pattern NOT_C = Pattern.compile("[^A-Za-z0-9_]");

    private CName() {}

    /** {@code name} as a member or a constant. */
    static String of(String name) {
        String letters = letters(name);
        return CWords.isReserved(letters) ? letters + "_" : letters;
    }

    /** {@code name} as the tag of a struct or an enum. */
    static String ofTag(String name) {
        String legal = of(name);
        return CWords.isTag(legal) ? legal + "_" : legal;
    }

    /** {@code text} with every character as letters that a C compiler takes, whatever its locale. */
    static String letters(String text) {
        return NOT_C.matcher(text).replaceAll(CName::escape);
    }

    /** The names as identifiers of C, no two of them the same. */
    static Map<String, String> distinct(Collection<String> names) {
        Set<String> given = new HashSet<>(names);
        Set<String> used = new HashSet<>();
        Map<String, String> distinct = new LinkedHashMap<>();
        for (String name : names) {
            String unused = of(name);
            while (used.contains(unused) || (!unused.equals(name) && given.contains(unused))) {
                unused += "_";
            }
            used.add(unused);
            distinct.put(name, unused);
        }
        return distinct;
    }

    // _000f6
    private static String escape(MatchResult found) {
        return found.group()
                .chars()
                .mapToObj(each -> String.format(Locale.ROOT, "_0%04x", each))
                .collect(Collectors.joining());
    }
}
