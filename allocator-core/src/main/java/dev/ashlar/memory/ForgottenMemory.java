package dev.ashlar.memory;

import dev.ashlar.watch.Watch;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.ref.Cleaner;
import java.lang.ref.Cleaner.Cleanable;
import java.nio.file.Path;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The remains of a {@link LinearMemory} that was garbage-collected without being closed: released if nothing can reach
 * the bytes any more, and reported.
 *
 * <p>Handles, claims and views keep their memory from being collected; segments do not, since the arena that they
 * belong to is one of the remains. So a memory that has handed out a segment is reported and not released.
 *
 * <p>Nothing in this class may refer to the memory, or it would never be collected. Accesses need no fence: each of
 * them uses the handle to explain a failure, so the JIT keeps the handle until the access is over. Code that calls the
 * operating system with the addresses of a memory has a fence.
 */
final class ForgottenMemory implements Runnable {
    /**
     * The property that makes warnings say where forgotten memories were created, for the price of a stack walk for
     * each memory.
     */
    static final String TRACK_PROPERTY = "dev.ashlar.track.memories";

    private static final boolean IS_TRACKING = Boolean.getBoolean(TRACK_PROPERTY);
    private static final int FRAMES = 4;
    private static final Cleaner CLEANER = Cleaner.create();

    /** The call sites that have been warned about; without tracking there is only one. */
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    private static final String UNTRACKED = "";

    /**
     * What cannot be released. The collector would close a file that nothing refers to, and so drop the locks that the
     * process has on it.
     */
    private static final Queue<Backing> TAKEN = new ConcurrentLinkedQueue<>();

    private final Arena arena;
    private final Backing backing;
    private final long maxByteSize;
    private final @Nullable Path file;
    private final String site;
    private @Nullable Cleanable cleanable;
    private boolean hasSegmentOut;

    /** True once the memory was closed, and so releases everything itself. */
    volatile boolean isClosed;

    ForgottenMemory(Arena arena, Backing backing, long maxByteSize, @Nullable Path file) {
        this.arena = arena;
        this.backing = backing;
        this.maxByteSize = maxByteSize;
        this.file = file;
        this.site = IS_TRACKING && backing.endsWithArena() ? site() : UNTRACKED;
    }

    /** Starts to watch a memory; not one on the Java heap, which leaves nothing behind. */
    void watch(LinearMemory memory) {
        if (backing.endsWithArena()) {
            cleanable = CLEANER.register(memory, this);
        }
    }

    /**
     * Notes that a segment is about to leave the library, and can be used without the memory. The caller fences the
     * memory, so that this is ordered before its collection; a plain field could be read ahead of a loop.
     */
    void segmentGoesOut() {
        if (!hasSegmentOut) {
            hasSegmentOut = true;
        }
    }

    /** Stops watching a memory that is closed. */
    void unwatch() {
        if (cleanable != null) {
            cleanable.clean();
        }
    }

    @Override
    public void run() {
        if (isClosed) {
            return;
        }
        boolean isReleased = !hasSegmentOut;
        if (isReleased) {
            arena.close();
            backing.close();
        } else {
            TAKEN.add(backing);
        }
        String name = file == null ? "" : file.toString();
        Watch.forgotten(maxByteSize, name, isReleased, site);
        if (WARNED.add(site)) {
            log().log(Level.WARNING, warning(name, isReleased));
        }
    }

    private String warning(String name, boolean isReleased) {
        return "a LinearMemory was collected without having been closed; "
                + (isReleased
                        ? "its memory was given back"
                        : "its memory stays taken, since a segment of it was handed out")
                + ": maxByteSize=" + maxByteSize + " file=" + (name.isEmpty() ? "none" : name)
                + (IS_TRACKING
                        ? " created at\n" + site
                        : "; no further one is reported without -D" + TRACK_PROPERTY
                                + "=true, which says where they are created");
    }

    private static Logger log() {
        return System.getLogger(LinearMemory.class.getName());
    }

    private static String site() {
        return StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(ForgottenMemory::isOwn)
                        .limit(FRAMES)
                        .map(frame -> "    " + frame)
                        .collect(Collectors.joining("\n")));
    }

    private static boolean isOwn(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return name.equals(ForgottenMemory.class.getName())
                || name.equals(LinearMemory.class.getName())
                || name.equals(Reservation.class.getName())
                || name.equals(MappedFile.class.getName());
    }
}
