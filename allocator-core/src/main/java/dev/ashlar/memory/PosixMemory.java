package dev.ashlar.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Address space by {@code mmap(PROT_NONE)}, committed by {@code mprotect}, as Wasm engines do it: on Linux, with glibc
 * and with musl, and on macOS.
 *
 * <p>The pages of the operating system have 4, 16 or 64 KiB. Commits are multiples of 64 KiB, so that the page size
 * matters to {@link #discard} alone.
 */
final class PosixMemory implements VirtualMemory {
    static final int PROT_NONE = 0;
    static final int PROT_READ_WRITE = 1 | 2;
    static final int MAP_PRIVATE = 2;
    static final int MAP_FIXED = 0x10;
    static final int MADV_DONTNEED = 4;

    private static final long MAP_FAILED = -1;

    /** The number of pages that {@code mincore} is asked about at a time. */
    private static final int PAGES_AT_A_TIME = 1 << 14;

    private final Functions functions;
    private final Flavor flavor;
    private final long pageByteSize;

    PosixMemory(Functions functions, Flavor flavor) {
        this.functions = functions;
        this.flavor = flavor;
        this.pageByteSize = functions.getpagesize();
    }

    /** The functions of the C library, with addresses and sizes as C has them on every 64-bit system. */
    interface Functions {
        long mmap(long address, long byteSize, int protection, int flags);

        int mprotect(long address, long byteSize, int protection);

        int munmap(long address, long byteSize);

        int madvise(long address, long byteSize, int advice);

        int mincore(long address, long byteSize, long states);

        int getpagesize();
    }

    /** The two families of systems, which differ in a number and in one promise. */
    enum Flavor {
        LINUX(0x20),
        MAC(0x1000);

        final int mapAnonymous;

        Flavor(int mapAnonymous) {
            this.mapAnonymous = mapAnonymous;
        }
    }

    @Override
    public long reserve(long byteSize) {
        long address = functions.mmap(0, byteSize, PROT_NONE, MAP_PRIVATE | flavor.mapAnonymous);
        return address == MAP_FAILED ? REFUSED : address;
    }

    @Override
    public long byteAlignment() {
        return pageByteSize;
    }

    @Override
    public boolean commit(long address, long byteSize) {
        return functions.mprotect(address, byteSize, PROT_READ_WRITE) == 0;
    }

    @Override
    public long discardGranule() {
        return pageByteSize;
    }

    /**
     * {@inheritDoc} Linux guarantees that pages marked as not needed read as zeros from then on. macOS treats the same
     * call as a hint, so there fresh pages are mapped over the old ones.
     */
    @Override
    public boolean discard(long address, long byteSize) {
        return switch (flavor) {
            case LINUX -> functions.madvise(address, byteSize, MADV_DONTNEED) == 0;
            case MAC ->
                functions.mmap(address, byteSize, PROT_READ_WRITE, MAP_PRIVATE | MAP_FIXED | flavor.mapAnonymous)
                        == address;
        };
    }

    @Override
    public long residentByteSize(long address, long byteSize) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment states = arena.allocate(PAGES_AT_A_TIME);
            long resident = 0;
            for (long done = 0; done < byteSize; done += PAGES_AT_A_TIME * pageByteSize) {
                long asked = Math.min(byteSize - done, PAGES_AT_A_TIME * pageByteSize);
                if (functions.mincore(address + done, asked, states.address()) != 0) {
                    return UNKNOWN;
                }
                for (long page = 0; page < asked / pageByteSize; page++) {
                    // On macOS the other bits have other meanings.
                    resident += states.get(ValueLayout.JAVA_BYTE, page) & 1;
                }
            }
            return resident * pageByteSize;
        }
    }

    @Override
    public void release(long address, long byteSize) {
        int ignored = functions.munmap(address, byteSize);
    }
}
