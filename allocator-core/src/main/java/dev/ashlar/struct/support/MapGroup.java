package dev.ashlar.struct.support;

/**
 * The control word of one group of a hash map: eight bytes that say which of its seven slots hold entries.
 *
 * <pre>
 * byte    0     1     2     3     4     5     6      7
 *      | tag | tag | tag | tag | tag | tag | tag | passed |
 * </pre>
 *
 * <p>A tag is 0 for a slot without an entry, and otherwise its sign bit and seven bits of the hash of the key, so that most
 * other keys are ruled out without a look at the entry. {@code passed} counts the entries that found this group full and
 * lie in a later one: a search ends at a group that nothing has passed. So a removal leaves nothing behind, and no map has to
 * be cleaned up. A count of {@link #MANY} stays.
 */
public final class MapGroup {
    /** The slots of a group. */
    public static final int SLOTS = 7;

    /** The size of a control word in bytes. */
    public static final long BYTE_SIZE = Long.BYTES;

    /** The count that is no longer counted. */
    static final int MANY = 255;

    private static final long EACH_SLOT = 0x0001_0101_0101_0101L;
    private static final long SIGNS = EACH_SLOT << 7;
    private static final int PASSED = SLOTS * Byte.SIZE;

    private MapGroup() {}

    /**
     * Returns the sign bits of all slots whose tag is that of a hash. Of slots that hold an entry, some others may be among
     * them.
     */
    public static long matches(long control, long hash) {
        long differences = control ^ (tag(hash) * EACH_SLOT);
        return (differences - EACH_SLOT) & ~differences & SIGNS;
    }

    /** Returns the sign bits of all slots that hold an entry. */
    public static long full(long control) {
        return control & SIGNS;
    }

    /** Returns the sign bits of all slots from one on that hold an entry. */
    public static long fullFrom(long control, long slot) {
        return full(control) & (-1L << bits(slot));
    }

    /** Returns whether a slot holds an entry. */
    public static boolean isFull(long control, long slot) {
        return (control << bits(SLOTS - slot)) < 0;
    }

    /** Returns the sign bits of all slots that hold none. */
    public static long free(long control) {
        return ~control & SIGNS;
    }

    /** Returns the first slot of some, of which there must be one. */
    public static long first(long slots) {
        return Long.numberOfTrailingZeros(slots) / (long) Byte.SIZE;
    }

    /** Returns whether entries have passed the group. */
    public static boolean isPassed(long control) {
        return control >>> PASSED != 0;
    }

    /** The number of entries that have passed the group. */
    public static int passed(long control) {
        return (int) (control >>> PASSED);
    }

    /** The word after one more entry has passed. */
    public static long withOneMore(long control) {
        return passed(control) == MANY ? control : control + (1L << PASSED);
    }

    /** The word after one of the entries that have passed is gone. */
    public static long withOneLess(long control) {
        return passed(control) == MANY || passed(control) == 0 ? control : control - (1L << PASSED);
    }

    /** The word with an entry in a slot that holds none. */
    public static long with(long control, long slot, long hash) {
        return control | (tag(hash) << bits(slot));
    }

    /** The word without the entry of a slot. */
    public static long without(long control, long slot) {
        return control & ~(0xFFL << bits(slot));
    }

    /** The word without any entry, with the count as it is. */
    public static long cleared(long control) {
        return (control >>> PASSED) << PASSED;
    }

    /** The distance of a slot from the first one in bits. */
    private static long bits(long slots) {
        return slots * Byte.SIZE;
    }

    private static long tag(long hash) {
        return 0x80 | (hash >>> 57);
    }
}
