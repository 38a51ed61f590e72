package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.alloc.StackAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A stack with values, blocks and frames. */
final class StackScenario implements Scenario {
    private static final long BYTE_SIZE = 60_000;

    private sealed interface Thing {}

    private record Value(long value) implements Thing {}

    private record Block(Memory handle, int pattern) implements Thing {}

    private record Frame(StackAllocator.Frame frame) implements Thing {}

    private final Deque<Thing> things = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init")
    private Memory made;

    private long value;

    @SuppressWarnings("NullAway.Init")
    private StackAllocator.Frame frame;

    private long top;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        StackAllocator stack = StackAllocator.over(memory, 64, BYTE_SIZE);
        things.clear();
        top = stack.topAddress();
        for (int operation = 0; operation < 150; operation++) {
            long length = 1L + random.nextInt(300);
            switch (random.nextInt(9)) {
                case 0, 1 -> push(stack, faults, random.nextLong());
                case 2, 3 -> {
                    faults.run(() -> made = stack.allocate(length), () -> verify(stack));
                    things.push(filled(made, 0, operation));
                }
                case 4 -> {
                    faults.run(() -> frame = stack.openFrame(), () -> verify(stack));
                    things.push(new Frame(frame));
                }
                case 5 -> closeFrame(stack, faults);
                default -> useNewest(stack, faults, length, operation);
            }
            top = stack.topAddress();
            verify(stack);
        }
        faults.run(stack::close, () -> {
            stack.close();
            return true;
        });
        assertThat(things.stream().filter(thing -> thing instanceof Block block && block.handle.isAlive()))
                .isEmpty();
        StackAllocator.over(memory, 64, BYTE_SIZE).close();
    }

    private void push(StackAllocator stack, Faults faults, long pushed) {
        faults.run(() -> stack.pushI64(pushed), () -> verify(stack));
        things.push(new Value(pushed));
    }

    private void useNewest(StackAllocator stack, Faults faults, long length, int pattern) {
        switch (things.peek()) {
            case Value(long expected) -> {
                faults.run(() -> value = stack.popI64(), () -> verify(stack));
                assertThat(value).isEqualTo(expected);
                things.pop();
            }
            case Block(Memory handle, int before)
            when pattern % 2 == 0 -> {
                faults.run(() -> made = handle.reallocate(length), () -> {
                    // Asking puts back what was cut off.
                    stack.topAddress();
                    return verify(stack);
                });
                things.pop();
                things.push(filled(made, before, pattern));
            }
            case Block(Memory handle, int _) -> {
                faults.run(handle::free, () -> {
                    boolean isGone = !handle.isAlive();
                    if (isGone) {
                        things.pop();
                    }
                    return isGone || verify(stack);
                });
                if (things.peek() instanceof Block(Memory newest, int _) && newest.equals(handle)) {
                    things.pop();
                }
            }
            case null, default -> {}
        }
    }

    private void closeFrame(StackAllocator stack, Faults faults) {
        Frame innermost = null;
        List<Thing> inside = new ArrayList<>();
        for (Thing thing : things) {
            inside.add(thing);
            if (thing instanceof Frame found) {
                innermost = found;
                break;
            }
        }
        if (innermost == null) {
            return;
        }
        StackAllocator.Frame closed = innermost.frame;
        faults.run(closed::close, () -> closed.isClosed() || verify(stack));
        assertThat(closed.isClosed()).isTrue();
        for (Thing thing : inside) {
            things.pop();
            assertThat(thing instanceof Block block && block.handle.isAlive()).isFalse();
        }
    }

    /** Fills a block with bytes of its own, having checked that it has those of the block it was, or zeros. */
    private static Block filled(Memory handle, int before, int number) {
        int pattern = 1 + number % 126;
        for (long at = 0; at < handle.length(); at++) {
            assertThat(handle.loadU8(at)).isIn(0, before);
        }
        assertThat(handle.loadU8(0)).isEqualTo(before);
        handle.fill(0, pattern, handle.length());
        return new Block(handle, pattern);
    }

    private boolean verify(StackAllocator stack) {
        long blocks = 0;
        assertThat(stack.topAddress()).isEqualTo(top);
        for (Thing thing : things) {
            if (thing instanceof Block(Memory handle, int pattern)) {
                blocks++;
                assertThat(handle.isAlive()).isTrue();
                for (byte found : handle.loadBytes(0, (int) handle.length())) {
                    if (found != pattern) {
                        throw new AssertionError("byte of a block changed: found=" + found + " expected=" + pattern);
                    }
                }
            }
        }
        assertThat(stack.stats().liveBlocks()).isEqualTo(blocks);
        return false;
    }
}
