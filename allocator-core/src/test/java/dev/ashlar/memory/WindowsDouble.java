package dev.ashlar.memory;

import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;

/**
 * The functions of kernel32 with the rules of their documentation: reserving is aligned to 64 KiB; committing needs a
 * reservation around it; releasing takes a reservation as a whole, its start, and a size of 0. The bytes are those of an arena.
 */
final class WindowsDouble implements WindowsMemory.Functions {
    private static final long PAGE = 1 << 16;
    private static final int REFUSED = 0;

    private final Arena arena;

    /** The size of each reservation, and how far it is committed, by the address. */
    final Map<Long, Long> reserved = new HashMap<>();

    final Map<Long, Long> committed = new HashMap<>();

    /** The most bytes that can be committed in all. */
    long commitLimit = Long.MAX_VALUE;

    WindowsDouble(Arena arena) {
        this.arena = arena;
    }

    @Override
    public long virtualAlloc(long address, long byteSize, int type, int protection) {
        if (byteSize <= 0) {
            return REFUSED;
        }
        if (type == 0x2000 && protection == 1 && address == 0) {
            long start = arena.allocate(byteSize, PAGE).address();
            reserved.put(start, byteSize);
            committed.put(start, 0L);
            return start;
        }
        if (type == 0x1000 && protection == 4) {
            return commit(address, byteSize);
        }
        throw new AssertionError("VirtualAlloc: type=" + type + " protection=" + protection + " address=" + address);
    }

    private long commit(long address, long byteSize) {
        for (Map.Entry<Long, Long> reservation : reserved.entrySet()) {
            long start = reservation.getKey();
            if (address >= start && address + byteSize <= start + reservation.getValue()) {
                if (address + byteSize - start > commitLimit) {
                    return REFUSED;
                }
                committed.merge(start, address + byteSize - start, Math::max);
                return address;
            }
        }
        return REFUSED;
    }

    @Override
    public int virtualFree(long address, long byteSize, int type) {
        if (type != 0x8000 || byteSize != 0 || reserved.remove(address) == null) {
            throw new AssertionError("VirtualFree: type=" + type + " byteSize=" + byteSize + " address=" + address);
        }
        return 1;
    }
}
