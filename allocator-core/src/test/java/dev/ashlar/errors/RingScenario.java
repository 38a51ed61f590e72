package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Rings through which structs go, for one producer and for many. After each error the ring is also opened as it lies in the
 * memory, as another process would find it after a kill.
 */
final class RingScenario implements Scenario {
    private static final int CAPACITY = 4;

    @SuppressWarnings("NullAway.Init")
    private PairRing ring;

    /** What is in the ring, with what the consumer holds in front. */
    private final Deque<Pair> model = new ArrayDeque<>();

    private boolean isHeld;
    private int happened;
    private int released;
    private int stalled;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        for (boolean isShared : new boolean[] {false, true}) {
            ring = new PairRing(BumpAllocator.over(memory, isShared ? 4096 : 0, 4096), CAPACITY, isShared);
            model.clear();
            isHeld = false;
            for (int operation = 0; operation < 80; operation++) {
                change(faults, random, new Pair(operation, random.nextLong()));
                assertThat(contents()).containsExactlyElementsOf(model);
            }
        }
    }

    @Override
    public void requireAllSeen() {
        assertThat(happened).as("errors after which the operation had happened").isPositive();
        assertThat(released)
                .as("errors after which the held struct was released")
                .isPositive();
        assertThat(stalled).as("errors after which a claim was left").isPositive();
    }

    private void change(Faults faults, Random random, Pair value) {
        switch (random.nextInt(8)) {
            case 0, 1 -> add(faults, () -> ring.offer(value), value);
            case 2, 3 -> add(faults, () -> ring.fill(value), value);
            case 4 -> {
                releaseFirst(faults);
                Deque<Pair> after = new ArrayDeque<>(model);
                after.pollFirst();
                faults.run(() -> ring.poll(), () -> isSettled(after));
                replace(after);
            }
            case 5 -> {
                faults.run(ring::pollView, this::isHeldStill);
                if (isHeld) {
                    model.removeFirst();
                }
                isHeld = !model.isEmpty();
                assertThat(ring.polled() == null ? null : ring.polled().read()).isEqualTo(model.peekFirst());
            }
            case 6 -> releaseFirst(faults);
            default -> {
                releaseFirst(faults);
                Deque<Pair> after = new ArrayDeque<>(model);
                after.pollFirst();
                faults.run(() -> ring.skip(), () -> isSettled(after));
                replace(after);
            }
        }
    }

    private void add(Faults faults, Runnable operation, Pair value) {
        Deque<Pair> after = new ArrayDeque<>(model);
        if (model.size() < CAPACITY) {
            after.add(value);
        }
        faults.run(operation, () -> isSettled(after));
        replace(after);
    }

    private void releaseFirst(Faults faults) {
        faults.run(ring::release, this::isHeldStill);
        if (isHeld) {
            model.removeFirst();
            isHeld = false;
        }
    }

    /** An operation that releases what is held may have done that and no more; it is tried again in any case. */
    private boolean isHeldStill() {
        List<Pair> found = contents();
        if (isHeld && found.size() < model.size()) {
            model.removeFirst();
            isHeld = false;
            released++;
        }
        assertThat(found).containsExactlyElementsOf(model);
        return false;
    }

    private boolean isSettled(Deque<Pair> after) {
        List<Pair> found = contents();
        boolean hasHappened = after.size() != model.size() && found.size() == after.size();
        assertThat(found).containsExactlyElementsOf(hasHappened ? after : model);
        happened += hasHappened ? 1 : 0;
        if (ring.isShared() && !isHeld) {
            // Claims that were left take up room until they are skipped.
            assertThat(drained(ring)).isEqualTo(found);
            found.forEach(each -> assertThat(ring.offer(each)).isTrue());
        } else if (ring.isShared()) {
            assertThat(drained(ring)).isEqualTo(found.subList(1, found.size()));
            found.forEach(each -> assertThat(ring.offer(each)).isTrue());
            ring.pollView();
        }
        return hasHappened;
    }

    private void replace(Deque<Pair> after) {
        model.clear();
        model.addAll(after);
    }

    /** What another process would find. */
    private List<Pair> contents() {
        byte[] bytes = ring.memory().loadBytes();
        try (LinearMemory copy = LinearMemory.create(1)) {
            Memory block = copy.span(0, bytes.length);
            block.storeBytes(bytes);
            PairRing opened = new PairRing(block);
            List<Pair> contents = drained(opened);
            // It goes on from there, around the whole ring.
            for (int i = 0; i < 3 * CAPACITY; i++) {
                Pair value = new Pair(-i, i);
                assertThat(opened.offer(value)).isTrue();
                assertThat(opened.poll()).isEqualTo(value);
            }
            return contents;
        }
    }

    private List<Pair> drained(PairRing from) {
        List<Pair> contents = new ArrayList<>();
        while (true) {
            Pair value = from.poll();
            if (value != null) {
                contents.add(value);
            } else if (from.isStalled()) {
                stalled++;
                assertThat(from.skip()).isTrue();
            } else {
                return contents;
            }
        }
    }
}
