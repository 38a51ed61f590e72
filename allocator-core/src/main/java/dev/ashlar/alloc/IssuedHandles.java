package dev.ashlar.alloc;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The handles of a {@link BumpAllocator} in the order of their addresses, kept so that a reset can revoke them. One that
 * was revoked before stays in its place until then.
 *
 * <p>Each method that changes something stores to fields only after its last call, so that an error in the middle changes
 * nothing; so may its caller, after the method has returned.
 */
final class IssuedHandles {
    private @Nullable Memory[] handles = new Memory[16];
    private int size;
    private long byteSize;
    private long live;

    void add(Memory handle) {
        long length = handle.length();
        if (size == handles.length) {
            handles = Arrays.copyOf(handles, 2 * size);
        }
        @Nullable Memory[] table = handles;
        // No call from here on.
        table[size] = handle;
        size++;
        byteSize += length;
        live++;
    }

    /** As {@link #add}, of a block that another one moves to: that one's handle is revoked next. */
    void addMoved(Memory handle, Memory from) {
        long before = from.length();
        add(handle);
        // No call from here on.
        byteSize -= before;
        live--;
    }

    /** Puts another handle in the place of one to the same address, which is revoked next. O(log n). */
    void replace(Memory handle, Memory other) {
        int index = indexOf(handle);
        long gained = other.length() - handle.length();
        @Nullable Memory[] table = handles;
        // No call from here on.
        table[index] = other;
        byteSize += gained;
    }

    /** Revokes all but the first {@code kept} handles. Where an error ends this, it can be called again. */
    void revokeFrom(Claim claim, int kept) {
        for (int i = size - 1; i >= kept; i--) {
            Memory handle = handles[i];
            if (handle == null) {
                continue;
            }
            boolean isLive = handle.isAlive();
            long length = isLive ? handle.length() : 0;
            // Also if it is not alive: one whose memory is closed must read as freed should the range be reused.
            claim.revoke(handle);
            if (isLive) {
                byteSize -= length;
                live--;
            }
        }
    }

    /** Forgets all but the first {@code kept} handles, which are revoked. */
    void forgetFrom(int kept) {
        Arrays.fill(handles, kept, size, null);
        // No call from here on.
        size = kept;
    }

    /** The number of handles, revoked ones included. */
    int size() {
        return size;
    }

    /** Bytes of the blocks whose handles are good. */
    long byteSize() {
        return byteSize;
    }

    /** The number of handles that are good. */
    long live() {
        return live;
    }

    /** Binary search for a handle that is there: it is the only one with its address whose block has any bytes. */
    private int indexOf(Memory handle) {
        int low = 0;
        for (int high = size; low < high; ) {
            int middle = (low + high) >>> 1;
            if (offsetAt(middle) < handle.offset()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long offsetAt(int index) {
        Memory handle = handles[index];
        return handle == null ? Long.MAX_VALUE : handle.offset();
    }
}
