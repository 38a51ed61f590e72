package dev.ashlar.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Address space reserved from the operating system and committed as the memory grows, see {@link VirtualMemory}.
 *
 * <p>It is used where the user granted native access. Pages that are not committed count against no limit; committed
 * pages do, and a refusal is seen at once.
 */
final class NativeReservation implements Backing {
    private final VirtualMemory system;
    private final MemorySegment reserved;

    private NativeReservation(VirtualMemory system, MemorySegment reserved) {
        this.system = system;
        this.reserved = reserved;
    }

    /**
     * Returns whether this module may make restricted calls silently, on an operating system whose functions are known.
     */
    static boolean isAvailable() {
        return NativeCalls.virtualMemory() != null;
    }

    /** Reserves {@code byteSize} bytes, or returns {@code null} if there are no native calls or the system refuses. */
    static @Nullable NativeReservation reserve(long byteSize, Arena arena) {
        VirtualMemory system = NativeCalls.virtualMemory();
        return system == null ? null : reserve(byteSize, arena, system);
    }

    /** Reserves {@code byteSize} bytes, or returns {@code null} when the operating system refuses. */
    static @Nullable NativeReservation reserve(long byteSize, Arena arena, VirtualMemory system) {
        long address = system.reserve(byteSize);
        if (address == VirtualMemory.REFUSED) {
            return null;
        }
        MemorySegment reserved = NativeCalls.segment(address, byteSize, arena, () -> system.release(address, byteSize));
        return new NativeReservation(system, reserved);
    }

    @Override
    public boolean commit(long committed, long byteSize) {
        return system.commit(reserved.address() + committed, byteSize - committed);
    }

    @Override
    public MemorySegment prefix(long byteSize) {
        return reserved.asSlice(0, byteSize);
    }

    @Override
    public long baseAlignment() {
        return system.byteAlignment();
    }

    @Override
    public long discardGranule() {
        return system.discardGranule();
    }

    @Override
    public boolean discard(long address, long byteSize) {
        return system.discard(reserved.address() + address, byteSize);
    }

    @Override
    public long residentByteSize(long committed) {
        return system.residentByteSize(reserved.address(), committed);
    }

    @Override
    public boolean endsWithArena() {
        return true;
    }

    @Override
    public void close() {
        // The arena releases it.
    }
}
