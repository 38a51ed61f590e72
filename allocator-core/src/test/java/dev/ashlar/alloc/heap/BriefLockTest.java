package dev.ashlar.alloc.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BriefLockTest {
    private final BriefLock lock = new BriefLock();

    @Test
    void tryLock_whenItIsHeld_takesNothing() {
        assertThat(lock.tryLock()).isTrue();
        assertThat(lock.tryLock()).isFalse();
        lock.held = false;
        assertThat(lock.tryLock()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lock_whenTheWaiterIsInterrupted_waitsAndKeepsTheFlag(boolean isVirtual) throws InterruptedException {
        Thread.Builder builder = isVirtual ? Thread.ofVirtual() : Thread.ofPlatform();
        AtomicInteger order = new AtomicInteger();
        int[] seen = new int[2];
        lock.lock();
        Thread waiter = builder.start(() -> {
            Thread.currentThread().interrupt();
            lock.lock();
            seen[0] = order.get();
            seen[1] = Thread.currentThread().isInterrupted() ? 1 : 0;
            lock.held = false;
        });
        // Parked and not spinning: a thread that finds its flag set never gets there.
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        waiter.interrupt();
        order.set(1);
        lock.held = false;
        waiter.join();
        assertThat(seen).containsExactly(1, 1);
        assertThat(lock.held).isFalse();
    }

    @Test
    void lock_whenManyThreadsCount_letsOneInAtATime() throws InterruptedException {
        long[] count = new long[1];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            threads.add((i % 2 == 0 ? Thread.ofVirtual() : Thread.ofPlatform()).start(() -> {
                for (int n = 0; n < 5_000; n++) {
                    lock.lock();
                    count[0]++;
                    lock.held = false;
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(count[0]).isEqualTo(100_000);
    }
}
