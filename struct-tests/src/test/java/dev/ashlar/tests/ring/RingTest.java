package dev.ashlar.tests.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rings within one thread: order, bounds, refusals, and what lies in the memory. */
class RingTest {
    private static final long CLAIMED = 128;
    private static final long RELEASED = 256;
    private static final long SLOTS = 384;

    private final LinearMemory memory = LinearMemory.create(1);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @AfterEach
    void close() {
        memory.close();
    }

    private QuoteRing ring(long capacity, boolean isShared) {
        return isShared ? QuoteRing.createShared(allocator, capacity) : QuoteRing.create(allocator, capacity);
    }

    private static Quote quote(long number) {
        return new Quote(number, 1, number * 0.5, (int) (number & 0xFF));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "8, false", "1, true", "2, true", "8, true"})
    void ring_throughRandomCalls_isAQueue(int capacity, boolean isShared) {
        Random random = new Random(capacity);
        QuoteRing ring = ring(capacity, isShared);
        QuoteView.Cursor slot = ring.cursor();
        QuoteView.Cursor polled = ring.cursor();
        Deque<Quote> model = new ArrayDeque<>();
        boolean isHeld = false;
        for (int i = 0; i < 20_000; i++) {
            Quote value = quote(i);
            switch (random.nextInt(9)) {
                case 0, 1 -> {
                    assertThat(ring.offer(value)).isEqualTo(model.size() < capacity);
                    if (model.size() < capacity) {
                        model.add(value);
                    }
                }
                case 2, 3 -> {
                    boolean isClaimed = ring.claim(slot);
                    assertThat(isClaimed).isEqualTo(model.size() < capacity);
                    if (isClaimed && random.nextBoolean()) {
                        slot.number(i).producer(1).price(i * 0.5).size(i & 0xFF);
                        ring.publish(slot);
                        model.add(value);
                    } else if (isClaimed) {
                        ring.cancel(slot);
                        if (isShared) {
                            // Passed over, but only by the consumer.
                            model.add(quote(-1));
                        }
                    }
                }
                case 4 -> {
                    isHeld = releaseFirst(ring, model, isHeld);
                    removeCancelled(model);
                    assertThat(ring.poll()).isEqualTo(model.pollFirst());
                }
                case 5, 6 -> {
                    if (isHeld) {
                        model.removeFirst();
                    }
                    removeCancelled(model);
                    isHeld = ring.poll(polled);
                    assertThat(isHeld).isEqualTo(!model.isEmpty());
                    assertThat(isHeld ? polled.read() : null).isEqualTo(model.peekFirst());
                }
                case 7 -> {
                    isHeld = releaseFirst(ring, model, isHeld);
                    removeCancelled(model);
                    assertThat(ring.skip()).isEqualTo(model.pollFirst() != null);
                }
                default -> {
                    isHeld = releaseFirst(ring, model, isHeld);
                    ring = QuoteRing.open(ring.memory());
                    slot = ring.cursor();
                }
            }
            assertThat(ring.size()).isEqualTo(model.size());
            assertThat(ring.isStalled()).isFalse();
        }
    }

    private static boolean releaseFirst(QuoteRing ring, Deque<Quote> model, boolean isHeld) {
        ring.release();
        if (isHeld) {
            model.removeFirst();
        }
        return false;
    }

    private static void removeCancelled(Deque<Quote> model) {
        while (!model.isEmpty() && model.getFirst().number() < 0) {
            model.removeFirst();
        }
    }

    @Test
    void create_takesTheNextPowerOfTwo() {
        assertThat(ring(1, false).capacity()).isEqualTo(1);
        assertThat(ring(3, true).capacity()).isEqualTo(4);
        QuoteRing ring = ring(4, false);
        assertThat(ring.capacity()).isEqualTo(4);
        assertThat(ring.memory().length()).isEqualTo(QuoteRing.byteSize(4)).isEqualTo(QuoteRing.byteSize(3));
        assertThat(ring.memory().offset() % 64).isZero();
        assertThat(ring.isShared()).isFalse();
        assertThat(ring)
                .hasToString(
                        "StructRing[dev.ashlar.tests.ring.Quote, capacity=4, size=0, memory=" + ring.memory() + "]");
        for (long wrong : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 61}) {
            assertThatThrownBy(() -> QuoteRing.create(allocator, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "impossible number of structs: struct=dev.ashlar.tests.ring.Quote count=" + wrong);
        }
    }

    @Test
    void close_endsEveryUse() {
        QuoteRing ring = ring(4, true);
        QuoteView.Cursor slot = ring.cursor();
        assertThat(ring.claim(slot)).isTrue();
        ring.close();
        ring.close();
        assertThat(allocator.stats().liveBlocks()).isZero();
        assertThatThrownBy(() -> ring.publish(slot)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ring.claim(slot)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ring::poll).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(ring::size).isInstanceOf(IllegalStateException.class);
        assertThat(ring).hasToString("StructRing[dev.ashlar.tests.ring.Quote, capacity=4, memory=Memory[freed]]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void publish_ofWhatIsNotClaimed_isRefused(boolean isShared) {
        QuoteRing ring = ring(4, isShared);
        QuoteView.Cursor slot = ring.cursor();
        assertThatThrownBy(() -> ring.publish(slot))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("struct is not claimed; move a cursor to it with claim")
                .hasMessageContaining("struct=dev.ashlar.tests.ring.Quote position=-1");
        assertThat(ring.claim(slot)).isTrue();
        QuoteView.Cursor ofAnother = ring(4, isShared).cursor();
        assertThatThrownBy(() -> ring.publish(ofAnother)).isInstanceOf(IllegalStateException.class);
        slot.number(1);
        ring.publish(slot);
        assertThatThrownBy(() -> ring.publish(slot)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ring.cancel(slot)).isInstanceOf(IllegalStateException.class);
        QuoteView.Cursor polled = ring.cursor();
        assertThat(ring.poll(polled)).isTrue();
        assertThatThrownBy(() -> ring.publish(polled)).isInstanceOf(IllegalStateException.class);
        assertThat(ring.poll(polled)).isFalse();
    }

    @Test
    void claim_ofOneProducer_isTheSameStructUntilItIsPublished() {
        QuoteRing ring = ring(2, false);
        QuoteView.Cursor first = ring.cursor();
        QuoteView.Cursor second = ring.cursor();
        assertThat(ring.claim(first) && ring.claim(second)).isTrue();
        assertThat(first.byteOffset()).isEqualTo(second.byteOffset());
        first.number(5);
        ring.publish(first);
        assertThatThrownBy(() -> ring.publish(second)).isInstanceOf(IllegalStateException.class);
        assertThat(ring.poll()).isEqualTo(new Quote(5, 0, 0, 0));
    }

    @Test
    void claims_ofManyProducers_comeInOrderAndHoldUpThoseBehind() {
        QuoteRing ring = ring(4, true);
        QuoteView.Cursor first = ring.cursor();
        QuoteView.Cursor second = ring.cursor();
        assertThat(ring.claim(first) && ring.claim(second)).isTrue();
        second.number(2);
        ring.publish(second);
        assertThat(ring.poll()).isNull();
        assertThat(ring.isStalled()).isTrue();
        assertThat(ring.size()).isEqualTo(2);
        first.number(1);
        ring.publish(first);
        assertThat(ring.isStalled()).isFalse();
        assertThat(ring.poll()).isEqualTo(new Quote(1, 0, 0, 0));
        assertThat(ring.poll()).isEqualTo(new Quote(2, 0, 0, 0));
    }

    @Test
    void skip_ofAClaim_refusesItsProducer() {
        QuoteRing ring = ring(2, true);
        QuoteView.Cursor dead = ring.cursor();
        assertThat(ring.claim(dead)).isTrue();
        assertThat(ring.offer(quote(1))).isTrue();
        assertThat(ring.offer(quote(2))).isFalse();
        assertThat(ring.skip()).isTrue();
        assertThatThrownBy(() -> ring.publish(dead)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ring.cancel(dead)).isInstanceOf(IllegalStateException.class);
        assertThat(ring.offer(quote(3))).isTrue();
        assertThat(ring.poll()).isEqualTo(quote(1));
        assertThat(ring.skip()).isTrue();
        assertThat(ring.skip()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void offer_ofWhatIsRefused_changesNothing(boolean isShared) {
        QuoteRing ring = ring(2, isShared);
        assertThatThrownBy(() -> ring.offer(new Quote(1, 1, 1, 256))).isInstanceOf(IllegalArgumentException.class);
        assertThat(ring.poll()).isNull();
        assertThat(ring.isStalled()).isFalse();
        assertThat(ring.offer(quote(1))).isTrue();
        assertThat(ring.offer(quote(2))).isTrue();
        assertThat(ring.poll()).isEqualTo(quote(1));
        assertThat(ring.poll()).isEqualTo(quote(2));
    }

    @Test
    void poll_ofWhatCannotBeRead_goesOnBehindIt() {
        OrderRing ring = OrderRing.create(allocator, 4);
        OrderView.Cursor slot = ring.cursor();
        assertThat(ring.claim(slot)).isTrue();
        slot.beCancel().id(-1);
        ring.publish(slot);
        Order.Buy buy = new Order.Buy(1, Order.Side.YOURS, 2.5);
        assertThat(ring.offer(buy)).isTrue();
        assertThatThrownBy(ring::poll).hasMessageContaining("negative id");
        assertThat(ring.poll()).isEqualTo(buy);
        assertThat(ring.isEmpty()).isTrue();
    }

    @Test
    void structs_inTheirOwnCacheLines_goThroughRings() {
        LineRing ring = LineRing.createShared(allocator, 2);
        for (int i = 0; i < 10; i++) {
            Line line = new Line(i, i, new byte[9], i % 2 == 0 ? null : i, quote(i));
            assertThat(ring.offer(line)).isTrue();
            LineView.Cursor polled = ring.cursor();
            assertThat(ring.poll(polled)).isTrue();
            assertThat((ring.memory().offset() + polled.byteOffset()) % 64).isZero();
            assertThat(polled.countGetAndAdd(1)).isEqualTo(i);
            assertThat(polled.quote().read()).isEqualTo(line.quote());
            assertThat(polled.read().memory() != null).isEqualTo(i % 2 == 1);
        }
    }

    @Test
    void create_overAHandle_isOpenedThere() {
        Memory block = allocator.allocate(QuoteRing.byteSize(4) + 8, 64);
        block.fill(0xFF);
        QuoteRing made = QuoteRing.createShared(block, 3);
        assertThat(made.offer(quote(1))).isTrue();
        QuoteRing opened = QuoteRing.open(block);
        assertThat(opened.isShared()).isTrue();
        assertThat(opened.capacity()).isEqualTo(4);
        assertThat(opened.poll()).isEqualTo(quote(1));
        assertThatThrownBy(() -> QuoteRing.create(block, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(opened.offer(quote(2)) && made.poll() != null).isTrue();
    }

    @Test
    void create_whereAtomicAccessIsImpossible_isRefused() {
        Memory bytes = Memory.of(MemorySegment.ofArray(new byte[4096]));
        assertThatThrownBy(() -> QuoteRing.create(bytes, 4)).isInstanceOf(IllegalArgumentException.class);
        Memory odd = allocator.allocate(4096, 64);
        Memory longs = Memory.of(MemorySegment.ofArray(new long[512]));
        assertThat(QuoteRing.create(longs, 4).offer(quote(1))).isTrue();
        Memory shifted = Memory.of(odd.segment().asSlice(4));
        assertThatThrownBy(() -> QuoteRing.create(shifted, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuoteRing.open(shifted)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void open_ofNoRing_isRefused() {
        Memory block = allocator.allocate(4096, 64);
        assertThatThrownBy(() -> QuoteRing.open(block))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no ring lies there: struct=dev.ashlar.tests.ring.Quote magic=0x0 memory=");
        assertThatThrownBy(() -> QuoteRing.open(allocator.allocate(8, 64)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no ring lies there");
        QuoteRing.create(block, 4);
        assertThatThrownBy(() -> OrderRing.open(block))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "ring is of another struct, or of another layout: struct=dev.ashlar.tests.ring.Order");
        for (long offset : new long[] {0, 8, 16, 24}) {
            long whole = block.loadI64(offset);
            for (long wrong : new long[] {-1, 9, 256, Long.MIN_VALUE, Long.MAX_VALUE}) {
                block.storeI64(offset, whole ^ wrong);
                assertThatThrownBy(() -> QuoteRing.open(block))
                        .as("offset=%d wrong=%d", offset, wrong)
                        .isInstanceOf(IllegalStateException.class);
            }
            block.storeI64(offset, whole);
        }
        assertThat(QuoteRing.open(block).poll()).isNull();
    }

    /** Nothing that lies in the memory makes a call go on for ever, or reach outside. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void calls_inDamagedRings_endWithAResultOrARefusal(boolean isShared) {
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            QuoteRing ring = ring(4, isShared);
            long filled = random.nextInt(12);
            for (int j = 0; j < filled; j++) {
                ring.offer(quote(j));
                if (random.nextBoolean()) {
                    ring.poll();
                }
            }
            for (int j = 0; j <= random.nextInt(3); j++) {
                long stride = (ring.memory().length() - SLOTS) / 4;
                long offset = random.nextBoolean()
                        ? (random.nextBoolean() ? CLAIMED : RELEASED)
                        : SLOTS + stride * random.nextInt(4);
                long value = random.nextBoolean() ? random.nextLong() : random.nextInt(-20, 20);
                ring.memory().storeI64(offset, value);
            }
            QuoteView.Cursor cursor = ring.cursor();
            try {
                for (int j = 0; j < 8; j++) {
                    if (ring.claim(cursor)) {
                        cursor.number(1);
                        ring.publish(cursor);
                    }
                    ring.skip();
                    ring.poll(cursor);
                }
            } catch (IllegalStateException damaged) {
                refused++;
            }
            assertThat(ring.size()).isBetween(0L, 4L);
            ring.close();
        }
        assertThat(refused).isGreaterThan(1_000);
    }
}
