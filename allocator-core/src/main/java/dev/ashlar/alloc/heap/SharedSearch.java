package dev.ashlar.alloc.heap;

import org.jspecify.annotations.Nullable;

/**
 * The search for a block in a shared heap where the stripe of the thread has no slot at hand: first without waiting, in the
 * end everywhere.
 */
final class SharedSearch {
    private final SharedLargeTier large;
    private final @Nullable SharedStripe[] stripes;

    SharedSearch(SharedLargeTier large) {
        this.large = large;
        this.stripes = large.stripes();
    }

    /**
     * Allocates a block of a size class, for a thread whose home is that stripe; large where no run has or gets a slot.
     * Returns its address, or 0. Not zeroed.
     */
    long allocate(int sizeClass, long length, long alignment, int home) {
        long address = allocateWithoutWaiting(sizeClass, length, home);
        if (address == SharedStripe.BUSY) {
            address = large.stripe(home).allocate(sizeClass, length);
        }
        if (address == 0) {
            address = large.allocate(length, alignment);
        }
        return address == 0 ? allocatePatiently(sizeClass, length, alignment) : address;
    }

    /**
     * Tries the stripe of the thread; where another thread is in the way, what the other stripes have at hand, and then
     * their locks.
     */
    private long allocateWithoutWaiting(int sizeClass, long length, int home) {
        int mask = stripes.length - 1;
        long address = large.stripe(home).tryAllocate(sizeClass, length);
        for (int i = 1; address == SharedStripe.BUSY && i <= mask; i++) {
            SharedStripe stripe = stripes[home + i & mask];
            long found = stripe == null ? 0 : stripe.allocateFromCurrent(sizeClass, length);
            address = found > 0 ? found : SharedStripe.BUSY;
        }
        for (int i = 1; address == SharedStripe.BUSY && i <= mask; i++) {
            address = large.stripe(home + i & mask).tryAllocate(sizeClass, length);
        }
        return address;
    }

    /** Before a small request is refused: has every empty run given back and looks for a slot everywhere. */
    private long allocatePatiently(int sizeClass, long length, long alignment) {
        large.sweep();
        long address = 0;
        for (int i = 0; address == 0 && i < stripes.length; i++) {
            SharedStripe stripe = stripes[i];
            address = stripe == null ? 0 : stripe.allocate(sizeClass, length);
        }
        return address == 0 ? large.allocate(length, alignment) : address;
    }

    /** Allocates a block of the large tier and returns its address, or 0. Not zeroed. */
    long allocateLarge(long length, long alignment) {
        long address = large.allocate(length, alignment);
        if (address == 0) {
            large.sweep();
            address = large.allocate(length, alignment);
        }
        return address;
    }
}
