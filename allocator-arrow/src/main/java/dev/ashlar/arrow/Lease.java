package dev.ashlar.arrow;

import dev.ashlar.memory.Pin;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one exported array or schema needs until its consumer has released every part: the C structs and copied buffers, in
 * an arena, and the pin of the block that is read in place.
 *
 * <p>Each part, the root, its children and dictionaries, is released on its own, since a consumer may move a child away
 * and keep it longer than the root.
 */
final class Lease {
    private final Arena arena = Arena.ofShared();
    private final @Nullable Pin pin;
    private final Runnable whenReleased;
    private final AtomicInteger parts = new AtomicInteger();
    /** The numbers of the parts, for the thread that makes them. */
    private final List<Long> numbers = new ArrayList<>();

    Lease(@Nullable Pin pin, Runnable whenReleased) {
        this.pin = pin;
        this.whenReleased = whenReleased;
    }

    Arena arena() {
        return arena;
    }

    /** Adds a part, and returns the number for its {@code privateData}. */
    long addPart() {
        parts.incrementAndGet();
        long number = Callbacks.register(this);
        numbers.add(number);
        return number;
    }

    void releasePart() {
        if (parts.decrementAndGet() == 0) {
            end();
        }
    }

    /** Ends everything because an error came before the parts were handed out. */
    void cancel() {
        numbers.forEach(Callbacks::forget);
        end();
    }

    private void end() {
        unpin();
        try {
            arena.close();
        } finally {
            whenReleased.run();
        }
    }

    /** Gives up the pin alone; the structs and copies stay until they are released. */
    void unpin() {
        if (pin != null) {
            pin.close();
        }
    }
}
