package dev.ashlar.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/** Chooses the {@link Backing} of a new memory and commits its first pages. */
final class Reservation {
    /** The most pages whose bytes a {@code long} can count. */
    static final long MAX_PAGES = Long.MAX_VALUE / LinearMemory.PAGE_BYTE_SIZE;

    private static final String REMEDY = "; ask for fewer pages, name a directory with room in the property "
            + TemporaryFile.DIRECTORY_PROPERTY
            + ", or enable native access with --enable-native-access=dev.ashlar.core (ALL-UNNAMED on the class path)";

    private Reservation() {}

    /** See {@link LinearMemory#create(long, long)}. */
    static LinearMemory offHeap(long minPages, long maxPages) {
        return offHeap(minPages, maxPages, NativeCalls.virtualMemory(), SystemFiles.current());
    }

    static LinearMemory offHeap(
            long minPages, long maxPages, @Nullable VirtualMemory virtualMemory, MappableFiles files) {
        checkPages(minPages, maxPages, MAX_PAGES);
        Arena arena = Arena.ofShared();
        Backing backing;
        try {
            backing = reserve(maxPages * LinearMemory.PAGE_BYTE_SIZE, arena, virtualMemory, files);
        } catch (IOException refused) {
            arena.close();
            if (maxPages <= HeapBacking.DEFAULT_MAX_PAGES && !TemporaryFile.isDirectoryNamed()) {
                return onHeap(minPages, maxPages);
            }
            throw new MemoryReservationException(
                    "no address space could be reserved for the memory: maxPages=" + maxPages + REMEDY, refused);
        }
        return open(arena, backing, minPages, maxPages);
    }

    /** See {@link LinearMemory#createOnHeap(long, long)}. */
    static LinearMemory onHeap(long minPages, long maxPages) {
        checkPages(minPages, maxPages, HeapBacking.MAX_PAGES);
        Backing backing = new HeapBacking(maxPages * LinearMemory.PAGE_BYTE_SIZE);
        return open(Arena.ofShared(), backing, minPages, maxPages);
    }

    private static Backing reserve(
            long maxByteSize, Arena arena, @Nullable VirtualMemory virtualMemory, MappableFiles files)
            throws IOException {
        Backing backing = virtualMemory == null ? null : NativeReservation.reserve(maxByteSize, arena, virtualMemory);
        return backing != null ? backing : TemporaryFile.reserve(maxByteSize, arena, files);
    }

    /** Commits the first pages; releases everything if they are refused. */
    static LinearMemory open(Arena arena, Backing backing, long minPages, long maxPages) {
        if (minPages > 0 && !backing.commit(0, minPages * LinearMemory.PAGE_BYTE_SIZE)) {
            arena.close();
            backing.close();
            throw new MemoryReservationException(
                    "the operating system refused the first pages of the memory: minPages=" + minPages + REMEDY, null);
        }
        return new LinearMemory(arena, backing, minPages, maxPages);
    }

    static void checkPages(long minPages, long maxPages, long limit) {
        if (minPages < 0 || maxPages < minPages || maxPages > limit) {
            throw new IllegalArgumentException("pages must satisfy 0 <= minPages <= maxPages <= " + limit
                    + ": minPages=" + minPages + " maxPages=" + maxPages);
        }
    }
}
