package dev.ashlar.examples.nativecalls;

import dev.ashlar.alloc.Allocator;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** {@code int stat(const char *, struct stat *)}: its fields, structs among them, at the offsets where C puts them. */
final class FileStatuses {
    private FileStatuses() {}

    /** Found when it is first needed: the layout of its struct holds on one kind of system only. */
    private static final class Function {
        static final MethodHandle STAT = CLibrary.function(
                "stat", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    }

    /** Whether {@link FileStatus} is the struct of this system. */
    static boolean areKnownHere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    static FileStatus of(Path file, Allocator allocator) {
        FileStatusView status = FileStatusView.allocate(allocator);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(file.toString());
            CLibrary.requireZero("stat", stat(path, status.memory().segment()));
            return status.read();
        } finally {
            status.free();
        }
    }

    private static int stat(MemorySegment path, MemorySegment status) {
        try {
            return (int) Function.STAT.invokeExact(path, status);
        } catch (Throwable failure) {
            throw CLibrary.failed("stat", failure);
        }
    }
}
