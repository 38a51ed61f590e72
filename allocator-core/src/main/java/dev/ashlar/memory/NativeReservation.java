package dev.ashlar.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Address space reserved with {@code mmap(PROT_NONE)} and committed with {@code mprotect}, as Wasm engines do it.
 *
 * <p>The only class with restricted calls. It is used where the user granted native access to this module (or, on the
 * class path, to {@code ALL-UNNAMED}), so that the JVM never warns. Pages that were not committed count against no
 * limit; committing counts, and a refusal is seen at once.
 */
@SuppressWarnings("restricted")
final class NativeReservation implements Backing {
    private static final int PROT_NONE = 0;
    private static final int PROT_READ_WRITE = 1 | 2;
    private static final int MAP_PRIVATE = 2;
    private static final long BASE_ALIGNMENT = 4096;

    // native-image has to know these beforehand: reachability-metadata.json of this module lists the same three.
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt FLAGS = ValueLayout.JAVA_INT;
    static final FunctionDescriptor MMAP = FunctionDescriptor.of(WORD, WORD, WORD, FLAGS, FLAGS, FLAGS, WORD);
    static final FunctionDescriptor MPROTECT = FunctionDescriptor.of(FLAGS, WORD, WORD, FLAGS);
    static final FunctionDescriptor MUNMAP = FunctionDescriptor.of(FLAGS, WORD, WORD);

    private final Calls calls;
    private final MemorySegment reserved;

    private NativeReservation(Calls calls, MemorySegment reserved) {
        this.calls = calls;
        this.reserved = reserved;
    }

    /** Whether this module may make restricted calls silently, on an operating system whose constants are known. */
    static boolean isAvailable() {
        return NativeReservation.class.getModule().isNativeAccessEnabled() && mapAnonymous() != 0;
    }

    /** Reserves {@code byteSize} bytes, or returns {@code null} when the operating system refuses. */
    static @Nullable NativeReservation reserve(long byteSize, Arena arena) {
        Calls calls = Calls.INSTANCE;
        long address = calls.map(byteSize, PROT_NONE, MAP_PRIVATE | mapAnonymous());
        if (address == -1) {
            return null;
        }
        MemorySegment reserved = MemorySegment.ofAddress(address)
                .reinterpret(byteSize, arena, segment -> calls.unmap(segment.address(), byteSize));
        return new NativeReservation(calls, reserved);
    }

    @Override
    public boolean commit(long committed, long byteSize) {
        return calls.protect(reserved.address() + committed, byteSize - committed, PROT_READ_WRITE);
    }

    @Override
    public MemorySegment prefix(long byteSize) {
        return reserved.asSlice(0, byteSize);
    }

    @Override
    public long baseAlignment() {
        return BASE_ALIGNMENT;
    }

    @Override
    public boolean endsWithArena() {
        return true;
    }

    @Override
    public void close() {
        // The arena unmaps.
    }

    /** The flag MAP_ANONYMOUS, or 0 where it is not known. */
    private static int mapAnonymous() {
        String os = System.getProperty("os.name", "");
        return os.startsWith("Linux") ? 0x20 : os.startsWith("Mac") ? 0x1000 : 0;
    }

    /** The three functions of the C library, linked on first use. */
    private record Calls(MethodHandle mmap, MethodHandle mprotect, MethodHandle munmap) {
        static final Calls INSTANCE =
                new Calls(function("mmap", MMAP), function("mprotect", MPROTECT), function("munmap", MUNMAP));

        private static MethodHandle function(String name, FunctionDescriptor descriptor) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
        }

        long map(long byteSize, int protection, int flags) {
            try {
                return (long) mmap.invokeExact(0L, byteSize, protection, flags, -1, 0L);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        boolean protect(long address, long byteSize, int protection) {
            try {
                return (int) mprotect.invokeExact(address, byteSize, protection) == 0;
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        void unmap(long address, long byteSize) {
            try {
                int ignored = (int) munmap.invokeExact(address, byteSize);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        private static AssertionError unexpected(Throwable failure) {
            return new AssertionError("a downcall to the C library threw", failure);
        }
    }
}
