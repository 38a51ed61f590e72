package dev.ashlar.alloc;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.Memory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The handles of a {@link BumpAllocator} in the order of their addresses, stored so that a reset can revoke them. A
 * handle that was revoked earlier stays in the list until then.
 *
 * <p>Each method that changes something stores to fields only after its last call, so that an error in the middle
 * changes nothing; its caller can do the same after the method has returned.
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

    /** As {@link #add}, for a block to which another one moves; the handle of that other block is revoked next. */
    void addMoved(Memory handle, Memory from) {
        long before = from.length();
        add(handle);
        // No call from here on.
        byteSize -= before;
        live--;
    }

    /** Replaces a handle, which is revoked next, by another one to the same address. O(log n). */
    void replace(Memory handle, Memory other) {
        int index = indexOf(handle);
        long gained = other.length() - handle.length();
        @Nullable Memory[] table = handles;
        // No call from here on.
        table[index] = other;
        byteSize += gained;
    }

    /** Revokes all but the first {@code count} handles. If an error cuts this off, it can be called again. */
    void revokeFrom(Claim claim, int count) {
        for (int i = size - 1; i >= count; i--) {
            Memory handle = handles[i];
            if (handle == null) {
                continue;
            }
            boolean isLive = handle.isAlive();
            long length = isLive ? handle.length() : 0;
            // Even if it is not alive: a handle whose memory is closed must count as freed if the range is reused.
            claim.revoke(handle);
            if (isLive) {
                byteSize -= length;
                live--;
            }
        }
    }

    /** Forgets all but the first {@code count} handles, which are revoked. */
    void forgetFrom(int count) {
        Arrays.fill(handles, count, size, null);
        // No call from here on.
        size = count;
    }

    /** The number of handles, revoked ones included. */
    int size() {
        return size;
    }

    /** The bytes of the blocks whose handles are live. */
    long byteSize() {
        return byteSize;
    }

    /** The number of live handles. */
    long live() {
        return live;
    }

    /**
     * The index of a handle in the list, by binary search: it is the only one with its address whose block has any
     * bytes.
     */
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
