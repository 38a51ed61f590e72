package dev.ashlar.memory;

import dev.ashlar.watch.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A growable byte array in pages of 64 KiB, with WebAssembly's semantics (core specification, "Memory Instances" and
 * "Memory Instructions"): little-endian, unaligned access allowed, every access checked against the current size.
 *
 * <p>Addresses are byte positions from 0, signed 64-bit; a negative address is always out of range. An access that does
 * not fit changes nothing and throws {@link IndexOutOfBoundsException}.
 *
 * <p><b>The base never moves.</b> Address space for the maximum is reserved at creation and made usable as the memory
 * grows: growing copies nothing, and every handle, view and segment taken before stays valid.
 *
 * <p><b>Closing.</b> After {@link #close()} every access, through the memory and through every handle and view of it,
 * throws {@link IllegalStateException}. Every memory should be closed. One that is not, and that nothing can reach any
 * more, is released when the garbage collector finds it, address space, file and lock included, unless a segment of it
 * was ever handed out: by {@code segment()} of the memory, a handle or columns, or by an arena or segment allocator
 * over it. Such a memory stays allocated until the process ends. Either case is a Flight Recorder event and, the first
 * time, a warning of the {@link System.Logger} {@code dev.ashlar.memory.LinearMemory}; with the system property {@code
 * dev.ashlar.track.memories=true} the warning comes once for each call site that created such memories, and names it.
 * Close hooks are not called.
 *
 * <p><b>Threads.</b> Loads and stores race as plain Java fields do. Growing, claiming and closing are atomic. A thread
 * that is not ordered after a growth may still see the size before it.
 */
public final class LinearMemory extends MemoryInstructions implements AutoCloseable {
    /** Bytes in a page. */
    public static final long PAGE_BYTE_SIZE = 65_536;

    /** The maximum in pages if the user specifies none: 4 GiB, what a 32-bit Wasm memory can address. */
    public static final long DEFAULT_MAX_PAGES = 65_536;

    private final Object lock = new Object();
    private final Arena arena;
    private final Backing backing;
    private final long maxPages;
    private final @Nullable Path file;
    private final ClaimTable claims = new ClaimTable();
    private final CloseHooks hooks = new CloseHooks();
    private final HandleRegistry handles;
    private final Claim unowned;
    private final Memory whole;
    private final ForgottenMemory forgotten;
    private volatile boolean closed;
    private volatile @Nullable IOException growthFailure;

    /** True once closing is complete: not after an error in the middle of it. */
    private boolean ended;

    /** The pins that are not released yet; belongs to the lock. */
    private long pins;

    private CloseHooks.Answers answers = CloseHooks.Answers.NONE;

    LinearMemory(Arena arena, Backing backing, long minPages, long maxPages) {
        this(arena, backing, minPages, maxPages, null);
    }

    LinearMemory(Arena arena, Backing backing, long minPages, long maxPages, @Nullable Path file) {
        this.arena = arena;
        this.file = file;
        this.backing = backing;
        this.maxPages = maxPages;
        this.handles = new HandleRegistry(backing.endsWithArena());
        this.unowned = new Claim(this, 0, Claim.GROWING, null);
        this.whole = Memory.whole(backing.prefix(minPages * PAGE_BYTE_SIZE), unowned);
        this.forgotten = new ForgottenMemory(arena, backing, maxPages * PAGE_BYTE_SIZE, file);
        forgotten.watch(this);
    }

    /** As {@link #create(long, long)}, with a maximum of {@link #DEFAULT_MAX_PAGES} pages. */
    public static LinearMemory create(long minPages) {
        return create(minPages, Math.max(minPages, DEFAULT_MAX_PAGES));
    }

    /**
     * Creates a memory off the Java heap, zeroed.
     *
     * <p>Address space for {@code maxPages} is reserved: from the operating system if native access is enabled for this
     * module, otherwise with a sparse temporary file (see {@code docs/guide/memory.md}). No flag is needed. If
     * neither is available, a memory of at most 256 pages lies on the Java heap, see {@link #createOnHeap(long, long)};
     * unless the property {@code dev.ashlar.reserve.dir} names a directory, which is then refused.
     *
     * <p><b>Cost.</b> With native access, pages cost nothing until they are stored to. Without it, every page is
     * written when it is added: this takes some 90 microseconds and 64 KiB of {@code /dev/shm} or disk for each. For
     * 30 000 pages that is 2.7 seconds and 1.9 GB at once, instead of less than a millisecond and nothing.
     *
     * @param minPages pages at the start, not negative
     * @param maxPages pages that it may grow to, at least {@code minPages}
     * @throws IllegalArgumentException if the pages are not as described
     * @throws MemoryReservationException if the operating system refuses
     */
    public static LinearMemory create(long minPages, long maxPages) {
        return Reservation.offHeap(minPages, maxPages);
    }

    /**
     * As {@link #create(long, long)}; then writes the active ones among {@code segments} into it, in order (Wasm
     * instantiation). Passive segments are for {@link #init}.
     *
     * @throws IndexOutOfBoundsException if an active segment does not fit; no memory is created and no segment used
     *     up then
     * @throws IllegalStateException if an active segment was written or dropped before
     */
    public static LinearMemory create(long minPages, long maxPages, DataSegment... segments) {
        return create(minPages, maxPages).with(segments);
    }

    /** As {@link #createOnHeap(long, long)}, with a maximum of 256 pages. */
    public static LinearMemory createOnHeap(long minPages) {
        return createOnHeap(minPages, Math.max(minPages, HeapBacking.DEFAULT_MAX_PAGES));
    }

    /**
     * Creates a memory in an array on the Java heap, which is allocated at the maximum. For environments where nothing
     * can be reserved off the heap. Its address cannot be given to C, channels cannot read into it ({@link
     * MemorySegment#asByteBuffer()} refuses), and a {@link #segment()} of it does not end when the memory is closed.
     *
     * @param minPages pages at the start, not negative
     * @param maxPages pages that it may grow to, at least {@code minPages}, at most what a {@code long[]} holds
     *     (262 143 pages)
     * @throws IllegalArgumentException if the pages are not as described
     * @throws OutOfMemoryError if the Java heap has no room for {@code maxPages}
     */
    public static LinearMemory createOnHeap(long minPages, long maxPages) {
        return Reservation.onHeap(minPages, maxPages);
    }

    /** As {@link #createOnHeap(long, long)}, with {@code segments}, see {@link #create(long, long, DataSegment...)}. */
    public static LinearMemory createOnHeap(long minPages, long maxPages, DataSegment... segments) {
        return createOnHeap(minPages, maxPages).with(segments);
    }

    /**
     * Maps a file as a memory: what is stored is in the file, for whoever maps it next. The size of the file is always
     * the size of the memory; a file that does not exist is created. On Windows, which does not shorten mapped files,
     * the file has {@code maxPages} pages while it is mapped, and is cut when the memory is closed, or by the next
     * {@code map} after a kill; a file that was not created by this method needs disk space for all those pages
     * meanwhile.
     *
     * <p>Two locks keep a second writer out, in this process and in others, until the memory is closed. One is on the
     * sibling {@code <file>.lock}, which is created with the mode and the group of the file, and is not deleted; a new
     * file has the mode that the system gives to new files. The other one is on the file itself, and so holds for hard
     * links too, and where the sibling was deleted or the file renamed. Other code can make a process lose either: by
     * opening and closing the sibling, or the file, in that process; closing a memory that {@link #mapReadOnly} has
     * made there loses the second one for a moment. If both are lost, {@link #grow} and {@link #flush}
     * are refused once another writer has come or could have, but stores are not, so that a memory without a heap has
     * to trust other programs. A heap in the file stops at its first operation after another writer has opened it. What
     * such a writer stores while this call fills holes, see below, can be lost.
     *
     * <p><b>Bytes without a disk behind them.</b> Nothing can keep others from truncating the file; an access to bytes
     * that are gone is an {@link InternalError} of the JVM, which may arrive late. A sparse file has no disk space
     * behind its holes. So whatever may be a hole is overwritten with zeros before the memory can be reached, and if
     * the disk has no room for that, this method fails. For this the file is read: some 0.7 s for 1 GiB that is in the
     * page cache; where it is all zeros, twice that, and as many bytes are written. The file is not read if the memory
     * that had it last was closed, the sibling says so, and the file's time of change shows that nobody has changed it
     * since (on Windows every file is read); nor with {@link MapOption#ASSUME_ALLOCATED}. Growth needs no such check,
     * because it writes.
     *
     * <p>Some cases remain in which an atomic access that is not compiled can crash the JVM: a file that is cut short
     * between a compare-and-set and the load before it; holes that others punch into a mapped file; file systems that
     * need space for every store (copy on write, compressed, thin) or report a full disk later (network); a disk that
     * fails.
     *
     * <p><b>Kill.</b> When the process is killed, everything it had stored is in the file, and the file is as long as
     * the memory was: the sibling notes a mapping or a growth that is under way, and the next {@code map} undoes it, in
     * a time proportional to what a growth had added, not to the maximum.
     *
     * <p><b>Loss of power.</b> Stores reach the disk when and in the order the operating system writes them back. Only
     * {@link #flush()} ensures that they are there.
     *
     * @param path of the default file system
     * @param minPages pages at the start, not negative; a shorter file is extended with zeros
     * @param maxPages pages that it may grow to, at least {@code minPages}
     * @throws IllegalArgumentException if the pages are not as described
     * @throws IOException if the file is not a regular file, if its size is not a multiple of the page size or more
     *     than {@code maxPages} pages, if it cannot be read and written, cannot be as long as {@code maxPages}, which
     *     it is while it is mapped, or has another writer, or is locked by this program or another one, or if there is no
     *     room; or if something else has the name of the sibling. The message names the file, whose contents are as before, though holes that were filled by then
     *     stay filled; no new file is left behind
     */
    public static LinearMemory map(Path path, long minPages, long maxPages) throws IOException {
        return MappedFile.open(path, minPages, maxPages);
    }

    /** As {@link #map(Path, long, long)}, for a file about which the program knows something. */
    public static LinearMemory map(Path path, long minPages, long maxPages, MapOption... options) throws IOException {
        return MappedFile.open(path, minPages, maxPages, options);
    }

    /**
     * Maps all of a file for reading. It cannot grow, and every store throws {@link UnsupportedOperationException}.
     * Takes no lock: what a writer stores meanwhile may be seen. The size is one that the writer's memory had when this
     * method was called, or later. Through a hard link, in a process other than the writer's, it may be the maximum
     * instead. A writer that has trimmed a heap cuts the file when it closes the memory: from then on an access behind
     * the new end is an {@link InternalError}, as it is whenever a file is cut short.
     *
     * @param path of the default file system
     * @throws IOException if the file is not a regular file, if its size is not a multiple of the page size or keeps
     *     changing, if it cannot be read, or if it is the lock of a file that this process has mapped for writing; the
     *     message names the file
     */
    public static LinearMemory mapReadOnly(Path path) throws IOException {
        return MappedFile.openReadOnly(path);
    }

    /**
     * The current size in pages (Wasm {@code memory.size}).
     *
     * @throws IllegalStateException if the memory is closed
     */
    public long pages() {
        return byteSize() / PAGE_BYTE_SIZE;
    }

    /** The size in pages that it may grow to. */
    public long maxPages() {
        return maxPages;
    }

    /**
     * The current size in bytes.
     *
     * @throws IllegalStateException if the memory is closed
     */
    public long byteSize() {
        return whole.length();
    }

    /** The alignment of address 0 in the process, in bytes: a power of two. */
    public long baseAlignment() {
        return backing.baseAlignment();
    }

    /**
     * Grows by {@code morePages} pages of zeros (Wasm {@code memory.grow}). Copies nothing; everything taken before
     * stays valid. O(1) in the size of the memory. Where the memory lies in a file, the temporary file of {@link
     * #create(long, long)} without native access included, the new pages are written: O(morePages), some 90
     * microseconds each. With native access it takes one system call.
     *
     * @return the previous size in pages, or -1 if the maximum would be exceeded, the operating system refuses, another
     *     process keeps the size of the file locked for ten seconds, or {@code morePages} is negative; nothing has
     *     changed then
     * @throws IllegalStateException if the memory is closed, or its file or lock file was deleted, renamed, replaced,
     *     taken by another writer or given another size since it was mapped; nothing has changed then
     */
    public long grow(long morePages) {
        try {
            synchronized (lock) {
                return growBy(morePages);
            }
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private long growBy(long morePages) {
        growthFailure = null;
        long pages = pages();
        if (morePages < 0 || morePages > maxPages - pages) {
            return -1;
        }
        if (morePages == 0) {
            return pages;
        }
        long grown = (pages + morePages) * PAGE_BYTE_SIZE;
        if (!backing.commit(pages * PAGE_BYTE_SIZE, grown)) {
            growthFailure = backing.refusal();
            return -1;
        }
        whole.redirect(backing.prefix(grown));
        Watch.grown(pages * PAGE_BYTE_SIZE, grown, maxPages * PAGE_BYTE_SIZE);
        return pages;
    }

    /**
     * Grows, if necessary, until at least {@code byteSize} bytes are there.
     *
     * @param byteSize bytes, not negative
     * @return whether they are there now; if not, nothing has changed
     * @throws IllegalArgumentException if {@code byteSize} is negative
     * @throws IllegalStateException if the memory is closed, or has lost its file, see {@link #grow}; nothing has
     *     changed then
     */
    public boolean ensureCapacity(long byteSize) {
        if (byteSize < 0) {
            throw new IllegalArgumentException("capacity is negative: byteSize=" + byteSize);
        }
        synchronized (lock) {
            if (byteSize <= byteSize()) {
                return true;
            }
            growthFailure = null;
            return byteSize <= maxPages * PAGE_BYTE_SIZE
                    && grow(Alignment.alignUp(byteSize, PAGE_BYTE_SIZE) / PAGE_BYTE_SIZE - pages()) >= 0;
        }
    }

    /**
     * The failure, such as a full disk, with which the file system refused the last growth; {@code null} if it was not
     * refused, or for another reason.
     */
    public @Nullable IOException growthFailure() {
        return growthFailure;
    }

    /**
     * The number of bytes of this memory that lie in RAM now, or -1 if it is not known: it is known for memories off
     * the heap that were created with native access, on Linux and macOS. In whole pages of the operating system; pages
     * that are swapped out are not counted, pages that were only read may be. What is not resident costs address space
     * but no RAM: see {@link Claim#discard}. O(pages).
     *
     * @throws IllegalStateException if the memory is closed
     */
    public long residentByteSize() {
        try {
            synchronized (lock) {
                return backing.residentByteSize(byteSize());
            }
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * Writes everything stored so far to the disk that this memory's file lies on, and returns when the operating
     * system reports that it is there. O(pages of the operating system stored to since they were last written). Does
     * nothing where no file outlives the process, or the file was mapped for reading.
     *
     * <p>This is not needed to survive the end of the process, not even a kill: see {@link #map(Path, long, long)}.
     *
     * @throws UncheckedIOException if the disk fails; the contents of the file on disk are undefined then
     * @throws IllegalStateException if the memory is closed, or its file or lock file was deleted, renamed, replaced or
     *     taken by another writer since it was mapped
     */
    public void flush() {
        try {
            backing.flush(whole.bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("flush failed: file=" + file, failure);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * The bytes {@code [0, byteSize())} as a segment: a snapshot, which stays valid until the memory is closed but does
     * not follow growth.
     *
     * @throws IllegalStateException if the memory is closed
     */
    public MemorySegment segment() {
        return whole.segment();
    }

    @Override
    public Memory whole() {
        return whole;
    }

    /**
     * A handle over any range of the memory. It has no owner: {@link Memory#free()} refuses it, and no free revokes it.
     *
     * @param address bytes
     * @param byteSize bytes, not negative; 0 is fine up to and including the end
     * @throws IndexOutOfBoundsException if the range does not lie inside the memory
     * @throws IllegalStateException if the memory is closed
     */
    public Memory span(long address, long byteSize) {
        whole.checkRange(address, byteSize);
        return handle(address, byteSize, unowned);
    }

    /**
     * Claims the range {@code [base, base + byteSize)} for {@code owner} alone.
     *
     * @param base address of the first byte
     * @param byteSize bytes, positive; the range must lie inside the memory as it is now
     * @throws IndexOutOfBoundsException if it does not
     * @throws IllegalArgumentException if {@code byteSize} is not positive
     * @throws IllegalStateException if a part of it is claimed already, or the memory is closed
     */
    public Claim claim(long base, long byteSize, Owner owner) {
        if (byteSize <= 0) {
            throw new IllegalArgumentException("claim of no bytes: base=" + base + " byteSize=" + byteSize);
        }
        checkClaimed(base, byteSize);
        return claims.add(new Claim(this, base, base + byteSize, Objects.requireNonNull(owner, "owner")));
    }

    /**
     * Claims everything from {@code base} up to the end of the memory, wherever growth moves it, for {@code owner}
     * alone.
     *
     * @param base address of the first byte, at most {@link #byteSize()}
     * @throws IndexOutOfBoundsException if {@code base} is negative or beyond the end
     * @throws IllegalStateException if a part of it is claimed already, or the memory is closed
     */
    public Claim claim(long base, Owner owner) {
        checkClaimed(base, 0);
        return claims.add(new Claim(this, base, Claim.GROWING, Objects.requireNonNull(owner, "owner")));
    }

    private void checkClaimed(long base, long byteSize) {
        long memoryByteSize = byteSize();
        if (base < 0 || base > memoryByteSize || byteSize > memoryByteSize - base) {
            throw AccessFailure.outsideMemory(base, byteSize, memoryByteSize);
        }
    }

    /**
     * Returns a claim of no bytes for {@code owner}, to make handles that stand for an empty block. It overlaps no
     * other claim, and need not be released.
     *
     * @throws IllegalStateException if the memory is closed
     */
    public Claim claimNothing(Owner owner) {
        whole.checkRange(0, 0);
        return new Claim(this, 0, 0, Objects.requireNonNull(owner, "owner"));
    }

    /**
     * Copies {@code byteSize} bytes from byte {@code from} of a passive data segment to address {@code to} (Wasm
     * {@code memory.init}). A segment that is active or dropped acts as empty. Nothing is copied when either range does
     * not fit.
     *
     * @throws IndexOutOfBoundsException if a range does not fit, even if {@code byteSize} is 0 and it starts beyond the
     *     end
     */
    public void init(DataSegment segment, long to, long from, long byteSize) {
        whole.checkRange(to, byteSize);
        segment.copyTo(whole, to, from, byteSize);
    }

    /**
     * The file in which the memory lies, symbolic links resolved, or {@code null} if its bytes end with the process:
     * see {@link #map(Path, long, long)}.
     */
    public @Nullable Path file() {
        return file;
    }

    /** Returns whether {@link #close()} was called. */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Adds a hook to be called before this memory closes. {@link #close()} calls the hooks, the last one added first;
     * the action that each returns runs once, when the memory is closed.
     *
     * @throws IllegalStateException if the memory is closed
     */
    public void addCloseHook(CloseHook hook) {
        Objects.requireNonNull(hook, "hook");
        whole.checkRange(0, 0);
        hooks.add(hook);
    }

    /** Removes a hook; does nothing if it was not added. */
    public void removeCloseHook(CloseHook hook) {
        hooks.remove(hook);
    }

    /**
     * Releases all memory. From then on every access throws {@link IllegalStateException}; an access that another
     * thread is in the middle of either completes or throws. Does nothing the second time, unless an error in the
     * middle of the first call left something to do. What a {@link CloseHook} throws is thrown at the end, when the
     * memory is closed.
     *
     * @throws IllegalStateException if another thread is in the middle of a system call on a segment of this memory,
     *     such as writing it to a channel, or something in it is {@linkplain Memory#pin() pinned}; the memory stays open
     *     then
     */
    @Override
    public void close() {
        if (end(closed ? CloseHooks.Answers.NONE : hooks.ask())) {
            answers.follow();
        }
    }

    /**
     * Ends the memory, and returns whether it was this call that did. Each step can be repeated if an error ends the
     * first attempt.
     */
    private boolean end(CloseHooks.Answers asked) {
        synchronized (lock) {
            if (ended) {
                return false;
            }
            if (pins > 0) {
                throw new IllegalStateException(
                        "memory stays open, because something outside the library may still read it, such as the consumer of"
                                + " an Arrow export; release that first, and close the memory again: pins=" + pins);
            }
            if (arena.scope().isAlive()) {
                closeArena();
                answers = asked;
            }
            forgotten.isClosed = true;
            closed = true;
            handles.revokeAll();
            whole.revoke();
            claims.memoryClosed();
            backing.close();
            forgotten.unwatch();
            ended = true;
            return true;
        }
    }

    private void closeArena() {
        try {
            arena.close();
        } catch (IllegalStateException inUse) {
            throw new IllegalStateException(
                    "memory stays open, because another thread is in a system call on a segment of it, such as a write to"
                            + " a channel; end that first, and close the memory again",
                    inUse);
        }
    }

    /** The size and the maximum, for logs. */
    @Override
    public String toString() {
        long pages = whole.reach().byteSize() / PAGE_BYTE_SIZE;
        return closed ? "LinearMemory[closed]" : "LinearMemory[pages=" + pages + ", maxPages=" + maxPages + "]";
    }

    /** Writes the active ones among {@code segments}; closes the memory when that fails. */
    private LinearMemory with(DataSegment[] segments) {
        try {
            DataSegment.writeActive(segments, whole);
            return this;
        } catch (Throwable failure) {
            close();
            throw failure;
        }
    }

    Memory handle(long address, long byteSize, Claim claim) {
        return handles.register(Memory.part(whole.bytes().asSlice(address, byteSize), address, claim));
    }

    /** Notes that a segment, which can be used without the memory, is about to leave the library. */
    void segmentGoesOut() {
        try {
            forgotten.segmentGoesOut();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Counts a {@link Pin}, unless the memory is closed. */
    void addPin() {
        synchronized (lock) {
            whole.checkRange(0, 0);
            pins++;
        }
    }

    void removePin() {
        synchronized (lock) {
            pins--;
        }
    }

    void release(Claim claim) {
        claims.release(claim);
    }

    /** See {@link Claim#followFile}. */
    void followFile() {
        synchronized (lock) {
            growthFailure = null;
            long committed = byteSize();
            long found = backing.follow(committed);
            if (found != committed) {
                whole.redirect(backing.prefix(found));
            } else {
                growthFailure = backing.refusal();
            }
        }
    }

    /** See {@link Claim#cutFile}; for the actions that run when the memory is closed. */
    void cutFile(long address, long byteSize) {
        backing.cutOnClose(byteSize, Alignment.alignUp(address, PAGE_BYTE_SIZE));
    }

    /** The unit of {@link #discard}, or 0. */
    long discardGranule() {
        return backing.discardGranule();
    }

    /**
     * See {@link Claim#discard}. Holds the lock: once the memory is closed, something else may lie at these addresses.
     */
    long discard(long address, long byteSize) {
        try {
            synchronized (lock) {
                whole.checkRange(address, byteSize);
                long granule = backing.discardGranule();
                if (granule == 0) {
                    return 0;
                }
                long start = Alignment.alignUp(address, granule);
                long discarded = Alignment.alignDown(address + byteSize, granule) - start;
                return discarded > 0 && backing.discard(start, discarded) ? discarded : 0;
            }
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
