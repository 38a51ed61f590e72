package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Looking up keys in a hash table with linear probing, two thirds full: one step is one key, at five slots on average. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@OperationsPerInvocation(Loops.COUNT)
public class ProbeLoops extends Loops {
    private static final int SLOTS = 8_192;
    private static final int MASK = SLOTS - 1;
    private static final int USED = SLOTS * 2 / 3;
    private static final long STRIDE = SlotView.BYTE_SIZE;
    private static final long TARGET = SlotView.OFFSET_TARGET;

    private final long[] keys = new long[COUNT];
    private SlotArray slots;
    private MemorySegment segment;
    private Slot[] objects;

    @Override
    protected void fill(Allocator allocator) {
        slots = SlotArray.allocate(allocator, SLOTS);
        segment = slots.memory().segment();
        objects = new Slot[SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            objects[i] = new Slot(0, 0);
        }
        Random random = new Random(1);
        long[] used = random.longs(USED).toArray();
        for (long key : used) {
            int i = (int) key & MASK;
            while (objects[i].target() != 0) {
                i = (i + 1) & MASK;
            }
            objects[i] = new Slot(key, i + 1);
            slots.set(i, objects[i]);
        }
        for (int i = 0; i < COUNT; i++) {
            // One of two keys is not in the table.
            keys[i] = random.nextBoolean() ? used[random.nextInt(USED)] : random.nextLong();
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long probe_view() {
        long sum = 0;
        for (long key : keys) {
            sum += findByView(key);
        }
        return sum;
    }

    private long findByView(long key) {
        for (int i = (int) key & MASK; ; i = (i + 1) & MASK) {
            SlotView slot = slots.get(i);
            if (slot.target() == 0) {
                return -1;
            }
            if (slot.key() == key) {
                return i;
            }
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long probe_cursor() {
        long sum = 0;
        SlotView.Cursor slot = slots.cursor();
        for (long key : keys) {
            sum += findByCursor(slot, key);
        }
        return sum;
    }

    private static long findByCursor(SlotView.Cursor slot, long key) {
        for (int i = (int) key & MASK; ; i = (i + 1) & MASK) {
            slot.moveTo(i);
            if (slot.target() == 0) {
                return -1;
            }
            if (slot.key() == key) {
                return i;
            }
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long probe_segment() {
        long sum = 0;
        for (long key : keys) {
            sum += findByHand(key);
        }
        return sum;
    }

    private long findByHand(long key) {
        for (int i = (int) key & MASK; ; i = (i + 1) & MASK) {
            if (segment.get(LONG, i * STRIDE + TARGET) == 0) {
                return -1;
            }
            if (segment.get(LONG, i * STRIDE) == key) {
                return i;
            }
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long probe_objects() {
        long sum = 0;
        for (long key : keys) {
            sum += findObject(key);
        }
        return sum;
    }

    private long findObject(long key) {
        for (int i = (int) key & MASK; ; i = (i + 1) & MASK) {
            Slot slot = objects[i];
            if (slot.target() == 0) {
                return -1;
            }
            if (slot.key() == key) {
                return i;
            }
        }
    }
}
