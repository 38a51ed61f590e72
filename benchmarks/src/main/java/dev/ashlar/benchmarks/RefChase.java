package dev.ashlar.benchmarks;

import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A linked list summed up: references between structs against the same addresses followed by hand, and against objects.
 *
 * <p>Peer {@code ref} carries the view of a node from one turn of the loop to the next, which the JIT cannot take apart;
 * peer {@code address} carries the address and makes a view of it in each turn, which it can; in peer {@code chain} the
 * iterator does that.
 *
 * <p>The nodes are linked in random order. 1 000 of them fit the first-level cache, 1 000 000 no cache.
 *
 * <p>{@link OtherStructs} are gone through before.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 50, timeUnit = TimeUnit.MILLISECONDS)
public class RefChase {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** How many nodes. */
    @Param({"1000", "1000000"})
    public int count;

    private LinearMemory memory;
    private ChaseNodeView first;
    private MemorySegment segment;
    private long firstAddress;
    private HeapNode firstObject;

    /** The same on the heap. */
    private static final class HeapNode {
        private long value;
        private @Nullable HeapNode next;
    }

    /** Links the same list three times over: the first two peers share the bytes. */
    @Setup
    public void setUp() {
        OtherStructs.visit();
        List<Integer> order = IntStream.range(0, count).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(1));
        memory = LinearMemory.create(count / 1_000L);
        Memory bytes = memory.span(1_024, count * ChaseNodeView.BYTE_SIZE);
        ChaseNodeArray nodes = ChaseNodeArray.at(bytes, 0, count);
        HeapNode[] objects = Stream.generate(HeapNode::new).limit(count).toArray(HeapNode[]::new);
        ChaseNodeView next = null;
        HeapNode nextObject = null;
        for (int index : order) {
            next = nodes.get(index).value(index).next(next);
            objects[index].value = index;
            objects[index].next = nextObject;
            nextObject = objects[index];
        }
        first = nodes.get(order.getLast());
        firstObject = objects[order.getLast()];
        firstAddress = Ref.to(first).address();
        segment = memory.segment();
    }

    /** Gives the memory back. */
    @TearDown
    public void tearDown() {
        memory.close();
    }

    @Benchmark
    public long chase_ref() {
        long sum = 0;
        for (ChaseNodeView node = first; node != null; node = node.next()) {
            sum += node.value();
        }
        return sum;
    }

    @Benchmark
    public long chase_address() {
        Memory whole = memory.whole();
        long sum = 0;
        for (long address = firstAddress; address != 0; ) {
            ChaseNodeView node = ChaseNodeView.at(whole, address);
            sum += node.value();
            address = node.nextAddress();
        }
        return sum;
    }

    @Benchmark
    public long chase_chain() {
        long sum = 0;
        for (ChaseNodeView node : first.nextChain()) {
            sum += node.value();
        }
        return sum;
    }

    @Benchmark
    public long chase_segment() {
        long sum = 0;
        for (long address = firstAddress; address != 0; address = segment.get(LONG, address + 8)) {
            sum += segment.get(LONG, address);
        }
        return sum;
    }

    @Benchmark
    public long chase_objects() {
        long sum = 0;
        for (HeapNode node = firstObject; node != null; node = node.next) {
            sum += node.value;
        }
        return sum;
    }
}
