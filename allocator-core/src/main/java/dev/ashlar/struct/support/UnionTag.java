package dev.ashlar.struct.support;

import dev.ashlar.memory.Memory;

/** The tags of unions, as their views meet them in memory. For generated code. */
public final class UnionTag {
    private UnionTag() {}

    /**
     * Checks that a union holds the variant that is asked for.
     *
     * @param variant its name, for the message
     * @param number the number of its tag
     * @param stored the number that is stored
     * @throws IllegalStateException if the two differ
     */
    public static void require(String variant, int number, int stored) {
        if (stored != number) {
            throw new IllegalStateException("union holds another variant: asked=" + variant + " tag=" + stored
                    + " tagOf" + variant + "=" + number);
        }
    }

    /**
     * What to throw for a tag that no variant has.
     *
     * @param union the canonical name of the union
     */
    public static IllegalStateException unknown(String union, int stored) {
        return new IllegalStateException("no variant has the tag that is stored: union=" + union + " tag=" + stored);
    }

    /** Returns whether two places have the same bytes: what there is to compare where nobody knows what they hold. */
    public static boolean sameBytes(Memory first, long firstOffset, Memory second, long secondOffset, long byteSize) {
        return first.mismatch(firstOffset, second, secondOffset, byteSize) < 0;
    }
}
