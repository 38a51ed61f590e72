package dev.ashlar.alloc.heap;

import dev.ashlar.memory.Memory;

/**
 * The format of a heap in linear memory. No other class knows where the fields of a block lie.
 *
 * <p>All numbers are little-endian, all addresses are addresses in the linear memory. A heap is a preamble, then blocks
 * that tile the space without gaps, then an end header:
 *
 * <pre>
 *   start (multiple of 16)                                                 end (multiple of 16)
 *   +----------+-------+-------+------------------+-------+ ... +---------+
 *   | preamble | block | block | block            | block |     | end hdr |
 *   | 72 bytes |       |       |                  |       |     | 8 bytes |
 *   +----------+-------+-------+------------------+-------+ ... +---------+
 *
 *   live block                          free block
 *   b    +0  header word                b    +0       header word
 *        +8  payload, b+8 = 0 mod 16         +8       next free block of the bin, 0 at the last
 *        ..                                  +16      previous free block of the bin, 0 at the first
 *        ..  slack                           ..       anything
 *        +n  header of the next block        +n-8     footer: n
 *                                            +n       header of the next block
 *
 *   header word:   63..56   55..48          47..4       3     2     1              0
 *                  tag      slack | shape   n / 16      0     RUN   FOLLOWS_FREE   LIVE
 *
 *   run: a live block with RUN set whose payload is cut into equal slots
 *   b    +0       header word, with the number of the shape where other blocks have their slack
 *        +8       slot 0; b+8 is a multiple of R, the size of a run of this shape
 *        +8+s     slot 1, and so on: k slots of s bytes, as RunShape has them
 *        +8+k*s   k state bytes: 0 free, 255 wide, else live with slack + 1; valid in a persistent heap
 *        ..       where s > 254, from the next even address: k slacks of 2 bytes; valid for slots that are wide
 *        +n       header of the next block; n is at least R
 * </pre>
 *
 * n is the size of the block, header included. Slack is valid in live blocks only; it is the excess of the payload's
 * space over the request, so that the length requested is {@code n - 8 - slack}. The links and the footer are valid in
 * free blocks only. A live block has no footer: its last 8 bytes belong to the payload. The end header is live and has
 * size 0. The tag is a checksum of all other bits except FOLLOWS_FREE, which depends on another block; so no change of
 * a single bit in a header goes unnoticed. {@link Preamble} has the fields of the preamble.
 *
 * <p>A heap is persistent if its memory is a file that outlives the process. No other heap can be opened again, so the
 * states of its slots are only on the Java heap, see {@link Run}: its state bytes stay as they were when the run was
 * made.
 *
 * <p>Invariants of the large tier, which {@link HeapChecker} reports by these numbers:
 *
 * <ul>
 *   <li><b>I1</b> The preamble holds magic and version, known flags, and the size of the heap.
 *   <li><b>I2</b> Blocks tile the heap: every header has the tag, every size is a multiple of 16 and at least 32, and
 *       the walk from the first block ends exactly at the end header.
 *   <li><b>I3</b> A live block's slack leaves a length of at least 1.
 *   <li><b>I4</b> A header has FOLLOWS_FREE exactly if the block before it is free.
 *   <li><b>I5</b> No two free blocks are adjacent.
 *   <li><b>I6</b> The footer of a free block repeats its size.
 *   <li><b>I7</b> Every free block except the wilderness is in the list of its bin exactly once, the lists
 *       hold nothing else, and back links match.
 *   <li><b>I8</b> A bin's bit is set exactly if its list is not empty.
 *   <li><b>I9</b> The block index holds exactly the payload addresses of the live blocks, and of the free ones.
 *   <li><b>I10</b> The count of bytes in use equals that of a walk.
 * </ul>
 *
 * <p>Invariants of the small tier:
 *
 * <ul>
 *   <li><b>I11</b> A run's shape exists, its payload is aligned to the size of such a run, and its block is large
 *       enough.
 *   <li><b>I12</b> A state byte's slack leaves a length of at least 1.
 *   <li><b>I13</b> The run index gives every granule of a run the run's shape, and every other granule none.
 *   <li><b>I14</b> The state bytes of a persistent heap equal those of the run index, in which a slot is free exactly
 *       if its state is 0.
 *   <li><b>I15</b> A group of runs has a bit set for exactly those with a free slot; the list of a class holds each of
 *       its groups with such a bit once, and may hold other groups, all marked as listed. A shared run is in exactly
 *       one list or role, see {@link SharedRun}.
 *   <li><b>I16</b> The preamble notes no change that is under way.
 * </ul>
 *
 * <p><b>Surviving a kill.</b> I1 to I3, I5, I11, I12 and the bits LIVE and RUN are authoritative; everything else
 * follows from a walk. A persistent heap stores all bookkeeping in program order ({@link FileJournal}), and each
 * operation has one store that commits it, of 8 aligned bytes or of one byte. Everything that this makes visible is
 * stored before it; everything that it gives up is overwritten after it.
 *
 * <table>
 * <caption>The store that commits</caption>
 * <tr><th>operation</th><th>store</th></tr>
 * <tr><td>allocate, free or resize a slot</td><td>its state byte</td></tr>
 * <tr><td>allocate a block, make a run</td><td>the header of the free block that it is cut from: it becomes live, or as
 * short as the front that stays free. Until then the headers of the rest behind the block and, if there is a front, of
 * the block itself lie inside the free block, where no walk sees them.</td></tr>
 * <tr><td>free a block, give a run back</td><td>the header at the start of the free space, including the free
 * neighbours</td></tr>
 * <tr><td>lengthen a block</td><td>its header, after the header of the rest inside the free block behind it</td></tr>
 * <tr><td>shorten a block by one or more granules</td><td>the note in the preamble: before it no header may be written
 * into the payload</td></tr>
 * <tr><td>grow the heap</td><td>the header of the wilderness, or the old end header, which becomes a free block up to
 * the new end header</td></tr>
 * <tr><td>cut the end of the heap off</td><td>the size in the preamble, after the stores that growing makes after
 * it</td></tr>
 * <tr><td>move a block</td><td>the store that frees the old block: until then the new block is noted in the
 * preamble</td></tr>
 * <tr><td>make a heap</td><td>the magic</td></tr>
 * </table>
 *
 * <p>While blocks change, the preamble notes it. Then at most these can be incomplete: one footer, one FOLLOWS_FREE
 * flag, a noted shrink, and an end header left where the heap ended before it grew. {@link HeapOpening} completes them;
 * anything else, or any of them when no change was under way, is damage.
 */
public final class BlockFormat {
    /** The granule: sizes and payload addresses are multiples of it. */
    public static final long GRANULE_BYTE_SIZE = 16;

    public static final long HEADER_BYTE_SIZE = 8;

    /** The least block: header, two links and a footer. */
    static final long MIN_BLOCK_BYTE_SIZE = 32;

    /** The offset of the first block in the heap. */
    public static final long PREAMBLE_BYTE_SIZE = 72;

    /** The least heap: preamble, one block, end header. */
    public static final long MIN_HEAP_BYTE_SIZE = PREAMBLE_BYTE_SIZE + MIN_BLOCK_BYTE_SIZE + HEADER_BYTE_SIZE;

    /** The size of the largest block; the header has room for one more bit. */
    static final long MAX_BLOCK_BYTE_SIZE = 1L << 46;

    private static final long LIVE = 1;
    private static final long FOLLOWS_FREE = 2;
    private static final long RUN = 4;
    private static final long SIZE_MASK = 0x0000_FFFF_FFFF_FFF0L;
    private static final int SLACK_SHIFT = 48;
    private static final long TAG_MASK = 0xFFL << 56;
    private static final long TAG = 0x5AL << 56;
    private static final long CHECKED = ~(TAG_MASK | FOLLOWS_FREE);

    /**
     * The factor of the checksum. No window of 8 bits in it is all zeros or all ones, so that every bit affects the
     * tag.
     */
    private static final long CHECK_FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private static final long END = tagged(LIVE);

    private static final long NEXT_LINK = 8;
    private static final long PREVIOUS_LINK = 16;

    private final Memory bytes;
    private final Journal journal;

    /** Makes the format of a heap that is changed through a journal. */
    BlockFormat(Journal journal) {
        this.bytes = journal.bytes();
        this.journal = journal;
    }

    /** The size of a block whose payload has room for {@code length} bytes. */
    static long blockSizeFor(long length) {
        return Math.max(MIN_BLOCK_BYTE_SIZE, (length + HEADER_BYTE_SIZE + GRANULE_BYTE_SIZE - 1) & -GRANULE_BYTE_SIZE);
    }

    public static long payloadOf(long block) {
        return block + HEADER_BYTE_SIZE;
    }

    static long blockOf(long payload) {
        return payload - HEADER_BYTE_SIZE;
    }

    static boolean hasTag(long word) {
        return word == tagged(word);
    }

    /**
     * Returns whether this can be the header word of a block, live or free: its tag and its size are valid, and no
     * unused bit is set.
     */
    static boolean isBlock(long word) {
        long mustBeZero = isLive(word) ? GRANULE_BYTE_SIZE >>> 1 : ~(SIZE_MASK | TAG_MASK);
        boolean hasKnownBits = (word & mustBeZero) == 0;
        return hasTag(word) && hasKnownBits && sizeOf(word) >= MIN_BLOCK_BYTE_SIZE;
    }

    /** Returns whether this is the word of an end header, with FOLLOWS_FREE set or not. */
    static boolean isEnd(long word) {
        return (word & ~FOLLOWS_FREE) == END;
    }

    static long freeWord(long size) {
        return tagged(size);
    }

    /** Adds the tag to a header word: the checksum of its other bits except FOLLOWS_FREE. */
    static long tagged(long word) {
        long check = (word & CHECKED) * CHECK_FACTOR;
        return (word & ~TAG_MASK) | ((TAG ^ check) & TAG_MASK);
    }

    static long liveWord(long size, long length, boolean followsFree) {
        long slack = size - HEADER_BYTE_SIZE - length;
        return tagged(slack << SLACK_SHIFT | size | (followsFree ? FOLLOWS_FREE : 0) | LIVE);
    }

    public static boolean isLive(long word) {
        return (word & LIVE) != 0;
    }

    public static boolean isRun(long word) {
        return (word & RUN) != 0;
    }

    static boolean followsFree(long word) {
        return (word & FOLLOWS_FREE) != 0;
    }

    public static long sizeOf(long word) {
        return word & SIZE_MASK;
    }

    /** The length that was requested, from the header word of a live block. */
    public static long lengthOf(long word) {
        return sizeOf(word) - HEADER_BYTE_SIZE - (word >>> SLACK_SHIFT & 0xFF);
    }

    /** The number of the shape, from the header word of a run. */
    static int shapeOf(long word) {
        return (int) (word >>> SLACK_SHIFT) & 0xFF;
    }

    /** The address of the first unused byte of a free block: behind header and links. */
    static long unusedStart(long block) {
        return block + PREVIOUS_LINK + Long.BYTES;
    }

    /** The address after the last unused byte of a free block: its footer. */
    static long unusedEnd(long block, long size) {
        return block + size - HEADER_BYTE_SIZE;
    }

    /** The header word of a block. */
    long word(long block) {
        return bytes.loadI64(block);
    }

    long sizeAt(long block) {
        return sizeOf(word(block));
    }

    /** Makes a block live, in one store. */
    void setLive(long block, long size, long length, boolean followsFree) {
        journal.store(block, liveWord(size, length, followsFree));
    }

    /** Makes a block a run with all slots free: stores the states, then the header. */
    void setRun(long block, long size, int shape, boolean followsFree) {
        bytes.fill(payloadOf(block) + RunShape.statesOffset(shape), 0, RunShape.slotCount(shape));
        long flags = (followsFree ? FOLLOWS_FREE : 0) | RUN | LIVE;
        journal.store(block, tagged((long) shape << SLACK_SHIFT | size | flags));
    }

    /** The stored state of a slot: 0 if it is free, otherwise as {@link SlotRun#state}; valid in a persistent heap. */
    int slotState(SlotRun run, int slot) {
        return bytes.loadU8(run.stateAddress(slot));
    }

    Memory bytes() {
        return bytes;
    }

    /**
     * Makes a block free: stores the header, and then the footer, which may lie in a payload until the header is
     * stored. The block before it is never free, see I5.
     */
    void setFree(long block, long size) {
        journal.store(block, freeWord(size));
        setFooter(block, size);
    }

    /** Stores the footer of a block that is free or about to be. */
    void setFooter(long block, long size) {
        journal.store(block + size - HEADER_BYTE_SIZE, size);
    }

    void setEnd(long endHeader, boolean followsFree) {
        journal.store(endHeader, END | (followsFree ? FOLLOWS_FREE : 0));
    }

    void setFollowsFree(long block, boolean followsFree) {
        setFollowsFree(block, word(block), followsFree);
    }

    /** As {@link #setFollowsFree(long, boolean)}, if the header word is known. */
    void setFollowsFree(long block, long word, boolean followsFree) {
        journal.store(block, followsFree ? word | FOLLOWS_FREE : word & ~FOLLOWS_FREE);
    }

    /** The size in the footer before {@code block}; valid if the block before it is free. */
    long footerBefore(long block) {
        return bytes.loadI64(block - HEADER_BYTE_SIZE);
    }

    long nextFree(long block) {
        return bytes.loadI64(block + NEXT_LINK);
    }

    void setNextFree(long block, long next) {
        journal.store(block + NEXT_LINK, next);
    }

    long previousFree(long block) {
        return bytes.loadI64(block + PREVIOUS_LINK);
    }

    void setPreviousFree(long block, long previous) {
        journal.store(block + PREVIOUS_LINK, previous);
    }
}
