package dev.ashlar.alloc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.memory.HeapDamagedException;
import dev.ashlar.memory.LinearMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * One trial: a heap of large blocks, some of them freed; one word, or a pair of links, stored into a freed one, as a stale segment
 * or a raw address does; then the program goes on. Nothing may be handed out that overlaps what is live, and nothing live may change.
 */
final class StrayStores {
    private final Random random;
    private final LinearMemory memory;
    private final LinkedListAllocator allocator;
    private final TreeMap<Long, Block> live = new TreeMap<>();
    private final List<Block> freed = new ArrayList<>();
    private boolean isNoticed;

    /** What freed blocks held earlier, by address: a stale reader writes it back. */
    private final Map<Long, Long> old = new TreeMap<>();

    /** Where blocks have started. */
    private final List<Long> starts = new ArrayList<>();

    /** A block of which only the first bytes were written: behind them is what lay there before. */
    private record Block(long address, long length, long written, int seed) {}

    /** A kind of word, made from what the heap holds. */
    enum Word {
        ZERO,
        ONES,
        ANY,
        SMALL,
        OWN_BLOCK,
        LIVE_BLOCK,
        LIVE_PAYLOAD,
        OTHER_FREE_BLOCK,
        MISALIGNED,
        BEYOND,
        PREAMBLE,
        FREE_HEADER,
        LIVE_HEADER,
        SIZE_OF_ANOTHER,
        OLD_START,
        OLD_WORD,
        LINKS_TO_ITSELF,
        LINKS_TO_EACH_OTHER,
        LINKS_TO_OLD_STARTS
    }

    StrayStores(long seed, LinearMemory memory) {
        this.random = new Random(seed);
        this.memory = memory;
        this.allocator = LinkedListAllocator.over(memory);
    }

    /** Whether the allocator noticed what was stored, which it need not where that did no harm. */
    boolean run(Word word) {
        for (int i = 0; i < 40; i++) {
            allocate();
        }
        List<Block> blocks = new ArrayList<>(live.values());
        for (int i = 0; i < blocks.size(); i++) {
            if (random.nextInt(5) < 2) {
                free(blocks.get(i));
            }
        }
        for (int i = 0; i < 40; i++) {
            // So that blocks have been joined and cut again, and starts, links and headers of before lie about.
            goOn();
        }
        if (freed.isEmpty()) {
            free(live.firstEntry().getValue());
        }
        store(word);
        for (int i = 0; i < 60; i++) {
            goOn();
        }
        assertLiveIsWhole();
        allocator.recover();
        assertThat(LiveBlocks.of(allocator).keySet()).containsExactlyElementsOf(live.keySet());
        HeapAssert.assertWhole(allocator);
        for (Block block : List.copyOf(live.values())) {
            free(block);
        }
        HeapAssert.assertAllFree(allocator);
        return isNoticed;
    }

    private void store(Word word) {
        Block own = anyFreed();
        Block other = anyFreed();
        switch (word) {
            case LINKS_TO_ITSELF -> storeLinks(own, own.address - 8, own.address - 8);
            case LINKS_TO_EACH_OTHER -> {
                storeLinks(own, other.address - 8, other.address - 8);
                storeLinks(other, own.address - 8, own.address - 8);
            }
            case LINKS_TO_OLD_STARTS -> storeLinks(own, anyStart(), anyStart());
            case OLD_WORD -> {
                long address = own.address + 8L * random.nextInt(2);
                memory.storeI64(address, old.getOrDefault(address, 0L));
            }
            default -> memory.storeI64(place(), valueOf(word));
        }
    }

    private void storeLinks(Block block, long next, long previous) {
        memory.storeI64(block.address, next);
        memory.storeI64(block.address + 8, previous);
    }

    private Block anyFreed() {
        return freed.get(random.nextInt(freed.size()));
    }

    private long anyStart() {
        return starts.get(random.nextInt(starts.size())) - 8;
    }

    /** Remembers the links of freed blocks as they are now. */
    private void rememberLinks() {
        for (Block block : freed) {
            old.put(block.address, memory.loadI64(block.address));
            old.put(block.address + 8, memory.loadI64(block.address + 8));
        }
    }

    /** A word of a freed block: a link, the footer, or another one. */
    private long place() {
        Block block = anyFreed();
        long words = block.length / Long.BYTES;
        long word = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> words - 1;
            default -> random.nextLong(words);
        };
        return block.address + word * Long.BYTES;
    }

    private long valueOf(Word word) {
        Block own = anyFreed();
        Block other = anyLive();
        return switch (word) {
            case ZERO -> 0;
            case ONES -> -1;
            case ANY -> random.nextLong();
            case SMALL -> random.nextInt(5_000);
            case OWN_BLOCK, OTHER_FREE_BLOCK -> own.address - 8;
            case LIVE_BLOCK -> other.address - 8;
            case LIVE_PAYLOAD -> other.address + 16L * random.nextInt(8) + 8;
            case MISALIGNED -> own.address - 8 + 1 + random.nextInt(7);
            case BEYOND -> memory.byteSize() + 8 + 16L * random.nextInt(1 << 20);
            case PREAMBLE -> 8L * random.nextInt(8);
            case FREE_HEADER -> memory.loadI64(own.address - 8);
            case LIVE_HEADER -> memory.loadI64(other.address - 8);
            case SIZE_OF_ANOTHER -> 16L * (1 + random.nextInt(300));
            case OLD_START -> anyStart();
            default -> throw new IllegalArgumentException(word.name());
        };
    }

    private Block anyLive() {
        List<Block> blocks = new ArrayList<>(live.values());
        return blocks.get(random.nextInt(blocks.size()));
    }

    private void goOn() {
        try {
            if (live.isEmpty() || random.nextInt(3) > 0) {
                allocate();
            } else {
                free(anyLive());
            }
        } catch (HeapDamagedException noticed) {
            isNoticed = true;
            assertThat(noticed).hasMessageContaining("address=").hasMessageContaining("found=0x");
        } catch (OutOfLinearMemoryException full) {
            assertThat(live).isNotEmpty();
        }
    }

    private void allocate() {
        long length = 600L + random.nextInt(2_000);
        long address =
                random.nextInt(4) == 0 ? allocator.allocateAddress(length, 64) : allocator.allocateAddress(length);
        Map.Entry<Long, Block> before = live.lowerEntry(address + length);
        assertThat(before == null || before.getKey() + before.getValue().length <= address)
                .as("address %d of %d bytes lies in %s", address, length, before)
                .isTrue();
        long written = random.nextBoolean() ? length : Math.min(length, 8L * random.nextInt(1, 20));
        Block block = new Block(address, length, written, random.nextInt());
        LiveBlocks.fill(memory, address, written, block.seed);
        live.put(address, block);
        starts.add(address);
        // Its header lies before it, and behind it that of the next one.
        freed.removeIf(gone -> gone.address < address + length + 32 && address - 8 < gone.address + gone.length);
    }

    private void free(Block block) {
        LiveBlocks.assertFilled(memory, block.address, block.written, block.seed);
        allocator.freeAddress(block.address);
        live.remove(block.address);
        freed.add(block);
        if (random.nextInt(4) == 0) {
            rememberLinks();
        }
    }

    private void assertLiveIsWhole() {
        for (Block block : live.values()) {
            LiveBlocks.assertFilled(memory, block.address, block.written, block.seed);
        }
    }
}
