package dev.ashlar.memory;

/**
 * Address space by {@code VirtualAlloc(MEM_RESERVE)}, committed by {@code VirtualAlloc(MEM_COMMIT)}: on Windows.
 *
 * <p>Pages are only given back all at once. Between {@code MEM_DECOMMIT} and the next {@code MEM_COMMIT}, which can be
 * refused, a thread that still reads there would crash the process; and {@code DiscardVirtualMemory} and {@code
 * MEM_RESET} leave the contents of a page undefined.
 */
final class WindowsMemory implements VirtualMemory {
    static final int MEM_COMMIT = 0x1000;
    static final int MEM_RESERVE = 0x2000;
    static final int MEM_RELEASE = 0x8000;
    static final int PAGE_NOACCESS = 1;
    static final int PAGE_READWRITE = 4;

    /** The granularity of allocation, on every processor that Windows runs on. */
    private static final long BYTE_ALIGNMENT = 1 << 16;

    private final Functions functions;

    WindowsMemory(Functions functions) {
        this.functions = functions;
    }

    /** The functions of kernel32. */
    interface Functions {
        long virtualAlloc(long address, long byteSize, int type, int protection);

        int virtualFree(long address, long byteSize, int type);
    }

    @Override
    public long reserve(long byteSize) {
        return functions.virtualAlloc(0, byteSize, MEM_RESERVE, PAGE_NOACCESS);
    }

    @Override
    public long byteAlignment() {
        return BYTE_ALIGNMENT;
    }

    @Override
    public boolean commit(long address, long byteSize) {
        return functions.virtualAlloc(address, byteSize, MEM_COMMIT, PAGE_READWRITE) != 0;
    }

    @Override
    public long discardGranule() {
        return 0;
    }

    @Override
    public boolean discard(long address, long byteSize) {
        return false;
    }

    @Override
    public long residentByteSize(long address, long byteSize) {
        return UNKNOWN;
    }

    /** {@inheritDoc} Releases everything that one call reserved; Windows requires the size to be 0. */
    @Override
    public void release(long address, long byteSize) {
        int ignored = functions.virtualFree(address, 0, MEM_RELEASE);
    }
}
