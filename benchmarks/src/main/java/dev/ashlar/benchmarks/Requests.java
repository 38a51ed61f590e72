package dev.ashlar.benchmarks;

import java.util.Random;

/** A repeating sequence of requests: which live block to replace, and how long the new one is to be. */
final class Requests {
    private static final int COUNT = 1 << 16;

    private final int[] slots;
    private final int[] byteSizes;
    private int next;

    /**
     * @param live how many blocks are live at a time
     * @param sizes {@code min-max} in bytes, uniformly drawn
     */
    Requests(int live, String sizes) {
        String[] bounds = sizes.split("-", 2);
        int min = Integer.parseInt(bounds[0]);
        int max = Integer.parseInt(bounds[bounds.length - 1]);
        Random random = new Random(42);
        this.slots = random.ints(Math.max(COUNT, Integer.highestOneBit(live) * 2), 0, live)
                .toArray();
        this.byteSizes = random.ints(COUNT, min, max + 1).toArray();
    }

    /** Goes on to the next request. */
    void advance() {
        next++;
    }

    int slot() {
        return slots[next & (slots.length - 1)];
    }

    int byteSize() {
        return byteSizes[next & (COUNT - 1)];
    }
}
