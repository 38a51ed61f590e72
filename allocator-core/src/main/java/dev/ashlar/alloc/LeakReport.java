package dev.ashlar.alloc;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The blocks of an allocator that were not freed, by size and, if a {@link TrackingAllocator} tracked them, by the site
 * in the program that requested them.
 *
 * <p>Taken at one moment, while the memory is open; it does not follow the allocator.
 *
 * @param allocator a description of the allocator
 * @param liveBlocks the number of live blocks
 * @param liveByteSize their bytes, as requested
 * @param blocksByByteSize live blocks by the bytes that each occupies; empty for allocators without size classes
 * @param sites the sites that requested live blocks, the one with the most bytes first; empty without tracking. Blocks
 *     that were made in other ways (by plain addresses, by {@code reallocate}, without the tracking allocator) are in
 *     no site
 */
public record LeakReport(
        String allocator,
        long liveBlocks,
        long liveByteSize,
        SortedMap<Long, Long> blocksByByteSize,
        List<Site> sites) {

    /**
     * A site in the program.
     *
     * @param call the innermost calls there, one to a line, as in a stack trace
     * @param blocks the number of live blocks that it requested
     * @param byteSize their bytes, as requested
     */
    public record Site(String call, long blocks, long byteSize) {}

    /** A report to be given when this is closed, or when the memory is, whichever comes first. */
    @FunctionalInterface
    public interface OnClose extends AutoCloseable {
        /** Gives the report, if any block is live and the report was not given before. */
        @Override
        void close();
    }

    /** Copies the list, so that the report is of one moment. */
    public LeakReport {
        sites = List.copyOf(sites);
    }

    /**
     * Returns a report of the blocks of an allocator that are live now. Costs what {@link Allocator#stats()} costs and
     * follows the thread rule of the allocator.
     *
     * @throws IllegalStateException if the memory is closed
     */
    public static LeakReport of(Allocator allocator) {
        return of(allocator, List.of());
    }

    static LeakReport of(Allocator allocator, List<Site> sites) {
        AllocatorStats stats = allocator.stats();
        return new LeakReport(
                allocator.toString(), stats.liveBlocks(), stats.usedByteSize(), stats.liveBlocksByByteSize(), sites);
    }

    /**
     * Arranges for one report when the result or the memory is closed, if blocks are live then. If the result is
     * declared in a try statement after the memory, it is closed before the memory; if the memory is closed first, the
     * consumer gets the report right after that.
     *
     * <pre>{@code
     * try (LinearMemory memory = LinearMemory.create(1)) {
     *     Allocator allocator = LinkedListAllocator.over(memory);
     *     try (LeakReport.OnClose leaks = LeakReport.onClose(allocator, System.err::println)) {
     *         ...
     *     }
     * }
     * }</pre>
     *
     * @throws IllegalStateException if the memory is closed
     */
    public static OnClose onClose(Allocator allocator, Consumer<LeakReport> consumer) {
        return LeakWatch.start(allocator.memory(), () -> of(allocator), consumer);
    }

    /** Several lines for a log: the sum, then one line for each size, then the sites. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(liveBlocks)
                .append(liveBlocks == 1 ? " block not freed, " : " blocks not freed, ")
                .append(liveByteSize)
                .append(" bytes: ")
                .append(allocator);
        blocksByByteSize.forEach((byteSize, blocks) -> text.append("\n  ")
                .append(blocks)
                .append(" of ")
                .append(byteSize)
                .append(" bytes with slack"));
        for (Site site : sites) {
            text.append("\n  ")
                    .append(site.blocks)
                    .append(site.blocks == 1 ? " block, " : " blocks, ")
                    .append(site.byteSize)
                    .append(" bytes, allocated at");
            site.call.lines().forEach(line -> text.append("\n    ").append(line));
        }
        return text.toString();
    }
}
