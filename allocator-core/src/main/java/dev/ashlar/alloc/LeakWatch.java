package dev.ashlar.alloc;

import dev.ashlar.memory.CloseHook;
import dev.ashlar.memory.LinearMemory;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A leak report to be given once: when this is closed, or when the memory is. */
final class LeakWatch implements LeakReport.OnClose, CloseHook {
    private final LinearMemory memory;
    private final Supplier<LeakReport> report;
    private final Consumer<LeakReport> consumer;
    private boolean isDone;

    private LeakWatch(LinearMemory memory, Supplier<LeakReport> report, Consumer<LeakReport> consumer) {
        this.memory = memory;
        this.report = report;
        this.consumer = consumer;
    }

    /**
     * Starts watching for either close.
     *
     * @throws IllegalStateException if the memory is closed
     */
    static LeakWatch start(LinearMemory memory, Supplier<LeakReport> report, Consumer<LeakReport> consumer) {
        LeakWatch watch = new LeakWatch(memory, report, consumer);
        memory.addCloseHook(watch);
        return watch;
    }

    @Override
    public void close() {
        if (isDone() || memory.isClosed()) {
            return;
        }
        LeakReport live = report.get();
        memory.removeCloseHook(this);
        give(live);
    }

    /** Makes the report while the heap can still be walked; the action gives it once the memory has closed. */
    @Override
    public @Nullable Runnable beforeClose() {
        if (isDone()) {
            return null;
        }
        LeakReport live = report.get();
        return () -> give(live);
    }

    private synchronized boolean isDone() {
        return isDone;
    }

    private void give(LeakReport live) {
        if (isFirst() && live.liveBlocks() != 0) {
            consumer.accept(live);
        }
    }

    private synchronized boolean isFirst() {
        boolean isFirst = !isDone;
        isDone = true;
        return isFirst;
    }
}
