package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An allocator that remembers the site in the program that requested each block, and reports them when it, or its
 * memory, is closed while blocks are live.
 *
 * <p>It hands out the blocks of another allocator, which still owns them: {@link Memory#free()} goes there. Each block
 * costs a stack walk (about a microsecond) and some 100 bytes of Java heap, which freed blocks take until the next
 * cleanup. A block that was reallocated is no longer tracked.
 *
 * <p><b>Closing.</b> The report is given once: when this is closed, or when the memory is closed before it. In the
 * latter case it is made by the thread that closes the memory, while the blocks are still there, and given when the
 * memory is closed; what the consumer throws then is finally thrown by {@link LinearMemory#close()}.
 *
 * <p>It follows the thread rule of the other allocator.
 */
public final class TrackingAllocator implements Allocator, AutoCloseable {
    private static final int FRAMES = 4;
    private static final int FIRST_PRUNING = 1_024;
    private static final StackWalker STACK = StackWalker.getInstance();

    private final Allocator allocator;
    private final Set<Tracked> blocks = ConcurrentHashMap.newKeySet();
    private final LeakWatch watch;
    private volatile int pruneAt = FIRST_PRUNING;

    private TrackingAllocator(Allocator allocator, Consumer<LeakReport> consumer) {
        this.allocator = allocator;
        this.watch = LeakWatch.start(allocator.memory(), this::report, consumer);
    }

    /**
     * Tracks what is allocated through the result.
     *
     * @param allocator the allocator whose blocks are handed out
     * @param consumer the receiver of the report, when the result, or the memory, is closed while blocks are live
     * @throws IllegalStateException if the memory is closed
     */
    public static TrackingAllocator over(Allocator allocator, Consumer<LeakReport> consumer) {
        return new TrackingAllocator(allocator, Objects.requireNonNull(consumer, "consumer"));
    }

    /** {@inheritDoc} Walks the stack. */
    @Override
    @SuppressWarnings("NullAway") // what is tracked is what the other allocator returns
    public Memory allocate(long byteSize) {
        return tracked(() -> allocator.allocate(byteSize));
    }

    /** {@inheritDoc} Walks the stack. */
    @Override
    @SuppressWarnings("NullAway") // what is tracked is what the other allocator returns
    public Memory allocate(long byteSize, long byteAlignment) {
        return tracked(() -> allocator.allocate(byteSize, byteAlignment));
    }

    /** {@inheritDoc} Walks the stack. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize) {
        return tracked(() -> allocator.tryAllocate(byteSize));
    }

    /** {@inheritDoc} Walks the stack. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        return tracked(() -> allocator.tryAllocate(byteSize, byteAlignment));
    }

    /** {@inheritDoc} Looks for the block among those that are tracked, whose handle it revokes: O(blocks tracked). */
    @Override
    public void freeAddress(long address, long byteSize) {
        for (Tracked tracked : blocks) {
            Memory block = tracked.block;
            if (block != null && block.offset() == address && tracked.byteSize() == byteSize) {
                block.free();
                return;
            }
        }
        allocator.freeAddress(address, byteSize);
    }

    @Override
    public LinearMemory memory() {
        return allocator.memory();
    }

    /** An arena whose blocks are tracked, which threads may share. */
    @Override
    public Arena openArena() {
        return new SharedArena(this);
    }

    /** The statistics of the other allocator. */
    @Override
    public AllocatorStats stats() {
        return allocator.stats();
    }

    /**
     * Returns a report of the blocks that are live now, with the sites that requested them. O(blocks tracked), plus
     * what {@link #stats()} costs.
     *
     * @throws IllegalStateException if the memory is closed
     */
    public LeakReport report() {
        Map<String, LeakReport.Site> bySite = new HashMap<>();
        prune();
        for (Tracked tracked : blocks) {
            long byteSize = tracked.byteSize();
            String site = tracked.site;
            if (byteSize != 0) {
                bySite.merge(
                        site,
                        new LeakReport.Site(site, 1, byteSize),
                        (one, other) -> new LeakReport.Site(
                                site, one.blocks() + other.blocks(), one.byteSize() + other.byteSize()));
            }
        }
        List<LeakReport.Site> sorted = new ArrayList<>(bySite.values());
        sorted.sort(
                Comparator.comparingLong(LeakReport.Site::byteSize).reversed().thenComparing(LeakReport.Site::call));
        return LeakReport.of(allocator, sorted);
    }

    /** Reports the live blocks, if there are any and the memory was not closed before. Frees none. */
    @Override
    public void close() {
        watch.close();
    }

    /** The allocator that it tracks, for logs. */
    @Override
    public String toString() {
        return "TrackingAllocator[" + allocator + "]";
    }

    private @Nullable Memory tracked(Request request) {
        Tracked tracked = track();
        try {
            Memory block = request.block();
            // A store and not a call, so that no error can come between allocating a block and tracking it.
            tracked.block = block;
            return block;
        } finally {
            tracked.isSettled = true;
        }
    }

    /** Enters a block that is about to be allocated. */
    private Tracked track() {
        if (blocks.size() >= pruneAt) {
            prune();
            pruneAt = Math.max(FIRST_PRUNING, 2 * blocks.size());
        }
        Tracked tracked = new Tracked(site());
        blocks.add(tracked);
        return tracked;
    }

    /** Forgets the blocks that were freed. */
    private void prune() {
        blocks.removeIf(Tracked::isGone);
    }

    private static String site() {
        return STACK.walk(frames -> frames.dropWhile(TrackingAllocator::isOwn)
                .limit(FRAMES)
                .map(StackWalker.StackFrame::toString)
                .collect(Collectors.joining("\n")));
    }

    private static boolean isOwn(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return name.equals(TrackingAllocator.class.getName())
                || name.equals(Allocator.class.getName())
                || name.equals(BlockArena.class.getName())
                || name.equals(SharedArena.class.getName())
                || name.startsWith("java.lang.foreign.");
    }

    /** A request to the other allocator. */
    private interface Request {
        @Nullable
        Memory block();
    }

    /** A block, allocated or being allocated, and the site that requests it. */
    private static final class Tracked {
        private final String site;
        private volatile @Nullable Memory block;
        private volatile boolean isSettled;

        private Tracked(String site) {
            this.site = site;
        }

        /** Returns whether the block was freed, or was never allocated. */
        private boolean isGone() {
            // Read before the block, which is stored first.
            boolean wasSettled = isSettled;
            Memory found = block;
            return found == null ? wasSettled : found.isFreed();
        }

        /** The length of a live block, or 0, even if another thread has just freed it. */
        private long byteSize() {
            Memory found = block;
            try {
                return found == null ? 0 : found.length();
            } catch (IllegalStateException freed) {
                return 0;
            }
        }
    }
}
