package dev.ashlar.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every way in which a memory can get its bytes, so that one suite runs over all. */
enum BackingKind {
    /** mmap and mprotect: only in the test run that grants native access. */
    NATIVE {
        @Override
        LinearMemory create(long minPages, long maxPages) {
            Arena arena = Arena.ofShared();
            return open(arena, NativeReservation.reserve(maxPages * PAGE, arena), minPages, maxPages);
        }
    },
    TEMPORARY_FILE {
        @Override
        LinearMemory create(long minPages, long maxPages) {
            Arena arena = Arena.ofShared();
            try {
                return open(arena, TemporaryFile.reserve(maxPages * PAGE, arena), minPages, maxPages);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    },
    HEAP {
        @Override
        LinearMemory create(long minPages, long maxPages) {
            return LinearMemory.createOnHeap(minPages, maxPages);
        }
    },
    MAPPED_FILE {
        @Override
        LinearMemory create(long minPages, long maxPages) {
            try {
                Path directory = Files.createTempDirectory("ashlar-test-");
                Path file = directory.resolve("memory");
                LinearMemory memory = LinearMemory.map(file, minPages, maxPages);
                // So that no test has to clean up. The names must stay: a memory whose file was deleted does not grow.
                directory.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
                directory.resolve("memory.lock").toFile().deleteOnExit();
                return memory;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    };

    private static final long PAGE = LinearMemory.PAGE_BYTE_SIZE;

    /** Those that this JVM can make. */
    static Stream<BackingKind> available() {
        return Stream.of(values()).filter(kind -> kind != NATIVE || NativeReservation.isAvailable());
    }

    /** Those that this JVM can make and give C and channels access to. */
    static Stream<BackingKind> offHeap() {
        return available().filter(kind -> kind != HEAP);
    }

    /** Those that the test run with the other rights cannot make, or leaves to this one: for tests that take seconds. */
    static Stream<BackingKind> ofThisRun() {
        return available().filter(kind -> (kind == NATIVE) == NativeReservation.isAvailable());
    }

    abstract LinearMemory create(long minPages, long maxPages);

    private static LinearMemory open(Arena arena, @Nullable Backing backing, long minPages, long maxPages) {
        return Reservation.open(arena, Objects.requireNonNull(backing), minPages, maxPages);
    }
}
