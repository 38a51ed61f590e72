package dev.ashlar.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.alloc.BumpAllocator;
import dev.ashlar.memory.LinearMemory;
import dev.ashlar.memory.Memory;
import java.util.Random;

/** Memories that are closed, with hooks and handles. */
final class CloseScenario implements Scenario {
    @SuppressWarnings("NullAway.Init")
    private LinearMemory closing;

    @SuppressWarnings("NullAway.Init")
    private Memory handle;

    private int told;

    @Override
    public void run(LinearMemory memory, Faults faults, Random random) {
        open();
        faults.run(() -> closing.close(), () -> {
            if (!closing.isClosed()) {
                assertThat(handle.loadI64(0)).isEqualTo(42);
            }
            closing.close();
            requireClosed();
            open();
            return false;
        });
        requireClosed();
        assertThat(told).isEqualTo(1);
    }

    private void open() {
        closing = LinearMemory.createOnHeap(1, 4);
        handle = BumpAllocator.over(closing, 0).allocate(8);
        handle.storeI64(0, 42);
        told = 0;
        closing.addCloseHook(() -> () -> told++);
    }

    private void requireClosed() {
        assertThat(closing.isClosed()).isTrue();
        assertThatThrownBy(() -> handle.loadI64(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(closing::byteSize).isInstanceOf(IllegalStateException.class);
        assertThat(told).isLessThanOrEqualTo(1);
    }
}
