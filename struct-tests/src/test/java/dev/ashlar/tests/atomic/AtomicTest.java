package dev.ashlar.tests.atomic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.StructComponent;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Atomic components: their accessors, threads that compete, and the alignment they need. */
class AtomicTest {
    @AutoClose
    private final TestAllocator allocator = new TestAllocator();

    @Test
    void accessors_doWhatTheirNamesSay() {
        SharedView shared = SharedView.allocate(allocator, new Shared(5, 6L));
        assertThat(shared.stateVolatile(7).stateVolatile()).isEqualTo(7);
        assertThat(shared.stateRelease(8).stateAcquire()).isEqualTo(8);
        assertThat(shared.stateCompareAndSet(7, 1)).isFalse();
        assertThat(shared.stateCompareAndSet(8, 1)).isTrue();
        assertThat(shared.stateCompareAndExchange(2, 9)).isEqualTo(1);
        assertThat(shared.stateCompareAndExchange(1, 9)).isEqualTo(1);
        assertThat(shared.stateGetAndSet(0b1100)).isEqualTo(9);
        assertThat(shared.stateGetAndBitwiseAnd(0b0110)).isEqualTo(0b1100);
        assertThat(shared.stateGetAndBitwiseOr(0b0001)).isEqualTo(0b0100);
        assertThat(shared.stateGetAndBitwiseXor(0b0100)).isEqualTo(0b0101);
        assertThat(shared.stateGetAndAdd(Integer.MAX_VALUE)).isEqualTo(1);
        assertThat(shared.state()).isEqualTo(Integer.MIN_VALUE);
        assertThat(shared.countGetAndAdd(-10)).isEqualTo(6);
        assertThat(shared.countCompareAndSet(-4, 1L << 40)).isTrue();
        assertThat(shared.countGetAndBitwiseOr(1)).isEqualTo(1L << 40);
        assertThat(shared.countGetAndBitwiseXor(1)).isEqualTo((1L << 40) + 1);
        assertThat(shared.countGetAndBitwiseAnd(0)).isEqualTo(1L << 40);
        assertThat(shared.countCompareAndExchange(0, 3)).isZero();
        assertThat(shared.countGetAndSet(4)).isEqualTo(3);
        assertThat(shared.countRelease(5).countAcquire()
                        + shared.countVolatile(6).countVolatile())
                .isEqualTo(11);
        assertThat(shared.read()).isEqualTo(new Shared(Integer.MIN_VALUE, 6));
        assertThat(SharedView.type().components()).allMatch(StructComponent::isAtomic);
        assertThat(SharedView.BYTE_SIZE).isEqualTo(16);
        shared.free();
        assertThatThrownBy(() -> shared.countGetAndAdd(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void counter_whenThreadsAddAtOnce_losesNothing() throws InterruptedException {
        SharedView shared = SharedView.allocate(allocator);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> Thread.ofPlatform().start(() -> {
                    for (int step = 0; step < 50_000; step++) {
                        shared.countGetAndAdd(1);
                        shared.stateGetAndAdd(-1);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(shared.count()).isEqualTo(200_000);
        assertThat(shared.state()).isEqualTo(-200_000);
    }

    /** Each of many jobs goes from 0 to 1 to 2 once, whoever tries; what was written before 2 is seen after it. */
    @Test
    void stateMachine_whenThreadsCompete_takesEachStepOnce() throws InterruptedException {
        int jobs = 20_000;
        JobArray all = JobArray.allocate(allocator, jobs);
        AtomicInteger claimed = new AtomicInteger();
        AtomicInteger unseen = new AtomicInteger();
        List<Thread> threads = IntStream.range(1, 4)
                .mapToObj(number -> Thread.ofPlatform().start(() -> {
                    for (JobView job : all) {
                        if (job.stateCompareAndSet(0, 1)) {
                            claimed.incrementAndGet();
                            job.result(number).stateRelease(2);
                        } else if (job.stateAcquire() == 2 && job.result() == 0) {
                            unseen.incrementAndGet();
                        }
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(claimed).hasValue(jobs);
        assertThat(unseen).hasValue(0);
        assertThat(all.stream().allMatch(job -> job.state() == 2 && job.result() > 0))
                .isTrue();
    }

    @Test
    void at_whenAlignmentIsNotGuaranteed_isRefused() {
        Memory bytes = Memory.of(MemorySegment.ofArray(new byte[64]));
        assertThatThrownBy(() -> SharedView.at(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("atomic access needs memory aligned to its size: offset=0 byteSize=8 handleOffset=0");
        assertThatThrownBy(() -> SharedArray.at(bytes, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OuterView.at(bytes)).isInstanceOf(IllegalArgumentException.class);
        Memory longs = Memory.of(MemorySegment.ofArray(new long[8]));
        assertThat(SharedView.at(longs, 8).countGetAndAdd(1)).isZero();
        assertThat(OuterView.at(longs, 16).others(1).countGetAndAdd(1)).isZero();
        assertThatThrownBy(() -> SharedView.at(longs, 12)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SharedView.at(longs, 56)).isInstanceOf(IndexOutOfBoundsException.class);
        Memory odd = allocator.memory().span(1004, 40);
        assertThatThrownBy(() -> SharedView.at(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("handleOffset=1004");
        assertThat(SharedView.at(odd, 4).stateGetAndAdd(1)).isZero();
    }

    @Test
    void packedStruct_whenComponentsAreAligned_isAllowed() {
        assertThat(PackedView.OFFSET_COUNT).isEqualTo(8);
        PackedView packed = PackedArray.allocate(allocator, 3).get(1);
        assertThat(packed.stateGetAndAdd(1) + packed.countGetAndAdd(1)).isZero();
    }
}
