package dev.ashlar.alloc;

import dev.ashlar.memory.Claim;
import dev.ashlar.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * The handles of a {@link BumpAllocator} in the order of their addresses, kept so that a reset can revoke them. One that
 * was revoked before stays in its place until then.
 */
final class IssuedHandles {
    private final Claim claim;
    private final List<Memory> handles = new ArrayList<>();
    private long byteSize;
    private long live;

    IssuedHandles(Claim claim) {
        this.claim = claim;
    }

    void add(Memory handle) {
        handles.add(handle);
        byteSize += handle.length();
        live++;
    }

    /** Puts another handle in the place of one to the same address, and revokes that. O(log n). */
    void replace(Memory handle, Memory other) {
        handles.set(indexOf(handle), other);
        byteSize += other.length() - handle.length();
        claim.revoke(handle);
    }

    void revoke(Memory handle) {
        byteSize -= handle.length();
        live--;
        claim.revoke(handle);
    }

    /** Revokes and forgets all but the first {@code size} handles. */
    void revokeFrom(int size) {
        List<Memory> gone = handles.subList(size, handles.size());
        for (Memory handle : gone) {
            if (handle.isAlive()) {
                revoke(handle);
            } else {
                // Moved away, or its memory is closed: then it must still read as freed should the range be reused.
                claim.revoke(handle);
            }
        }
        gone.clear();
    }

    boolean contains(Memory handle) {
        int index = indexOf(handle);
        return index < handles.size() && handles.get(index) == handle;
    }

    /** How many there are, revoked ones included. */
    int size() {
        return handles.size();
    }

    /** Bytes of the blocks whose handles are good. */
    long byteSize() {
        return byteSize;
    }

    /** The number of handles that are good. */
    long live() {
        return live;
    }

    /** Binary search: where the first handle stands that does not lie below. */
    private int indexOf(Memory handle) {
        int low = 0;
        for (int high = handles.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (handles.get(middle).offset() < handle.offset()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
