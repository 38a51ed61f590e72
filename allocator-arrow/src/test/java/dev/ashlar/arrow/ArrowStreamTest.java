package dev.ashlar.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an export pins and when it lets go, and what is refused. */
@SuppressWarnings("restricted") // it reads at addresses, as C does
class ArrowStreamTest {
    private final LinearMemory memory = LinearMemory.create(1);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    /** Closing is refused if a pin is left over. */
    @AfterEach
    void nothingIsLeft() {
        memory.close();
        assertThat(Callbacks.count()).isZero();
    }

    private SampleColumns samples(int count) {
        SampleColumns samples = SampleColumns.allocate(allocator, count);
        for (int i = 0; i < count; i++) {
            samples.set(i, new Sample(i, "n" + i));
        }
        return samples;
    }

    @Test
    void numbers_areReadWhereTheyLie() {
        SampleColumns samples = samples(10);
        Consumer consumer = new Consumer(ArrowStream.of(samples));
        MemorySegment batch = consumer.next();
        MemorySegment ids = Consumer.pointer(Consumer.array(batch).children(), 0);
        MemorySegment values = Consumer.pointer(Consumer.array(ids).buffers(), 1);
        assertThat(values.address()).isEqualTo(samples.idColumn().address());
        samples.id(3, 33);
        assertThat(values.reinterpret(80).getAtIndex(ValueLayout.JAVA_LONG, 3)).isEqualTo(33);
        Consumer.releaseArray(batch);
        consumer.release();
    }

    @Test
    void schema_hasNamesAndTheStructsLayout() {
        Consumer consumer = new Consumer(ArrowStream.of(samples(1)));
        MemorySegment schema = consumer.schema();
        CSchemaView root = Consumer.schema(schema);
        assertThat(text(root.format())).isEqualTo("+s");
        assertThat(root.childCount()).isEqualTo(2);
        CSchemaView name = Consumer.schema(Consumer.pointer(root.children(), 1));
        assertThat(text(name.format())).isEqualTo("u");
        assertThat(text(name.name())).isEqualTo("name");
        assertThat(new String(
                        root.metadata().reinterpret(300).toArray(ValueLayout.JAVA_BYTE),
                        0,
                        300,
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("ashlar.struct", "dev.ashlar.arrow.Sample", "ashlar.fingerprint", "ashlar.layout");
        Consumer.releaseSchema(schema);
        assertThat(root.release().address()).isZero();
        consumer.release();
    }

    private static String text(MemorySegment text) {
        return text.reinterpret(100).getString(0);
    }

    @Test
    void freeAndClose_untilEverythingIsReleased_areRefused() {
        SampleColumns samples = samples(10);
        ArrowStream stream = ArrowStream.of(samples, ArrowOptions.DEFAULT.withBatchRows(5));
        assertPinned(samples);
        Consumer consumer = new Consumer(stream);
        MemorySegment first = consumer.next();
        MemorySegment second = consumer.next();
        assertThat(Consumer.array(consumer.next()).release().address()).isZero();
        consumer.release();
        stream.close();
        assertThat(stream.isReleased()).isFalse();
        assertPinned(samples);
        Consumer.releaseArray(second);
        assertPinned(samples);
        samples.close();
        assertThat(samples.memory().isAlive()).isTrue();
        Consumer.releaseArray(first);
        assertThat(stream.isReleased()).isTrue();
        samples.free();
    }

    private void assertPinned(SampleColumns samples) {
        assertThatIllegalStateException().isThrownBy(samples::free).withMessageContaining("pinned");
        assertThatIllegalStateException().isThrownBy(memory::close).withMessageContaining("memory stays open");
    }

    /** The specification lets a consumer move a child away and release it after its parent. */
    @Test
    void child_thatWasMovedAway_holdsTheBlock() {
        SampleColumns samples = samples(10);
        Consumer consumer = new Consumer(ArrowStream.of(samples));
        MemorySegment batch = consumer.next();
        consumer.release();
        MemorySegment child = Consumer.pointer(Consumer.array(batch).children(), 1);
        MemorySegment moved = Arena.ofAuto().allocate(CArrayView.BYTE_SIZE, 8);
        moved.copyFrom(child.reinterpret(CArrayView.BYTE_SIZE));
        Consumer.array(child).release(MemorySegment.NULL);
        Consumer.releaseArray(batch);
        assertPinned(samples);
        MemorySegment bytes = Consumer.pointer(Consumer.array(moved).buffers(), 2);
        assertThat(bytes.reinterpret(4).get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) 'n');
        Consumer.releaseArray(moved);
        samples.free();
    }

    @Test
    void close_ofAStreamThatNobodyTook_unpins() {
        SampleColumns samples = samples(10);
        ArrowStream stream = ArrowStream.of(samples);
        stream.close();
        stream.close();
        assertThat(stream.isReleased()).isTrue();
        samples.free();
    }

    @Test
    void stream_canBeAskedForAgain() {
        SampleColumns samples = samples(10);
        for (int i = 0; i < 3; i++) {
            Consumer consumer = new Consumer(ArrowStream.of(samples));
            MemorySegment batch = consumer.next();
            assertThat(Consumer.array(batch).length()).isEqualTo(10);
            Consumer.releaseArray(batch);
            consumer.release();
        }
        samples.free();
    }

    @Test
    void unpinByForce_letsTheBlockGo() {
        SampleColumns samples = samples(10);
        ArrowStream stream = ArrowStream.of(samples, ArrowOptions.DEFAULT.withBatchRows(5));
        Consumer consumer = new Consumer(stream);
        MemorySegment batch = consumer.next();
        stream.unpinAlthoughConsumerMayRead();
        stream.unpinAlthoughConsumerMayRead();
        samples.free();
        assertThatIllegalStateException().isThrownBy(consumer::next).withMessageContaining("unpinned");
        Consumer.releaseArray(batch);
        consumer.release();
    }

    @Test
    void columnsThatCannotBePinned_areRefused() {
        try (Arena arena = Arena.ofConfined()) {
            Memory outside = Memory.of(arena.allocate(SampleColumns.byteSize(2), 64));
            assertThatIllegalStateException()
                    .isThrownBy(() -> ArrowStream.of(SampleColumns.at(outside, 0, 2)))
                    .withMessageContaining("lies in no LinearMemory");
        }
        try (LinearMemory other = LinearMemory.create(2)) {
            SampleColumns bump = SampleColumns.allocate(BumpAllocator.over(other, 64, 10_000), 2);
            assertThatIllegalStateException()
                    .isThrownBy(() -> ArrowStream.of(bump))
                    .withMessageContaining("frees together");
        }
        SampleColumns freed = samples(1);
        freed.free();
        assertThatIllegalStateException().isThrownBy(() -> ArrowStream.of(freed));
    }

    @Test
    void componentsWithoutAType_areRefused() {
        WithBitsColumns columns = WithBitsColumns.allocate(allocator, 2);
        assertThatThrownBy(() -> ArrowStream.of(columns))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("no Arrow type yet for a bit-field")
                .hasMessageContaining("struct=dev.ashlar.arrow.WithBits");
        columns.free();
        assertThatIllegalArgumentException().isThrownBy(() -> new ArrowOptions(0, false));
    }

    @Test
    void columnsOnTheJavaHeap_areCopied() {
        LinearMemory heap = LinearMemory.createOnHeap(1);
        SampleColumns samples = SampleColumns.allocate(LinkedListAllocator.over(heap), 3);
        samples.set(2, new Sample(7, "x"));
        Consumer consumer = new Consumer(ArrowStream.of(samples));
        MemorySegment batch = consumer.next();
        MemorySegment ids = Consumer.pointer(Consumer.array(batch).children(), 0);
        assertThat(Consumer.pointer(Consumer.array(ids).buffers(), 1)
                        .reinterpret(24)
                        .getAtIndex(ValueLayout.JAVA_LONG, 2))
                .isEqualTo(7);
        Consumer.releaseArray(batch);
        consumer.release();
        heap.close();
    }
}
