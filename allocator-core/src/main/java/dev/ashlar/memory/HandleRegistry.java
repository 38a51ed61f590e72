package dev.ashlar.memory;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;

/**
 * The handles of a memory on the Java heap, so that closing can revoke them one by one. A memory whose segments end
 * with its arena needs no registry, and pays nothing for this one.
 */
final class HandleRegistry {
    private final boolean needless;
    private final Set<Reference<Memory>> handles = new HashSet<>();
    private final ReferenceQueue<Memory> collected = new ReferenceQueue<>();
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
            handles.remove(gone);
        }
        handles.add(new WeakReference<>(handle, collected));
    }

    synchronized void revokeAll() {
        ended = true;
        for (Reference<Memory> reference : handles) {
            Memory handle = reference.get();
            if (handle != null) {
                handle.revoke();
            }
        }
        handles.clear();
    }
}
