package dev.ashlar.alloc.heap;

/**
 * What keeps the runs that a {@link LargeTier} makes and takes back: told in the order that lets an error come at any call.
 *
 * @param <R> a run
 */
interface RunOwner<R extends SlotRun> {
    /** Makes the run of a shape at an address, and room for it in every index, before anything is stored. */
    R prepare(int shape, long address);

    /** Enters a run whose block is a run's now: no slot can be taken of it earlier. Needs no allocation. */
    void enter(R run);

    /** Lets a run go whose block is given back next: no slot can be taken of it from here on. Needs no allocation. */
    void leave(R run);
}
