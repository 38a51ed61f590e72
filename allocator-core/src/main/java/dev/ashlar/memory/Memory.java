package dev.ashlar.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A handle: a bounded, revocable span of memory.
 *
 * <p>Allocators return handles and generated views read through them. Offsets are in bytes from the start of the
 * handle; values are little-endian and need no alignment. Two promises hold for every access:
 *
 * <ul>
 *   <li><b>Space.</b> An access that does not fit inside the handle changes nothing and throws
 *       {@link IndexOutOfBoundsException}, even where the memory around it exists.
 *   <li><b>Time.</b> Once the handle is revoked, by {@link #free()} or by a {@link #reallocate(long)} that succeeded,
 *       or its memory is closed, every access throws {@link IllegalStateException}.
 * </ul>
 *
 * <p><b>Limits.</b> Revocation is for one handle. A second handle to the same bytes, a {@link LinearMemory#span span},
 * a raw address or a {@link #segment()} taken earlier is not revoked with it. Another thread is guaranteed to see a
 * revocation only if it is ordered after the free.
 *
 * <p><b>Threads.</b> Loads and stores race as plain Java fields do. {@code free} and {@code reallocate} follow the
 * thread rule of the owner.
 */
public abstract sealed class Memory extends AtomicOperations implements AutoCloseable
        permits MappedMemory, NativeMemory, OnHeapMemory {
    /** The segment of a revoked handle: it has no bytes, so that the ordinary bounds check stops every access. */
    private static final MemorySegment REVOKED = MemorySegment.ofAddress(0);

    /**
     * The segment of a handle that a reallocation ended. It has no bytes either, and its scope is closed, so that what asks
     * whether a handle is alive needs no second comparison.
     */
    private static final MemorySegment REALLOCATED = ended();

    private final long offset;
    /** The claim that made the handle, or one that holds it meanwhile: see {@link Pin}. */
    private @Nullable Claim claim;
    /**
     * Whether this is the handle of a whole memory; stored here so that following a chain of addresses needs no loads
     * to find out.
     */
    private final boolean isWhole;

    Memory(MemorySegment segment, long offset, @Nullable Claim claim, boolean isWhole, boolean isInFile) {
        super(segment, isInFile);
        this.offset = offset;
        this.claim = claim;
        this.isWhole = isWhole;
    }

    /** The handle of a whole memory. */
    static Memory whole(MemorySegment segment, Claim claim) {
        return handle(segment, 0, claim, true);
    }

    /** The handle of a part of a memory. */
    static Memory part(MemorySegment segment, long offset, Claim claim) {
        return handle(segment, offset, claim, false);
    }

    private static Memory handle(MemorySegment segment, long offset, @Nullable Claim claim, boolean isWhole) {
        if (!Access.isOffHeap(segment)) {
            return new OnHeapMemory(segment, offset, claim, isWhole);
        }
        // The temporary file of a memory without a file of the user has no name, by which anybody could cut it short.
        boolean isInFile = claim == null ? segment.isMapped() : claim.memory().file() != null;
        if (Access.isNative(segment)) {
            return new NativeMemory(segment, offset, claim, isWhole, isInFile);
        }
        Access.noteMapped(segment);
        return new MappedMemory(segment, offset, claim, isWhole, isInFile);
    }

    /**
     * A handle over any segment: a C pointer with its size, a mapped file, a {@code byte[]}, another runtime's memory.
     *
     * <p>It has no owner: {@link #free()} refuses it. Its accesses also throw what the segment's own rules require,
     * such as {@link WrongThreadException} for one that is confined to a thread, or {@link
     * UnsupportedOperationException} for a store to one that is read-only.
     */
    public static Memory of(MemorySegment segment) {
        return handle(Objects.requireNonNull(segment, "segment"), 0, null, false);
    }

    /**
     * Maps a file of any length for reading, from its first byte to its last, for views of a format such as ELF, zip or PNG:
     *
     * <pre>{@code
     * try (Arena arena = Arena.ofConfined()) {
     *     Memory file = Memory.mapReadOnly(path, arena);
     *     HeaderView header = HeaderView.at(file, 0);
     *     ...
     * }
     * }</pre>
     *
     * <p>The length is that of the file now: what is appended later is not seen, what others store in it is. Where the file
     * has been cut short, an access is an {@link InternalError} of the JVM, which may arrive late. The handle has no owner
     * and no addresses, like others made by {@link #of}: {@link #free()} refuses it, {@link #close()} does nothing, and it
     * ends with its arena, whose thread rule it follows. Takes no lock, and leaves no file open. An interrupt of the
     * thread does not disturb it, and stays set. Files of a {@link LinearMemory} can be read so too, but their length may
     * change; see {@link LinearMemory#mapReadOnly}.
     *
     * @param path of the default file system
     * @param arena ends the mapping
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws IOException if it is not a regular file, cannot be read, is larger than the address space of the process has
     *     room for, or is the lock of a file that this process has mapped for writing; the message names the file
     * @throws IllegalStateException if the arena is closed
     * @throws WrongThreadException if the arena is confined to another thread
     */
    public static Memory mapReadOnly(Path path, Arena arena) throws IOException {
        return of(ViewedFile.map(path, MapMode.READ_ONLY, arena));
    }

    /**
     * As {@link #mapReadOnly}, but its bytes can be stored to: a page of the operating system that is stored to becomes
     * private to this mapping, and the file does not change. Whether other pages show what others store in the file from
     * now on depends on the operating system.
     *
     * @throws IOException also if the file cannot be written, which the operating system requires. A file that is cut short
     *     during the call may be extended with zeros to the length it had
     */
    public static Memory mapPrivate(Path path, Arena arena) throws IOException {
        return of(ViewedFile.map(path, MapMode.PRIVATE, arena));
    }

    /**
     * The start of the handle: its address in its {@link LinearMemory}; 0 for a handle made by {@link #of}. Still
     * available after the handle is revoked.
     */
    public long offset() {
        return offset;
    }

    /**
     * The handle's length in bytes: the length requested, not what the allocator rounded it up to.
     *
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public long length() {
        return bytes().byteSize();
    }

    /**
     * The handle of the whole {@link LinearMemory} that this one lies in, through which addresses that are stored in it
     * are followed: {@link LinearMemory#whole()}. {@code null} for a handle made by {@link #of}, which lies in none.
     * Still available after this handle is revoked.
     */
    public @Nullable Memory whole() {
        return isWhole ? this : claim == null ? null : claim.memory().whole();
    }

    /** Returns whether loads and stores are possible: the handle is not revoked and its memory not closed. */
    public boolean isAlive() {
        MemorySegment segment = reach();
        return !isSentinel(segment) && segment.scope().isAlive();
    }

    /**
     * Returns whether a free or a reallocate ended this handle. A handle that ended with its memory is closed, not
     * freed.
     */
    public boolean isFreed() {
        return isRevoked() && !isClosed();
    }

    /**
     * The handle's bytes as a segment of exactly {@link #length()} bytes, for code that works with
     * {@code java.lang.foreign}. The segment is not revoked by {@link #free()}; it ends with its memory, unless that
     * lies on the Java heap, whose segments the garbage collector alone ends.
     *
     * @throws IllegalStateException if the handle is freed or its memory closed
     */
    public MemorySegment segment() {
        MemorySegment segment = bytes();
        if (claim != null) {
            claim.memory().segmentGoesOut();
        }
        return segment;
    }

    /**
     * Pins the block, so that code outside the library can read its bytes at their address: until the pin is closed, {@link
     * #free()} and {@link #reallocate(long)} are refused, {@link #close()} does nothing, and {@link LinearMemory#close()} is
     * refused. Loads and stores through any handle go on. A free by address, and what gives back all blocks of an
     * allocator at once, does not look for pins. Takes constant time.
     *
     * @throws IllegalStateException if the handle is freed or its memory closed; if it was made by {@link #of}, so that its
     *     bytes end with an arena that knows nothing of the pin; or if its owner {@linkplain Owner#freesTogether() frees
     *     blocks together}
     */
    public final synchronized Pin pin() {
        bytes();
        Claim own = claim;
        if (own == null) {
            throw new IllegalStateException(
                    "cannot pin memory that lies in no LinearMemory, because its arena could close"
                            + " meanwhile; copy it into one: length=" + length());
        }
        return Pin.of(this, own);
    }

    /** Returns whether every store is refused with an {@link UnsupportedOperationException}. */
    public boolean isReadOnly() {
        return reach().isReadOnly();
    }

    /**
     * Gives the block back to its allocator and revokes this handle.
     *
     * @throws IllegalStateException if it is already freed, if its memory is closed, if it has no owner, or if no live
     *     block starts here with this length; nothing has changed then
     */
    public void free() {
        Owner owner = owner("free");
        if (owner.isShared()) {
            freeShared();
        } else {
            owner.free(this);
            // A store and not a call, so that no error can come between this and the owner's part above.
            segment = REVOKED;
        }
    }

    private synchronized void freeShared() {
        owner("free").free(this);
        segment = REVOKED;
    }

    /**
     * Frees the block as {@link #free()} does; does nothing if it is already freed or closed, if it has no owner, or if
     * its owner frees no single blocks.
     */
    @Override
    public void close() {
        Owner owner = claim == null ? null : claim.owner();
        if (owner != null && owner.freesSingleBlocks() && isAlive()) {
            free();
        }
    }

    /** As {@link #reallocate(long, long)}, with the default alignment of the allocator. */
    public Memory reallocate(long newLength) {
        return reallocate(newLength, owner("reallocate").defaultByteAlignment());
    }

    /**
     * Gives the block another length, preserving its bytes up to the shorter of the two lengths; bytes gained are zero.
     *
     * <p>On success a new handle is returned and this one is revoked, whether the block moved or not. On failure this
     * handle and its block are as before.
     *
     * @param newLength bytes, positive
     * @param byteAlignment a positive power of two, in bytes
     * @throws IllegalArgumentException if an argument is not as described
     * @throws IllegalStateException as for {@link #free()}
     */
    public Memory reallocate(long newLength, long byteAlignment) {
        Owner owner = owner("reallocate");
        if (owner.isShared()) {
            return reallocateShared(newLength, byteAlignment);
        }
        Memory resized = owner.reallocate(this, newLength, byteAlignment);
        segment = REALLOCATED;
        return resized;
    }

    private synchronized Memory reallocateShared(long newLength, long byteAlignment) {
        Memory resized = owner("reallocate").reallocate(this, newLength, byteAlignment);
        segment = REALLOCATED;
        return resized;
    }

    /**
     * The handle as text: {@code Memory[offset=…, length=…]} in bytes, {@code Memory[freed]} or {@code Memory[closed]}.
     */
    @Override
    public String toString() {
        if (isRevoked()) {
            return isClosed() ? "Memory[closed]" : "Memory[freed]";
        }
        return isAlive() ? "Memory[offset=" + offset + ", length=" + reach().byteSize() + "]" : "Memory[closed]";
    }

    /** Returns whether the handle is dead because its memory ended, and not because of a free. */
    boolean isClosed() {
        return (claim != null && claim.memory().isClosed())
                || !(isReallocated() || reach().scope().isAlive());
    }

    /** Returns whether a reallocation ended the handle. */
    @SuppressWarnings({"MemorySegmentReferenceEquality", "ReferenceEquality"}) // as for the other sentinel
    boolean isReallocated() {
        return reach() == REALLOCATED;
    }

    private boolean isRevoked() {
        return isSentinel(reach()) || isReallocated();
    }

    private static MemorySegment ended() {
        try (Arena arena = Arena.ofConfined()) {
            return arena.allocate(0);
        }
    }

    @SuppressWarnings({"MemorySegmentReferenceEquality", "ReferenceEquality"
    }) // the sentinel is one object, not any empty segment
    private static boolean isSentinel(MemorySegment segment) {
        return segment == REVOKED;
    }

    @Nullable
    Claim claim() {
        return claim;
    }

    /** Replaces the claim; the caller holds the lock of this handle. */
    void claimBy(Claim other) {
        claim = other;
    }

    /** Returns whether this is {@link LinearMemory#whole()} of its memory. */
    boolean isWhole() {
        return isWhole;
    }

    /** Revokes the handle: every later access through it fails. */
    void revoke() {
        redirect(REVOKED);
    }

    @Override
    Memory self() {
        return this;
    }

    /**
     * As {@link #segment()}, for a segment that does not leave the library. Reads the field once, so that a revocation
     * by another thread is an exception and not an empty segment.
     */
    final MemorySegment bytes() {
        MemorySegment segment = reach();
        if (isSentinel(segment) || !segment.scope().isAlive()) {
            throw AccessFailure.dead(this);
        }
        return segment;
    }

    private Owner owner(String operation) {
        if (!isAlive()) {
            throw AccessFailure.refusedOperation(this, operation);
        }
        Owner owner = claim == null ? null : claim.owner();
        if (owner == null) {
            throw new IllegalStateException(
                    operation + " of memory that no allocator owns: offset=" + offset + " length=" + length());
        }
        return owner;
    }
}
