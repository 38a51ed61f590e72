package dev.ashlar.tests.garbage;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.tests.ring.QuoteRing;
import dev.ashlar.tests.ring.QuoteView;
import java.util.Map;
import java.util.TreeMap;

/** Loops that fill and read structs of rings in place. */
final class RingLoops {
    private static final int CAPACITY = 16;

    private final QuoteRing ring;
    private final QuoteRing shared;

    RingLoops(LinearMemory memory) {
        LinkedListAllocator allocator = LinkedListAllocator.over(memory);
        this.ring = QuoteRing.create(allocator, CAPACITY);
        this.shared = QuoteRing.createShared(allocator, CAPACITY);
    }

    /** The loops by their names. */
    Map<String, Loop> all() {
        Map<String, Loop> loops = new TreeMap<>();
        loops.put("one", count -> pass(ring, count));
        loops.put("many", count -> pass(shared, count));
        return loops;
    }

    private static long pass(QuoteRing ring, int count) {
        long sum = 0;
        QuoteView.Cursor slot = ring.cursor();
        QuoteView.Cursor quote = ring.cursor();
        for (int i = 0; i < count; i++) {
            if (ring.claim(slot)) {
                slot.number(i).price(i);
                if (i % 3 == 0) {
                    ring.cancel(slot);
                } else {
                    ring.publish(slot);
                }
            }
            if (i % 5 > 0 && ring.poll(quote)) {
                sum += quote.number();
            }
        }
        while (ring.poll(quote)) {
            sum += quote.number();
        }
        return sum;
    }
}
