package dev.ashlar.processor.header;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of Java as C takes them. */
final class CName {
    /** Keywords of C11, C23 and GNU C, and words that compilers and {@code <stdint.h>} define as macros. */
    private static final Set<String> TAKEN = Set.of(
            ("auto break case char const continue default do double else enum extern float for goto if inline int long"
                            + " register restrict return short signed sizeof static struct switch typedef union unsigned"
                            + " void volatile while alignas alignof bool constexpr false nullptr static_assert"
                            + " thread_local true typeof typeof_unqual asm linux unix i386 NULL")
                    .split(" "));

    /** The names that C reserves for the compiler and its libraries, and the macros for the limits of types. */
    private static final Pattern RESERVED = Pattern.compile("__.*|_[A-Z].*|[A-Z][A-Z0-9_]*_(MAX|MIN|WIDTH)");

    private static final Pattern NOT_C = Pattern.compile("[^A-Za-z0-9_]");

    private CName() {}

    /** {@code name} as an identifier of C: other letters than those of English become underscores. */
    static String of(String name) {
        String letters = NOT_C.matcher(name).replaceAll("_");
        return TAKEN.contains(letters) || RESERVED.matcher(letters).matches() ? letters + "_" : letters;
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
}
