package dev.ashlar.alloc;

import dev.ashlar.memory.LinearMemory;

/**
 * What a process that is going to be killed says about its blocks, in a file of its own: a table of entries of 40 bytes,
 * each with a state that is stored after what it makes valid.
 */
final class Acknowledgements {
    static final int COUNT = 300;

    /** No block. One whose allocation has not been acknowledged is possibly there. */
    static final long NONE = 0;

    static final long LIVE = 1;
    static final long FREEING = 2;
    static final long RESIZING = 3;

    private static final long ENTRY_BYTE_SIZE = 40;

    private final LinearMemory memory;

    Acknowledgements(LinearMemory memory) {
        this.memory = memory;
    }

    long state(int entry) {
        return memory.loadI64(at(entry));
    }

    long address(int entry) {
        return memory.loadI64(at(entry) + 8);
    }

    long length(int entry) {
        return memory.loadI64(at(entry) + 16);
    }

    int seed(int entry) {
        return (int) memory.loadI64(at(entry) + 24);
    }

    /** The length that is asked for, where a block is being resized. */
    long newLength(int entry) {
        return memory.loadI64(at(entry) + 32);
    }

    void live(int entry, long address, long length, int seed) {
        memory.storeI64(at(entry) + 8, address);
        memory.storeI64(at(entry) + 16, length);
        memory.storeI64(at(entry) + 24, seed);
        setState(entry, LIVE);
    }

    void freeing(int entry) {
        setState(entry, FREEING);
    }

    void resizing(int entry, long newLength) {
        memory.storeI64(at(entry) + 32, newLength);
        setState(entry, RESIZING);
    }

    void unchanged(int entry) {
        setState(entry, LIVE);
    }

    void gone(int entry) {
        setState(entry, NONE);
    }

    private void setState(int entry, long state) {
        memory.whole().storeI64Volatile(at(entry), state);
    }

    private static long at(int entry) {
        return entry * ENTRY_BYTE_SIZE;
    }
}
