package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.ashlar.alloc.HeapAssert;
import dev.ashlar.alloc.Inside;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.alloc.LiveBlocks;
import dev.ashlar.memory.HeapFormatException;
import dev.ashlar.memory.LinearMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files with heaps, damaged at random: opening one is a {@link HeapFormatException}, or gives a heap that is whole and
 * works. The seed is new in every run; {@code -Ddev.ashlar.fuzz.seed=…} repeats it.
 */
class HeapFileFuzzTest {
    private static final int CASES = Integer.getInteger("dev.ashlar.fuzz.cases", 1_000);
    private static final int PAGES = 3;
    private static final int BYTE_SIZE = PAGES * (int) LinearMemory.PAGE_BYTE_SIZE;

    private final long seed = Long.getLong("dev.ashlar.fuzz.seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final List<Long> blocks = new ArrayList<>();
    private NavigableMap<Long, Long> live = new TreeMap<>();

    @TempDir
    private Path folder;

    /** Damages a copy of a heap file; returns how many bytes of it are left. */
    private interface Damage {
        int apply(byte[] heap);
    }

    @Test
    void open_whenBytesAreOverwrittenAnywhere_refusesOrGivesAWholeHeap() throws IOException {
        fuzz(heap -> {
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                heap[random.nextInt(heap.length)] = (byte) random.nextInt();
            }
            return heap.length;
        });
    }

    @Test
    void open_whenBitsOfBookkeepingFlip_refusesOrGivesAWholeHeap() throws IOException {
        fuzz(heap -> {
            for (int i = random.nextInt(1, 3); i > 0; i--) {
                flip(heap, bookkeeping() + random.nextInt(8));
            }
            return heap.length;
        });
    }

    @Test
    void open_whenThePreambleIsOverwritten_refusesOrGivesAWholeHeap() throws IOException {
        fuzz(heap -> {
            if (random.nextBoolean()) {
                heap[random.nextInt(56)] = (byte) random.nextInt();
            }
            // What looks as if something was under way sends the walk through the paths for half-done operations.
            int word = 32 + 8 * random.nextInt(3);
            long value = random.nextBoolean() ? random.nextInt(4) : (bookkeeping() & -8L) | random.nextInt(4);
            for (int i = 0; i < 8; i++) {
                heap[word + i] = (byte) (value >>> (8 * i));
            }
            flip(heap, bookkeeping() + random.nextInt(8));
            return heap.length;
        });
    }

    @Test
    void open_whenPartsAreCutZeroedOrMoved_refusesOrGivesAWholeHeap() throws IOException {
        fuzz(heap -> {
            int from = random.nextInt(heap.length);
            int byteSize = random.nextInt(1, Math.min(9_000, heap.length - from) + 1);
            switch (random.nextInt(3)) {
                case 0 -> Arrays.fill(heap, from, from + byteSize, (byte) 0);
                case 1 -> System.arraycopy(heap, from, heap, random.nextInt(heap.length - byteSize + 1), byteSize);
                default -> {
                    return (int) LinearMemory.PAGE_BYTE_SIZE * random.nextInt(PAGES);
                }
            }
            return heap.length;
        });
    }

    @Test
    void open_whenAnySingleBitOfAHeaderFlips_isRefused() throws IOException {
        byte[] heap = heapFile();
        for (long block : blocks) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                byte[] damaged = heap.clone();
                damaged[(int) block + bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(opensWhole(damaged, damaged.length))
                        .as("bit %d of the header at %d, -Ddev.ashlar.fuzz.seed=%d", bit, block, seed)
                        .isFalse();
            }
        }
    }

    private void fuzz(Damage damage) throws IOException {
        byte[] heap = heapFile();
        System.out.println("-Ddev.ashlar.fuzz.seed=" + seed + " cases=" + CASES);
        int opened = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] damaged = heap.clone();
            try {
                int byteSize = damage.apply(damaged);
                opened += opensWhole(damaged, byteSize) ? 1 : 0;
            } catch (Throwable failure) {
                fail("-Ddev.ashlar.fuzz.seed=" + seed + " case=" + i, failure);
            }
        }
        assertThat(opened).as("damage that was seen").isLessThan(CASES);
    }

    /** Whether the heap opened, and then was whole and worked; else it was refused, and its bytes were left alone. */
    private static boolean opensWhole(byte[] heap, int byteSize) {
        try (LinearMemory memory = memoryOf(heap, byteSize)) {
            LinkedListAllocator allocator;
            try {
                allocator = LinkedListAllocator.open(memory);
            } catch (HeapFormatException refused) {
                assertThat(refused).hasMessageContaining("address=");
                assertThat(memory.whole().loadBytes()).isEqualTo(Arrays.copyOf(heap, byteSize));
                return false;
            }
            HeapAssert.assertWhole(allocator);
            for (long length : new long[] {8, 100, 3_000}) {
                allocator.tryAllocate(length);
            }
            for (long address : LiveBlocks.of(allocator).keySet()) {
                allocator.freeAddress(address);
            }
            HeapAssert.assertWhole(allocator);
            return true;
        }
    }

    private static LinearMemory memoryOf(byte[] heap, int byteSize) {
        LinearMemory memory = LinearMemory.createOnHeap(byteSize / LinearMemory.PAGE_BYTE_SIZE, PAGES + 1);
        memory.whole().storeBytes(0, heap, 0, byteSize);
        return memory;
    }

    /** A heap of some age: about 300 blocks of all sizes, with free ones between them. */
    private byte[] heapFile() throws IOException {
        Path file = folder.resolve("heap");
        try (LinearMemory memory = LinearMemory.map(file, PAGES, PAGES)) {
            LinkedListAllocator allocator = LinkedListAllocator.over(memory);
            for (int i = 0; i < 600; i++) {
                if (allocator.tryAllocate(1 + random.nextInt(1 << random.nextInt(1, 12))) == null) {
                    break;
                }
                if (random.nextBoolean()) {
                    NavigableMap<Long, Long> all = LiveBlocks.of(allocator);
                    allocator.freeAddress(all.ceilingKey(random.nextLong(all.lastKey() + 1)));
                }
            }
            HeapAssert.assertWhole(allocator);
            live = LiveBlocks.of(allocator);
            blocks.clear();
            HeapWalk.forEach(Inside.heapOf(allocator), (block, word) -> blocks.add(block));
            allocator.rootAddress(live.firstKey());
        }
        byte[] heap = Files.readAllBytes(file);
        assertThat(heap).hasSize(BYTE_SIZE);
        Files.delete(file);
        return heap;
    }

    /** Where bookkeeping lies: a header before a payload, or the preamble. */
    private int bookkeeping() {
        long address = random.nextInt(20) == 0 ? 8 : (long) live.ceilingKey(random.nextLong(live.lastKey() + 1));
        return (int) address - 8;
    }

    private void flip(byte[] heap, int index) {
        heap[index] ^= (byte) (1 << random.nextInt(8));
    }
}
