package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An allocator that remembers where in the program each block was asked for, and says so when it is closed while blocks
 * are live.
 *
 * <p>It hands out the blocks of another allocator, whose own they stay: {@link Memory#free()} goes there. So it costs
 * nothing to those who do not use it, and those who do pay for a walk over the stack (about a microsecond) and some 100
 * bytes of Java heap for each block, freed ones included until it looks through them again. A block
 * that was reallocated is followed no further.
 *
 * <p>Close it before the memory: afterwards nothing can tell what was freed from what was closed.
 *
 * <p>As many threads may use it at a time as may use the other allocator.
 */
public final class TrackingAllocator implements Allocator, AutoCloseable {
    private static final int FRAMES = 4;
    private static final int FIRST_PRUNING = 1_024;
    private static final StackWalker STACK = StackWalker.getInstance();

    private final Allocator allocator;
    private final Consumer<LeakReport> consumer;
    private final Map<Memory, String> sites = new ConcurrentHashMap<>();
    private volatile int pruneAt = FIRST_PRUNING;

    private TrackingAllocator(Allocator allocator, Consumer<LeakReport> consumer) {
        this.allocator = allocator;
        this.consumer = consumer;
    }

    /**
     * Tracks what is allocated through the result.
     *
     * @param allocator whose blocks are handed out
     * @param consumer gets the report when the result is closed while blocks are live
     */
    public static TrackingAllocator over(Allocator allocator, Consumer<LeakReport> consumer) {
        return new TrackingAllocator(allocator, consumer);
    }

    /** {@inheritDoc} Walks the stack. */
    @Override
    public Memory allocate(long byteSize) {
        return track(allocator.allocate(byteSize));
    }

    /** {@inheritDoc} Walks the stack. */
    @Override
    public Memory allocate(long byteSize, long byteAlignment) {
        return track(allocator.allocate(byteSize, byteAlignment));
    }

    /** {@inheritDoc} Walks the stack. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize) {
        Memory block = allocator.tryAllocate(byteSize);
        return block == null ? null : track(block);
    }

    /** {@inheritDoc} Walks the stack. */
    @Override
    public @Nullable Memory tryAllocate(long byteSize, long byteAlignment) {
        Memory block = allocator.tryAllocate(byteSize, byteAlignment);
        return block == null ? null : track(block);
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

    /** Those of the other allocator. */
    @Override
    public AllocatorStats stats() {
        return allocator.stats();
    }

    /**
     * The blocks that are live now, with the places that asked for them. O(blocks tracked), plus what {@link #stats()}
     * costs.
     *
     * @throws IllegalStateException if the memory is closed
     */
    public LeakReport report() {
        Map<String, LeakReport.Site> bySite = new HashMap<>();
        prune();
        sites.forEach((block, site) -> {
            long byteSize = lengthOrNothing(block);
            if (byteSize != 0) {
                bySite.merge(
                        site,
                        new LeakReport.Site(site, 1, byteSize),
                        (one, other) -> new LeakReport.Site(
                                site, one.blocks() + other.blocks(), one.byteSize() + other.byteSize()));
            }
        });
        List<LeakReport.Site> sorted = new ArrayList<>(bySite.values());
        sorted.sort(
                Comparator.comparingLong(LeakReport.Site::byteSize).reversed().thenComparing(LeakReport.Site::call));
        return LeakReport.of(allocator, sorted);
    }

    /** Reports the live blocks, if there are any; does nothing if the memory is closed. Frees none. */
    @Override
    public void close() {
        if (!memory().isClosed()) {
            LeakReport report = report();
            if (report.liveBlocks() != 0) {
                consumer.accept(report);
            }
        }
    }

    /** What it tracks, for logs. */
    @Override
    public String toString() {
        return "TrackingAllocator[" + allocator + "]";
    }

    private Memory track(Memory block) {
        sites.put(block, site());
        if (sites.size() >= pruneAt) {
            prune();
            pruneAt = Math.max(FIRST_PRUNING, 2 * sites.size());
        }
        return block;
    }

    /** Forgets the blocks that were freed. */
    private void prune() {
        sites.keySet().removeIf(Memory::isFreed);
    }

    /** The length of a block, or 0 if another thread has just freed it. */
    private static long lengthOrNothing(Memory block) {
        try {
            return block.length();
        } catch (IllegalStateException freed) {
            return 0;
        }
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
}
