package dev.ashlar.tests.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.LinkedListAllocator;
import dev.ashlar.memory.LinearMemory;
import java.util.ConcurrentModificationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rings that are used by the code of a record that goes through them, and claims that are settled twice. */
class RingReentryTest {
    private final LinearMemory memory = LinearMemory.create(1);
    private final LinkedListAllocator allocator = LinkedListAllocator.over(memory);

    @AfterEach
    void reset() {
        Busy.made = () -> {};
        Busy.stored = () -> {};
        memory.close();
    }

    private BusyRing ring(boolean isShared, long capacity) {
        return isShared ? BusyRing.createShared(allocator, capacity) : BusyRing.create(allocator, capacity);
    }

    @Test
    void offer_byAnAccessor_isRefusedWhereThereIsOneProducer() {
        BusyRing ring = ring(false, 4);
        Busy outer = new Busy(1, 2);
        Busy inner = new Busy(3, 4);
        Busy.stored = () -> assertThatThrownBy(() -> ring.offer(inner))
                .isInstanceOf(ConcurrentModificationException.class)
                .hasMessage("ring is changed by an accessor of the record that is being stored in it:"
                        + " struct=dev.ashlar.tests.ring.Busy");
        assertThat(ring.offer(outer)).isTrue();
        assertThat(ring.poll()).isEqualTo(outer);
        assertThat(ring.poll()).isNull();
        assertThat(ring.offer(inner)).isTrue();
    }

    @Test
    void offer_byAnAccessor_ofASharedRing_comesBehind() {
        BusyRing ring = ring(true, 4);
        Busy outer = new Busy(1, 2);
        Busy inner = new Busy(3, 4);
        Busy.stored = () -> assertThat(ring.offer(inner)).isTrue();
        assertThat(ring.offer(outer)).isTrue();
        assertThat(ring.poll()).isEqualTo(outer);
        assertThat(ring.poll()).isEqualTo(inner);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void poll_byAConstructor_isRefused(boolean isShared) {
        BusyRing ring = ring(isShared, 1);
        Busy two = new Busy(2, 2);
        BusyView.Cursor cursor = ring.cursor();
        for (Runnable taking : new Runnable[] {ring::poll, () -> ring.poll(cursor), ring::skip}) {
            assertThat(ring.offer(new Busy(1, 1))).isTrue();
            Busy.made = () -> {
                taking.run();
                ring.offer(two);
            };
            assertThatThrownBy(ring::poll)
                    .isInstanceOf(ConcurrentModificationException.class)
                    .hasMessageEndingWith("struct=dev.ashlar.tests.ring.Busy");
            assertThat(ring.isEmpty()).isTrue();
            assertThat(ring.offer(two)).isTrue();
            assertThat(ring.poll()).isEqualTo(two);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void claim_isSettledOnce(boolean isShared) {
        BusyRing ring = ring(isShared, 4);
        BusyView.Cursor slot = ring.cursor();
        assertThatThrownBy(() -> ring.publish(slot)).isInstanceOf(IllegalStateException.class);
        assertThat(ring.claim(slot)).isTrue();
        ring.cancel(slot);
        assertThatThrownBy(() -> ring.publish(slot)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ring.cancel(slot)).isInstanceOf(IllegalStateException.class);
        assertThat(ring.claim(slot)).isTrue();
        slot.id(7).value(8);
        ring.publish(slot);
        assertThatThrownBy(() -> ring.publish(slot)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ring.cancel(slot)).isInstanceOf(IllegalStateException.class);
        assertThat(ring.poll()).isEqualTo(new Busy(7, 8));
        assertThat(ring.poll()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @SuppressWarnings("NullAway") // callers outside of null-marked code can pass null
    void null_changesNothing(boolean isShared) {
        BusyRing ring = ring(isShared, 1);
        assertThatThrownBy(() -> ring.offer(null)).isInstanceOf(NullPointerException.class);
        assertThat(ring.isEmpty()).isTrue();
        assertThat(ring.offer(new Busy(1, 1))).isTrue();
        assertThatThrownBy(() -> ring.offer(null)).isInstanceOf(NullPointerException.class);
    }

    /** The room of a refused record in a shared ring comes back when the consumer passes over it. */
    @Test
    void refusedRecords_ofASharedRing_arePassedOver() {
        BusyRing ring = ring(true, 2);
        for (int refusal = 0; refusal < 2; refusal++) {
            Busy.stored = () -> {
                throw new IllegalArgumentException("refused");
            };
            assertThatThrownBy(() -> ring.offer(new Busy(1, 1))).hasMessage("refused");
        }
        assertThat(ring.offer(new Busy(1, 1))).isFalse();
        assertThat(ring.poll()).isNull();
        assertThat(ring.isEmpty()).isTrue();
        assertThat(ring.offer(new Busy(1, 1))).isTrue();
    }
}
