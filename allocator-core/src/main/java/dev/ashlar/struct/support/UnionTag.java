package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;

/** Checks of the tags of unions in memory. For generated code. */
public final class UnionTag {
    private UnionTag() {}

    /**
     * Checks that a union holds the requested variant.
     *
     * @param variant the variant as a member of its union, {@code p.Shape#Circle}, for the message
     * @param number the number of its tag
     * @param stored the number that is stored
     * @throws IllegalStateException if the two differ
     */
    public static void require(String variant, int number, int stored) {
        if (stored != number) {
            throw another(variant, number, stored);
        }
    }

    private static IllegalStateException another(String variant, int number, int stored) {
        int end = variant.indexOf('#');
        String name = variant.substring(end + 1);
        return new IllegalStateException(
                "union holds another variant; ask for its tag first: struct=" + variant.substring(0, Math.max(0, end))
                        + " asked=" + name + " tag=" + stored + " tagOf" + name + "=" + number);
    }

    /**
     * Returns the exception for a tag that no variant has.
     *
     * @param union the canonical name of the union
     */
    public static IllegalStateException unknown(String union, int stored) {
        return new IllegalStateException(
                "no variant has the tag that is stored; tagNumber() returns it: struct=" + union + " tag=" + stored);
    }

    /** Returns whether two ranges have the same bytes: the only possible comparison if their contents are unknown. */
    public static boolean sameBytes(Memory first, long firstOffset, Memory second, long secondOffset, long byteSize) {
        return first.mismatch(firstOffset, second, secondOffset, byteSize) < 0;
    }
}
