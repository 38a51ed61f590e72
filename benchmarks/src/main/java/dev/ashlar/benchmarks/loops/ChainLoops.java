package dev.ashlar.benchmarks.loops;

import dev.ashlar.alloc.Allocator;
import dev.ashlar.struct.Ref;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/**
 * A chain from which each eighth link is removed: one step goes to one link.
 *
 * <p>Before each time the chain is linked again, for all peers in the same way: by hand, or object by object.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@OperationsPerInvocation(Loops.COUNT)
public class ChainLoops extends Loops {
    private static final long STRIDE = LinkView.BYTE_SIZE;
    private static final long NEXT = LinkView.OFFSET_NEXT;
    private static final int ONE_OF = 8;

    private LinkView first;
    private MemorySegment segment;
    private long firstAddress;
    private LinkObject[] objects;

    /** A link on the Java heap. */
    private static final class LinkObject {
        private final long value;
        private @Nullable LinkObject next;

        LinkObject(long value) {
            this.value = value;
        }
    }

    @Override
    protected void fill(Allocator allocator) {
        LinkArray links = LinkArray.allocate(allocator, COUNT);
        first = links.get(0);
        segment = allocator.memory().segment();
        firstAddress = Ref.to(first).address();
        objects = new LinkObject[COUNT];
        for (int i = 0; i < COUNT; i++) {
            links.get(i).value(i + 1);
            objects[i] = new LinkObject(i + 1);
        }
    }

    private void linkAgain() {
        for (int i = 0; i < COUNT; i++) {
            long next = i == COUNT - 1 ? 0 : firstAddress + (i + 1) * STRIDE;
            segment.set(LONG, firstAddress + i * STRIDE + NEXT, next);
        }
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long removal_view() {
        linkAgain();
        long removed = 0;
        LinkView before = first;
        for (LinkView link = first.next(); link != null; link = link.next()) {
            if (link.value() % ONE_OF == 0) {
                before.nextAddress(link.nextAddress());
                removed++;
            } else {
                before = link;
            }
        }
        return removed;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long removal_cursor() {
        linkAgain();
        long removed = 0;
        LinkView.Cursor before = LinkView.Cursor.of(first);
        LinkView.Cursor link = LinkView.Cursor.of(first);
        while (link.followNext()) {
            if (link.value() % ONE_OF == 0) {
                before.nextAddress(link.nextAddress());
                removed++;
            } else {
                before.followNext();
            }
        }
        return removed;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long removal_segment() {
        linkAgain();
        long removed = 0;
        long before = firstAddress;
        for (long link = segment.get(LONG, before + NEXT); link != 0; link = segment.get(LONG, link + NEXT)) {
            if (segment.get(LONG, link) % ONE_OF == 0) {
                segment.set(LONG, before + NEXT, segment.get(LONG, link + NEXT));
                removed++;
            } else {
                before = link;
            }
        }
        return removed;
    }

    @Benchmark
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    public long removal_objects() {
        for (int i = 0; i < COUNT; i++) {
            objects[i].next = i == COUNT - 1 ? null : objects[i + 1];
        }
        long removed = 0;
        LinkObject before = objects[0];
        for (LinkObject link = before.next; link != null; link = link.next) {
            if (link.value % ONE_OF == 0) {
                before.next = link.next;
                removed++;
            } else {
                before = link;
            }
        }
        return removed;
    }
}
