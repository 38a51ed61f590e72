package dev.ashlar.alloc.heap;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * The preamble of a heap, with its version and size. No other class knows where its fields lie. They are read here and
 * stored to by the {@link Journal}.
 *
 * <pre>
 *   +0   magic            I64   "AshlarHp"
 *   +8   version          I32
 *   +12  flags            I32   1 PERSISTENT: the state bytes of slots are valid; 2 FIXED: the heap never grows
 *   +16  root             I64   an address that the user sets, 0 for none
 *   +24  byteSize         I64   from the preamble to the end of the end header
 *   +32  change           I64   0 none; 1 a change of blocks; block | 2 a shrink of that block
 *   +40  operand          I64   of a shrink: the new header word; of a move: the old address
 *   +48  move             I64   the address that a block is moved to, 0 for none
 *   +56  writer           I64   the random number of the last writer; 0 in a heap that is not persistent
 *   +64  process          I64   the process of that writer, see {@link ProcessMark}; 0 once it has closed the heap
 * </pre>
 *
 * Three of them, from {@code change} on, tell what was under way when a process was killed, see {@link BlockFormat};
 * they are 0 between operations, and always in a heap that is not persistent. The last two are for {@link FileJournal},
 * which stops when another writer has opened the heap.
 */
public final class Preamble {
    /** The magic number: "AshlarHp", as stored in memory. */
    static final long MAGIC = 0x70487261_6C687341L;

    /**
     * The version of the format. In version 2 a slot may hold far fewer bytes than its size, see the state bytes in
     * {@link BlockFormat}.
     */
    static final int VERSION = 2;

    private static final int PERSISTENT = 1;
    private static final int FIXED = 2;

    private static final long VERSION_OFFSET = 8;
    private static final long FLAGS_OFFSET = 12;
    private static final long ROOT_OFFSET = 16;
    private static final long BYTE_SIZE_OFFSET = 24;
    private static final long CHANGE_OFFSET = 32;
    private static final long OPERAND_OFFSET = 40;
    private static final long MOVE_OFFSET = 48;
    private static final long WRITER_OFFSET = 56;
    private static final long PROCESS_OFFSET = 64;

    private final LinearMemory memory;
    private final Memory bytes;
    private final long start;

    Preamble(LinearMemory memory, long start) {
        this.memory = memory;
        this.bytes = memory.whole();
        this.start = start;
    }

    /**
     * The preamble of a heap at {@code base}, whatever lies there, or null if the memory has no room for a heap there.
     */
    public static @Nullable Preamble find(LinearMemory memory, long base) {
        long start = HeapExtent.startFor(base);
        boolean hasRoom = base >= 0 && memory.byteSize() - start >= BlockFormat.MIN_HEAP_BYTE_SIZE;
        return hasRoom ? new Preamble(memory, start) : null;
    }

    LinearMemory memory() {
        return memory;
    }

    Memory bytes() {
        return bytes;
    }

    /** The address of the preamble. */
    long start() {
        return start;
    }

    /** Makes the contents behind the preamble a heap, by storing the magic: without it there is no heap. */
    void write(Journal journal, long byteSize, boolean isFixed) {
        journal.store(start, 0);
        long end = journal.isPersistent() ? WRITER_OFFSET : BlockFormat.PREAMBLE_BYTE_SIZE;
        for (long offset = ROOT_OFFSET; offset < end; offset += Long.BYTES) {
            journal.store(start + offset, 0);
        }
        long flags = (journal.isPersistent() ? PERSISTENT : 0) | (isFixed ? FIXED : 0);
        journal.store(start + VERSION_OFFSET, flags << Integer.SIZE | VERSION);
        journal.setByteSize(byteSize);
        journal.store(start, MAGIC);
    }

    /** Returns whether a heap starts here: the magic is there. */
    public boolean hasMagic() {
        return bytes.loadI64(start) == MAGIC;
    }

    int version() {
        return bytes.loadI32(start + VERSION_OFFSET);
    }

    int flags() {
        return bytes.loadI32(start + FLAGS_OFFSET);
    }

    boolean isPersistent() {
        return (flags() & PERSISTENT) != 0;
    }

    boolean isFixed() {
        return (flags() & FIXED) != 0;
    }

    boolean hasKnownFlags() {
        return (flags() & ~(PERSISTENT | FIXED)) == 0;
    }

    /**
     * Returns whether the preamble is blank, or as a process leaves it that is killed while it makes a heap: no magic,
     * and nothing written by any other program, except in the bytes of the writer.
     */
    public boolean isBlank() {
        boolean isBlank = bytes.loadI64(start) == 0 && hasKnownFlags() && (version() == 0 || version() == VERSION);
        for (long offset = ROOT_OFFSET; offset < WRITER_OFFSET; offset += Long.BYTES) {
            isBlank &= offset == BYTE_SIZE_OFFSET || bytes.loadI64(start + offset) == 0;
        }
        return isBlank;
    }

    long root() {
        return bytes.loadI64(start + ROOT_OFFSET);
    }

    long rootAddress() {
        return start + ROOT_OFFSET;
    }

    long byteSize() {
        return bytes.loadI64(start + BYTE_SIZE_OFFSET);
    }

    long byteSizeAddress() {
        return start + BYTE_SIZE_OFFSET;
    }

    /** The note of what is under way: 0, {@link Journal#CHANGING}, or a block with {@link Journal#SHRINKING}. */
    long change() {
        return bytes.loadI64(start + CHANGE_OFFSET);
    }

    long changeAddress() {
        return start + CHANGE_OFFSET;
    }

    /** The header word that a shrunk block is to have, or the address that a block is moved from. */
    long operand() {
        return bytes.loadI64(start + OPERAND_OFFSET);
    }

    long operandAddress() {
        return start + OPERAND_OFFSET;
    }

    /** The address that a block is being moved to, or 0. */
    long movedTo() {
        return bytes.loadI64(start + MOVE_OFFSET);
    }

    long moveAddress() {
        return start + MOVE_OFFSET;
    }

    /** The number of the process that last opened the heap for writing. */
    long writer() {
        return bytes.loadI64(start + WRITER_OFFSET);
    }

    long writerAddress() {
        return start + WRITER_OFFSET;
    }

    /** The process that has the heap open, or had it when it was killed; 0 for none. */
    long process() {
        return bytes.loadI64(start + PROCESS_OFFSET);
    }

    long processAddress() {
        return start + PROCESS_OFFSET;
    }
}
