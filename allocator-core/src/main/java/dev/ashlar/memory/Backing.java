package dev.ashlar.memory;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * The source of the bytes of one {@link LinearMemory}: address space reserved up to the maximum, of which a growing
 * prefix is usable. The base never moves.
 *
 * <p>{@link LinearMemory} calls {@link #commit} under its lock, and never asks for a prefix beyond what was committed.
 */
interface Backing {
    /**
     * Makes the bytes from {@code committed} to {@code byteSize} usable and zero. Returns {@code false}, and changes
     * nothing, when the operating system refuses.
     */
    boolean commit(long committed, long byteSize);

    /** The reason for which the file system refused the last {@link #commit}; {@code null} if it gave none. */
    default @Nullable IOException refusal() {
        return null;
    }

    /**
     * The number of bytes that are there: more than {@code committed} where another writer has lengthened the memory's
     * file, by zeros of which some may be in use by now.
     *
     * @throws IllegalStateException if they are fewer
     */
    default long follow(long committed) {
        return committed;
    }

    /** The first {@code byteSize} bytes, all of them committed. */
    MemorySegment prefix(long byteSize);

    /**
     * Writes all stores into the committed bytes to the disk before it returns; does nothing where no file outlives the
     * process.
     */
    default void flush(MemorySegment committed) throws IOException {}

    /** The unit in bytes of {@link #discard}, a power of two, or 0 where nothing can be given back. */
    default long discardGranule() {
        return 0;
    }

    /**
     * Gives committed pages back to the operating system; they read as zeros then. Start and size are multiples of
     * {@link #discardGranule}. Returns {@code false}, with nothing changed, if they stay.
     */
    default boolean discard(long address, long byteSize) {
        return false;
    }

    /** The number of committed bytes that lie in RAM now, or {@link VirtualMemory#UNKNOWN}. */
    default long residentByteSize(long committed) {
        return VirtualMemory.UNKNOWN;
    }

    /** The alignment of the base in bytes: a power of two. */
    long baseAlignment();

    /**
     * Returns whether closing the memory's arena ends every segment of this backing too. Where it does not, the memory
     * revokes its handles one by one.
     */
    boolean endsWithArena();

    /**
     * Arranges for a file that outlives the process to be cut to {@code byteSize} bytes when it is closed, if it has
     * {@code committed} bytes then. Called when the arena is closed, before {@link #close}.
     */
    default void cutOnClose(long committed, long byteSize) {}

    /** Releases what the arena does not. Called once, after the arena is closed. */
    void close();
}
