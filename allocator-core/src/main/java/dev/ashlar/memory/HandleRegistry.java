package dev.ashlar.memory;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The handles of a memory on the Java heap, so that closing can revoke them one by one. A memory whose segments end
 * with its arena needs no registry, and pays nothing for it.
 *
 * <p>A ring of entries, changed by stores alone: an error in the middle loses no handle.
 */
final class HandleRegistry {
    private final boolean needless;
    private final ReferenceQueue<Memory> collected = new ReferenceQueue<>();

    /** The head of the ring, which belongs to no handle. */
    private final Entry head = new Entry(null, null);

    private boolean ended;

    HandleRegistry(boolean needless) {
        this.needless = needless;
    }

    Memory register(Memory handle) {
        if (!needless) {
            add(handle);
        }
        return handle;
    }

    private synchronized void add(Memory handle) {
        if (ended) {
            // Closed by another thread since the handle was made.
            handle.revoke();
            return;
        }
        for (Reference<? extends Memory> gone; (gone = collected.poll()) != null; ) {
            ((Entry) gone).leave();
        }
        new Entry(handle, collected).join(head);
    }

    synchronized void revokeAll() {
        ended = true;
        for (Entry entry = head.next; entry != head; entry = entry.next) {
            Memory handle = entry.get();
            if (handle != null) {
                handle.revoke();
            }
        }
        head.next = head;
        head.previous = head;
    }

    private static final class Entry extends WeakReference<Memory> {
        private Entry previous = this;
        private Entry next = this;

        Entry(@Nullable Memory handle, @Nullable ReferenceQueue<Memory> queue) {
            super(handle, queue);
        }

        void join(Entry head) {
            Entry first = head.next;
            previous = head;
            next = first;
            first.previous = this;
            head.next = this;
        }

        void leave() {
            previous.next = next;
            next.previous = previous;
        }
    }
}
