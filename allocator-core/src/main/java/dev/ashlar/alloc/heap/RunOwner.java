package dev.ashlar.alloc.heap;

/**
 * The owner of the runs that a {@link LargeTier} makes and frees. Its methods are called in an order that allows an
 * error in any call.
 *
 * @param <R> the class of runs
 */
interface RunOwner<R extends SlotRun> {
    /** Makes the run of a shape at an address, and makes room for it in every index, before anything is stored. */
    R prepare(int shape, long address);

    /** Enters a run whose block has just become a run: no slot can be taken from it earlier. Needs no allocation. */
    void enter(R run);

    /** Removes a run whose block is freed next: no slot can be taken from it from here on. Needs no allocation. */
    void leave(R run);
}
