package dev.ashlar.alloc;

import dev.ashlar.alloc.heap.BlockFormat;
import dev.ashlar.alloc.heap.HeapExtent;
import dev.ashlar.alloc.heap.HeapWalk;
import dev.ashlar.alloc.heap.SlotRun;
import dev.ashlar.alloc.heap.WalkedHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The blocks, slots and bookkeeping in the heap of a {@link LinkedListAllocator} or {@link SharedAllocator}, by
 * address, at the moment the map was taken.
 *
 * <p>A map is immutable and does not follow the heap. For pictures of it see {@link HeapMapText} and
 * {@link HeapMapSvg}.
 */
public final class HeapMap {
    /** The use of an area. */
    public enum Kind {
        /** A live block of the large tier, its header included. */
        LIVE_BLOCK,
        /** A free block of the large tier. */
        FREE_BLOCK,
        /** A live slot of a run. */
        LIVE_SLOT,
        /** A free slot of a run: free only for blocks of its size class. */
        FREE_SLOT,
        /** Preamble, headers and state bytes of runs, and remainders too small for another slot. */
        BOOKKEEPING
    }

    /**
     * A part of the heap.
     *
     * @param kind the use of the area
     * @param address its start in the linear memory
     * @param byteSize bytes that it covers, headers and slack included
     * @param length bytes that were requested, of a live block or slot; otherwise 0
     */
    public record Area(Kind kind, long address, long byteSize, long length) {
        /**
         * The address of the payload of a live block or slot: what {@code freeAddress} and {@code make} take; otherwise
         * 0.
         */
        public long payloadAddress() {
            return switch (kind) {
                case LIVE_BLOCK -> BlockFormat.payloadOf(address);
                case LIVE_SLOT -> address;
                case FREE_BLOCK, FREE_SLOT, BOOKKEEPING -> 0;
            };
        }

        private boolean isLive() {
            return kind == Kind.LIVE_BLOCK || kind == Kind.LIVE_SLOT;
        }
    }

    private final List<Area> areas;

    private HeapMap(List<Area> areas) {
        this.areas = areas;
    }

    static HeapMap of(WalkedHeap heap) {
        HeapExtent extent = heap.extent();
        List<Area> areas = new ArrayList<>();
        areas.add(new Area(Kind.BOOKKEEPING, extent.start(), BlockFormat.PREAMBLE_BYTE_SIZE, 0));
        HeapWalk.forEach(heap, (block, word) -> add(areas, heap, block, word));
        areas.add(new Area(Kind.BOOKKEEPING, extent.endHeader(), BlockFormat.HEADER_BYTE_SIZE, 0));
        return new HeapMap(List.copyOf(areas));
    }

    private static void add(List<Area> areas, WalkedHeap heap, long block, long word) {
        long size = BlockFormat.sizeOf(word);
        SlotRun run = BlockFormat.isRun(word) ? heap.slotsAt(BlockFormat.payloadOf(block)) : null;
        if (run != null) {
            addRun(areas, block, size, run);
        } else if (BlockFormat.isLive(word)) {
            areas.add(new Area(Kind.LIVE_BLOCK, block, size, BlockFormat.lengthOf(word)));
        } else {
            areas.add(new Area(Kind.FREE_BLOCK, block, size, 0));
        }
    }

    private static void addRun(List<Area> areas, long block, long size, SlotRun run) {
        areas.add(new Area(Kind.BOOKKEEPING, block, BlockFormat.HEADER_BYTE_SIZE, 0));
        for (int slot = 0; slot < run.slotCount(); slot++) {
            long length = run.lengthOf(slot);
            Kind kind = length < 0 ? Kind.FREE_SLOT : Kind.LIVE_SLOT;
            areas.add(new Area(kind, run.addressOf(slot), run.slotByteSize(), Math.max(0, length)));
        }
        long states = run.addressOf(run.slotCount());
        areas.add(new Area(Kind.BOOKKEEPING, states, block + size - states, 0));
    }

    /** All areas, in the order of their addresses, without a gap: they cover the heap. */
    public List<Area> areas() {
        return areas;
    }

    /** The address of the heap in the linear memory. */
    public long start() {
        return areas.getFirst().address();
    }

    /** Bytes from the start of the heap to its end. */
    public long byteSize() {
        return areas.getLast().address() + areas.getLast().byteSize() - start();
    }

    /** The bytes that areas of a kind cover. O(areas). */
    public long byteSize(Kind kind) {
        return areas.stream()
                .filter(area -> area.kind() == kind)
                .mapToLong(Area::byteSize)
                .sum();
    }

    /**
     * The numbers of live blocks by the bytes that each occupies, which is their size class in the small tier.
     * O(areas).
     */
    public SortedMap<Long, Long> liveBlocksByByteSize() {
        SortedMap<Long, Long> blocks = new TreeMap<>();
        areas.stream().filter(Area::isLive).forEach(area -> blocks.merge(area.byteSize(), 1L, Long::sum));
        return blocks;
    }

    /**
     * The fraction of the free space that lies outside the largest free block: 0 if it is one block, near 1 if it is
     * many small ones. O(areas).
     */
    public double fragmentation() {
        long free = byteSize(Kind.FREE_BLOCK);
        long largest = areas.stream()
                .filter(area -> area.kind() == Kind.FREE_BLOCK)
                .mapToLong(Area::byteSize)
                .max()
                .orElse(0);
        return free == 0 ? 0 : 1 - (double) largest / free;
    }

    /** The fraction of the heap that is requested payload; the rest is free, slack or bookkeeping. O(areas). */
    public double utilisation() {
        return (double) areas.stream().mapToLong(Area::length).sum() / byteSize();
    }

    /** Sizes by kind, for logs. */
    @Override
    public String toString() {
        return "HeapMap[start=" + start() + ", byteSize=" + byteSize() + ", liveBlocks=" + byteSize(Kind.LIVE_BLOCK)
                + ", liveSlots=" + byteSize(Kind.LIVE_SLOT) + ", freeSlots=" + byteSize(Kind.FREE_SLOT) + ", free="
                + byteSize(Kind.FREE_BLOCK) + "]";
    }
}
