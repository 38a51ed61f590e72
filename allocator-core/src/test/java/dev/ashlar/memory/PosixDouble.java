package dev.ashlar.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A C library with the rules of a given system: the size of its pages, its number for {@code MAP_ANONYMOUS}, what it makes of
 * {@code MADV_DONTNEED}. It refuses what that system refuses, and notes which pages may be touched. The bytes are those of an
 * arena.
 */
final class PosixDouble implements PosixMemory.Functions {
    private static final int FAILED = -1;

    private final Arena arena;
    private final int pageByteSize;
    private final PosixMemory.Flavor flavor;

    /** The size of each mapping, and the pages that may be read and written, by their addresses. */
    private final NavigableMap<Long, Long> mappings = new TreeMap<>();

    private final NavigableMap<Long, Boolean> usablePages = new TreeMap<>();

    PosixDouble(Arena arena, int pageByteSize, PosixMemory.Flavor flavor) {
        this.arena = arena;
        this.pageByteSize = pageByteSize;
        this.flavor = flavor;
    }

    boolean isMapped(long address) {
        return mappings.containsKey(address);
    }

    boolean isUsable(long address, long byteSize) {
        for (long page = address / pageByteSize * pageByteSize; page < address + byteSize; page += pageByteSize) {
            if (!usablePages.getOrDefault(page, false)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long mmap(long address, long byteSize, int protection, int flags) {
        int anonymous = flavor == PosixMemory.Flavor.MAC ? 0x1000 : 0x20;
        boolean isFixed = (flags & 0x10) != 0;
        if ((flags & ~0x10) != (2 | anonymous) || byteSize <= 0 || (isFixed && !isMappedRange(address, byteSize))) {
            return FAILED;
        }
        if (isFixed) {
            setUsable(address, byteSize, protection == 3);
            bytes(address, byteSize).fill((byte) 0);
            return address;
        }
        // As the kernel does: aligned to a page of its own, and to no more.
        long start = arena.allocate(byteSize + 2L * pageByteSize, pageByteSize).address();
        if ((start & pageByteSize) == 0) {
            start += pageByteSize;
        }
        mappings.put(start, byteSize);
        setUsable(start, byteSize, protection == 3);
        return start;
    }

    @Override
    public int mprotect(long address, long byteSize, int protection) {
        if (!isMappedRange(address, byteSize)) {
            return FAILED;
        }
        setUsable(address, byteSize, protection == 3);
        return 0;
    }

    @Override
    public int munmap(long address, long byteSize) {
        Long mapped = mappings.remove(address);
        if (mapped == null || mapped != byteSize) {
            throw new AssertionError("what is unmapped was not mapped so: byteSize=" + byteSize + " mapped=" + mapped);
        }
        setUsable(address, byteSize, false);
        return 0;
    }

    @Override
    public int madvise(long address, long byteSize, int advice) {
        if (!isMappedRange(address, byteSize) || advice != 4) {
            return FAILED;
        }
        if (flavor == PosixMemory.Flavor.LINUX) {
            bytes(address, byteSize).fill((byte) 0);
        }
        return 0;
    }

    @Override
    public int mincore(long address, long byteSize, long states) {
        return isMappedRange(address, byteSize) ? 0 : FAILED;
    }

    @Override
    public int getpagesize() {
        return pageByteSize;
    }

    private boolean isMappedRange(long address, long byteSize) {
        var mapping = mappings.floorEntry(address);
        return address % pageByteSize == 0
                && mapping != null
                && address + byteSize <= mapping.getKey() + mapping.getValue();
    }

    private void setUsable(long address, long byteSize, boolean isUsable) {
        for (long page = address; page < address + byteSize; page += pageByteSize) {
            usablePages.put(page, isUsable);
        }
    }

    @SuppressWarnings("restricted")
    private static MemorySegment bytes(long address, long byteSize) {
        return MemorySegment.ofAddress(address).reinterpret(byteSize);
    }

    static byte byteAt(long address) {
        return bytes(address, 1).get(ValueLayout.JAVA_BYTE, 0);
    }
}
