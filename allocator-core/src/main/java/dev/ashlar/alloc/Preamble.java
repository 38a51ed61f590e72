package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The preamble of a heap, which says what it is and how far it reaches: the one place that knows where its fields lie.
 *
 * <pre>
 *   +0   magic            I64   "AshlarHp"
 *   +8   version          I32
 *   +12  flags            I32   1 KEPT: the state bytes of slots are valid; 2 FIXED: the heap never grows
 *   +16  root             I64   an address that the user sets, 0 for none
 *   +24  byteSize         I64   from the preamble to the end of the end header
 *   +32  change           I64   0 none; 1 a change of blocks; block | 2 a shrink of that block
 *   +40  operand          I64   of a shrink: the new header word; of a move: the old address
 *   +48  move             I64   the address that a block is moved to, 0 for none
 * </pre>
 *
 * The last three say what was under way when a process was killed, see {@link BlockFormat}; they are 0 between the
 * operations, and always in a heap that is not kept.
 */
final class Preamble {
    /** "AshlarHp" as it stands in memory. */
    static final long MAGIC = 0x70487261_6C687341L;

    static final int VERSION = 1;

    /** A change of blocks is under way: footers and flags may be those from before. */
    static final long CHANGING = 1;

    private static final int KEPT = 1;
    private static final int FIXED = 2;
    private static final long SHRINKING = 2;
    private static final long CODE_MASK = 7;

    private static final long VERSION_OFFSET = 8;
    private static final long FLAGS_OFFSET = 12;
    private static final long ROOT_OFFSET = 16;
    private static final long BYTE_SIZE_OFFSET = 24;
    private static final long CHANGE_OFFSET = 32;
    private static final long OPERAND_OFFSET = 40;
    private static final long MOVE_OFFSET = 48;

    private final BlockFormat format;
    private final Memory bytes;
    private final long start;

    Preamble(BlockFormat format, long start) {
        this.format = format;
        this.bytes = format.bytes();
        this.start = start;
    }

    /** What lies where a heap at {@code base} has its preamble, or null if the memory has no room for a heap there. */
    static @Nullable Preamble find(LinearMemory memory, long base) {
        long start = HeapExtent.startFor(base);
        boolean hasRoom = base >= 0 && memory.byteSize() - start >= BlockFormat.MIN_HEAP_BYTE_SIZE;
        return hasRoom ? new Preamble(new BlockFormat(memory.whole()), start) : null;
    }

    /** Makes what lies behind the preamble a heap, by the store of the magic: without it this is none. */
    void write(long byteSize, boolean isKept, boolean isFixed) {
        format.store(start, 0);
        for (long offset = ROOT_OFFSET; offset < BlockFormat.PREAMBLE_BYTE_SIZE; offset += Long.BYTES) {
            format.store(start + offset, 0);
        }
        long flags = (isKept ? KEPT : 0) | (isFixed ? FIXED : 0);
        format.store(start + VERSION_OFFSET, flags << Integer.SIZE | VERSION);
        setByteSize(byteSize);
        format.store(start, MAGIC);
    }

    boolean hasMagic() {
        return bytes.loadI64(start) == MAGIC;
    }

    int version() {
        return bytes.loadI32(start + VERSION_OFFSET);
    }

    int flags() {
        return bytes.loadI32(start + FLAGS_OFFSET);
    }

    boolean isKept() {
        return (flags() & KEPT) != 0;
    }

    boolean isFixed() {
        return (flags() & FIXED) != 0;
    }

    boolean hasKnownFlags() {
        return (flags() & ~(KEPT | FIXED)) == 0;
    }

    /**
     * Whether nothing is here, or what a process leaves that was killed while it made a heap: no magic, and nothing that
     * any other program put here.
     */
    boolean isBlank() {
        boolean isBlank = bytes.loadI64(start) == 0 && hasKnownFlags() && (version() == 0 || version() == VERSION);
        for (long offset = ROOT_OFFSET; offset < BlockFormat.PREAMBLE_BYTE_SIZE; offset += Long.BYTES) {
            isBlank &= offset == BYTE_SIZE_OFFSET || bytes.loadI64(start + offset) == 0;
        }
        return isBlank;
    }

    long root() {
        return bytes.loadI64(start + ROOT_OFFSET);
    }

    /** In one store. */
    void setRoot(long address) {
        format.store(start + ROOT_OFFSET, address);
    }

    long byteSize() {
        return bytes.loadI64(start + BYTE_SIZE_OFFSET);
    }

    void setByteSize(long byteSize) {
        format.store(start + BYTE_SIZE_OFFSET, byteSize);
    }

    /** What is under way: 0, {@link #CHANGING}, or a shrink. */
    long change() {
        return bytes.loadI64(start + CHANGE_OFFSET);
    }

    boolean isChanging() {
        return change() != 0;
    }

    /** The block that a shrink is under way of, or 0. */
    long shrinkingBlock() {
        long change = change();
        return (change & CODE_MASK) == SHRINKING ? change & ~CODE_MASK : 0;
    }

    /** The header word that the block is to have, of a shrink. */
    long shrunkWord() {
        return bytes.loadI64(start + OPERAND_OFFSET);
    }

    void beginChange() {
        format.store(start + CHANGE_OFFSET, CHANGING);
    }

    /** Commits a shrink: from here on it is done, by whoever opens the heap if not by this process. */
    void beginShrink(long block, long word) {
        format.store(start + OPERAND_OFFSET, word);
        format.store(start + CHANGE_OFFSET, block | SHRINKING);
    }

    void endChange() {
        format.store(start + CHANGE_OFFSET, 0);
    }

    /** Where a block is being moved to, or 0. */
    long movedTo() {
        return bytes.loadI64(start + MOVE_OFFSET);
    }

    /** Where a block is being moved from, if {@link #movedTo} is not 0. */
    long movedFrom() {
        return bytes.loadI64(start + OPERAND_OFFSET);
    }

    void beginMove(long from, long to) {
        format.store(start + OPERAND_OFFSET, from);
        format.store(start + MOVE_OFFSET, to);
    }

    void endMove() {
        format.store(start + MOVE_OFFSET, 0);
    }
}
