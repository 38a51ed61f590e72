package dev.ashlar.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the operating system, linked on first use. This is the only class with restricted calls.
 *
 * <p>It is used where the user granted native access to this module (or, on the class path, to {@code ALL-UNNAMED}), so
 * that the JVM never warns.
 */
@SuppressWarnings("restricted")
final class NativeCalls {
    // native-image must know these in advance: reachability-metadata.json of this module lists the same ones.
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt FLAGS = ValueLayout.JAVA_INT;
    static final FunctionDescriptor MMAP = FunctionDescriptor.of(WORD, WORD, WORD, FLAGS, FLAGS, FLAGS, WORD);

    /** The descriptor of {@code mprotect}, {@code madvise} and {@code VirtualFree}. */
    static final FunctionDescriptor CHANGE = FunctionDescriptor.of(FLAGS, WORD, WORD, FLAGS);

    static final FunctionDescriptor MUNMAP = FunctionDescriptor.of(FLAGS, WORD, WORD);
    static final FunctionDescriptor MINCORE = FunctionDescriptor.of(FLAGS, WORD, WORD, WORD);
    static final FunctionDescriptor GETPAGESIZE = FunctionDescriptor.of(FLAGS);
    static final FunctionDescriptor VIRTUAL_ALLOC = FunctionDescriptor.of(WORD, WORD, WORD, FLAGS, FLAGS);

    private NativeCalls() {}

    /**
     * The operations of this operating system, or {@code null} if they are not known or this module may not call them.
     */
    static @Nullable VirtualMemory virtualMemory() {
        return NativeCalls.class.getModule().isNativeAccessEnabled() ? Linked.VIRTUAL_MEMORY : null;
    }

    /** The bytes at an address, until the arena is closed, when {@code cleanup} runs. */
    static MemorySegment segment(long address, long byteSize, Arena arena, Runnable cleanup) {
        return MemorySegment.ofAddress(address).reinterpret(byteSize, arena, _ -> cleanup.run());
    }

    private static final class Linked {
        static final @Nullable VirtualMemory VIRTUAL_MEMORY = find(System.getProperty("os.name", ""));

        private static @Nullable VirtualMemory find(String os) {
            try {
                if (os.startsWith("Windows")) {
                    return new WindowsMemory(Kernel32.link());
                } else if (os.startsWith("Linux")) {
                    return new PosixMemory(CLibrary.link(), PosixMemory.Flavor.LINUX);
                } else if (os.startsWith("Mac")) {
                    return new PosixMemory(CLibrary.link(), PosixMemory.Flavor.MAC);
                }
                return null;
            } catch (NoSuchElementException | IllegalArgumentException noSuchFunction) {
                return null;
            }
        }
    }

    private static MethodHandle function(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
    }

    private static AssertionError unexpected(Throwable failure) {
        return new AssertionError("a downcall to the operating system threw", failure);
    }

    private record CLibrary(
            MethodHandle mmap,
            MethodHandle mprotect,
            MethodHandle munmap,
            MethodHandle madvise,
            MethodHandle mincore,
            MethodHandle pageSize)
            implements PosixMemory.Functions {

        static CLibrary link() {
            SymbolLookup library = Linker.nativeLinker().defaultLookup();
            return new CLibrary(
                    function(library, "mmap", MMAP),
                    function(library, "mprotect", CHANGE),
                    function(library, "munmap", MUNMAP),
                    function(library, "madvise", CHANGE),
                    function(library, "mincore", MINCORE),
                    function(library, "getpagesize", GETPAGESIZE));
        }

        @Override
        public long mmap(long address, long byteSize, int protection, int flags) {
            try {
                return (long) mmap.invokeExact(address, byteSize, protection, flags, -1, 0L);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        @Override
        public int mprotect(long address, long byteSize, int protection) {
            try {
                return (int) mprotect.invokeExact(address, byteSize, protection);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        @Override
        public int munmap(long address, long byteSize) {
            try {
                return (int) munmap.invokeExact(address, byteSize);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        @Override
        public int madvise(long address, long byteSize, int advice) {
            try {
                return (int) madvise.invokeExact(address, byteSize, advice);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        @Override
        public int mincore(long address, long byteSize, long states) {
            try {
                return (int) mincore.invokeExact(address, byteSize, states);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        @Override
        public int getpagesize() {
            try {
                return (int) pageSize.invokeExact();
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }
    }

    private record Kernel32(MethodHandle virtualAlloc, MethodHandle virtualFree) implements WindowsMemory.Functions {
        static Kernel32 link() {
            // The default lookup on Windows has only the C library.
            SymbolLookup library = SymbolLookup.libraryLookup("kernel32", Arena.global());
            return new Kernel32(
                    function(library, "VirtualAlloc", VIRTUAL_ALLOC), function(library, "VirtualFree", CHANGE));
        }

        @Override
        public long virtualAlloc(long address, long byteSize, int type, int protection) {
            try {
                return (long) virtualAlloc.invokeExact(address, byteSize, type, protection);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }

        @Override
        public int virtualFree(long address, long byteSize, int type) {
            try {
                return (int) virtualFree.invokeExact(address, byteSize, type);
            } catch (Throwable failure) {
                throw unexpected(failure);
            }
        }
    }
}
