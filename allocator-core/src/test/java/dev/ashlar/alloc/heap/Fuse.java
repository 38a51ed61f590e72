package dev.ashlar.alloc.heap;

/** Counts the calls into the doubles of one heap, and throws an error at the one that it is set to. */
final class Fuse {
    private long left = -1;
    private boolean isLate;
    private boolean hasBlown;

    /** What a call ends in, as any call can end in a stack overflow. */
    static final class Blown extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }

    /** Sets the fuse to a call, counted from 1: before it has done anything, or after all that it does. */
    void set(long call, boolean late) {
        left = call;
        isLate = late;
        hasBlown = false;
    }

    /** Lets all calls through, and says whether the fuse has blown since it was set. */
    boolean clear() {
        left = -1;
        return hasBlown;
    }

    /** Makes one call. */
    void through(Runnable call) {
        boolean blows = left > 0 && --left == 0;
        if (blows && !isLate) {
            blow();
        }
        call.run();
        if (blows) {
            blow();
        }
    }

    private void blow() {
        hasBlown = true;
        throw new Blown();
    }
}
